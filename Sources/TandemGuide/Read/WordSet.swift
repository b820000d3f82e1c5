/// A set of words by their hash; the hash 0 stands for no word.
struct WordSet: Sendable {
    private var hashes: [WordHash]
    private var count = 0

    /// - Parameter capacity: how many words to make room for at once.
    init(capacity: Int = 8) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        hashes = [WordHash](repeating: 0, count: size)
    }

    init(_ words: some Collection<some StringProtocol>) {
        self.init(capacity: words.count)
        for word in words { insert(.of(word)) }
    }

    /// The words of a long list, one a line, hashed as they stand.
    init(lines: String) {
        self.init(capacity: lines.utf8.count / 8)
        var hash = WordHash.fnvBasis
        for byte in lines.utf8 {
            if byte != UInt8(ascii: "\n") {
                hash.add(byte)
            } else if hash != WordHash.fnvBasis {
                insert(hash)
                hash = WordHash.fnvBasis
            }
        }
        if hash != WordHash.fnvBasis { insert(hash) }
    }

    /// Whether the word was not there before.
    @discardableResult mutating func insert(_ hash: WordHash) -> Bool {
        let slot = slot(of: hash)
        guard hashes[slot] != hash else { return false }
        hashes[slot] = hash
        count += 1
        if count * 2 > hashes.count { grow() }
        return true
    }

    func contains(_ hash: WordHash) -> Bool { hash != 0 && hashes[slot(of: hash)] == hash }

    private func slot(of hash: WordHash) -> Int {
        let mask = hashes.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = hashes
        hashes = [WordHash](repeating: 0, count: old.count * 4)
        for hash in old where hash != 0 { hashes[slot(of: hash)] = hash }
    }
}
