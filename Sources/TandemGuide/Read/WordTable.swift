/// A table of words by their hash: open addressing over a hash that is mixed already, so that a look-up costs a step or two.
struct WordTable<Value: Sendable>: Sendable {
    private var hashes = [WordHash](repeating: 0, count: 16)
    private var places = [Int32](repeating: -1, count: 16)
    private var values: [Value] = []

    init() {}

    init(_ entries: some Sequence<(WordHash, Value)>) {
        for (hash, value) in entries { self[hash] = value }
    }

    subscript(hash: WordHash) -> Value? {
        get {
            let place = places[slot(of: hash)]
            return place < 0 ? nil : values[Int(place)]
        }
        set {
            guard let newValue else { return }
            let slot = slot(of: hash)
            if places[slot] >= 0 {
                values[Int(places[slot])] = newValue
                return
            }
            hashes[slot] = hash
            places[slot] = Int32(values.count)
            values.append(newValue)
            if values.count * 2 > hashes.count { grow() }
        }
    }

    func contains(_ hash: WordHash) -> Bool { places[slot(of: hash)] >= 0 }

    /// Where a hash stands, or would stand.
    private func slot(of hash: WordHash) -> Int {
        let mask = hashes.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while places[slot] >= 0, hashes[slot] != hash { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let (oldHashes, oldPlaces) = (hashes, places)
        hashes = [WordHash](repeating: 0, count: oldHashes.count * 2)
        places = [Int32](repeating: -1, count: oldPlaces.count * 2)
        for (hash, place) in zip(oldHashes, oldPlaces) where place >= 0 {
            let slot = slot(of: hash)
            hashes[slot] = hash
            places[slot] = place
        }
    }
}
