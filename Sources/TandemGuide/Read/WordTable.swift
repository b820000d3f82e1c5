/// A table of words by their hash: open addressing over a hash that is mixed already, so that a look-up costs a step or two.
struct WordTable<Value: Sendable>: Sendable {
    private var places = [Int32](repeating: -1, count: 16)
    private var entries: [(hash: WordHash, value: Value)] = []

    init() {}

    init(_ entries: some Sequence<(WordHash, Value)>) {
        for (hash, value) in entries { self[hash] = value }
    }

    subscript(hash: WordHash) -> Value? {
        get {
            let place = places[slot(of: hash)]
            return place < 0 ? nil : entries[Int(place)].value
        }
        set {
            guard let newValue else { return }
            let slot = slot(of: hash)
            if places[slot] >= 0 {
                entries[Int(places[slot])].value = newValue
                return
            }
            places[slot] = Int32(entries.count)
            entries.append((hash, newValue))
            if entries.count * 2 > places.count { grow() }
        }
    }

    func contains(_ hash: WordHash) -> Bool { places[slot(of: hash)] >= 0 }

    /// Where a hash stands, or would stand.
    private func slot(of hash: WordHash) -> Int {
        let mask = places.count - 1
        var slot = hash.folded & mask
        while places[slot] >= 0, entries[Int(places[slot])].hash != hash { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        places = [Int32](repeating: -1, count: places.count * 4)
        for (place, entry) in entries.enumerated() { places[slot(of: entry.hash)] = Int32(place) }
    }
}

extension WordHash {
    fileprivate var folded: Int { Int(truncatingIfNeeded: self ^ self >> 32) }
}
