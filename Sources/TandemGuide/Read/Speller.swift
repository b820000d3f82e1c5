/// Finds the known stem that a misspelled one most likely stands for.
///
/// Symmetric deletion (Garbe's SymSpell idea): every known stem is filed under itself with one or two letters left out, so a
/// look-up compares a handful of candidates. One slip is forgiven from four letters on, two from eight.
struct Speller: Sendable {
    private var stems: [ContiguousArray<UInt8>] = []
    private var known: Set<WordHash> = []
    private var filed: [WordHash: [Int32]] = [:]

    mutating func learn(_ stem: String) {
        let bytes = ContiguousArray(stem.utf8)
        guard bytes.count >= 4, bytes.count <= 20, !bytes.contains(UInt8(ascii: " ")), known.insert(.of(bytes)).inserted
        else { return }
        let index = Int32(stems.count)
        stems.append(bytes)
        for key in Self.keys(bytes) { filed[key, default: []].append(index) }
    }

    /// The hash of the nearest known stem, or `nil` if none is near enough. Ties go to the stem with the same first letter,
    /// then to the one learned first.
    func correct(_ word: ContiguousArray<UInt8>) -> WordHash? {
        guard word.count >= 4, word.count <= 22 else { return nil }
        let allowed = Self.allowedSlips(word.count)
        var best: (slips: Int, index: Int32)?
        for key in Self.keys(word) {
            for index in filed[key] ?? [] {
                let candidate = stems[Int(index)]
                let slips = Self.distance(word, candidate, limit: allowed) * 2 + (candidate[0] == word[0] ? 0 : 1)
                guard slips <= allowed * 2 else { continue }
                if best.map({ (slips, index) < $0 }) ?? true { best = (slips, index) }
            }
        }
        return best.map { .of(stems[Int($0.index)]) }
    }

    private static func allowedSlips(_ length: Int) -> Int { length >= 8 ? 2 : 1 }

    /// Hashes of the word with up to the allowed number of letters left out.
    private static func keys(_ word: ContiguousArray<UInt8>) -> Set<WordHash> {
        var keys: Set<WordHash> = [.of(word)]
        for first in word.indices {
            keys.insert(hash(word, skipping: first, first))
            guard allowedSlips(word.count) == 2 else { continue }
            for second in (first + 1)..<max(first + 1, word.count) { keys.insert(hash(word, skipping: first, second)) }
        }
        return keys
    }

    private static func hash(_ word: ContiguousArray<UInt8>, skipping first: Int, _ second: Int) -> WordHash {
        var hash = WordHash.fnvBasis
        for (index, byte) in word.enumerated() where index != first && index != second {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return hash
    }

    /// Optimal string alignment distance (a swap of neighbors is one slip), or `limit + 1` once it is exceeded.
    static func distance(_ left: ContiguousArray<UInt8>, _ right: ContiguousArray<UInt8>, limit: Int) -> Int {
        guard abs(left.count - right.count) <= limit else { return limit + 1 }
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        var row = last
        for i in 1...left.count {
            row[0] = i
            for j in 1...right.count {
                let change = left[i - 1] == right[j - 1] ? 0 : 1
                row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    row[j] = min(row[j], beforeLast[j - 2] + 1)
                }
            }
            (beforeLast, last, row) = (last, row, beforeLast)
        }
        return min(last[right.count], limit + 1)
    }
}
