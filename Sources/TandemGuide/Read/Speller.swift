/// Finds the known stem that a misspelled one most likely stands for. One slip is forgiven from four letters on, two from
/// eight.
///
/// A look-up walks the stems of about the same length; what letters a word has, in 32 bits, rules nearly all of them out, so
/// that few are compared letter by letter and nothing needs to be prepared.
struct Speller: Sendable {
    private struct Stem: Sendable {
        let letters: UInt32
        /// In the order in which the stems were learned.
        let index: Int32
    }

    private var stems: [ContiguousArray<UInt8>] = []
    private var known = WordSet()
    private var byLength = [[Stem]](repeating: [], count: longest + 1)
    private static let longest = 20

    mutating func learn(_ stem: String) {
        let bytes = ContiguousArray(stem.utf8)
        guard bytes.count >= 4, bytes.count <= Self.longest, !bytes.contains(UInt8(ascii: " ")),
            known.insert(.of(bytes))
        else { return }
        byLength[bytes.count].append(Stem(letters: Self.letters(of: bytes), index: Int32(stems.count)))
        stems.append(bytes)
    }

    /// The hash of the nearest known stem, or `nil` if none is near enough. Ties go to the stem with the same first letter,
    /// then to the one learned first.
    func correct(_ word: ContiguousArray<UInt8>) -> WordHash? {
        guard word.count >= 4, word.count <= Self.longest + 2 else { return nil }
        let allowed = word.count >= 8 ? 2 : 1
        let letters = Self.letters(of: word)
        var best: (slips: Int, index: Int32)?
        for length in word.count - allowed...min(word.count + allowed, Self.longest) {
            // A slip changes two letters at most.
            for stem in byLength[length] where (stem.letters ^ letters).nonzeroBitCount <= allowed * 2 {
                let candidate = stems[Int(stem.index)]
                let slips = Self.distance(word, candidate, limit: allowed) * 2 + (candidate[0] == word[0] ? 0 : 1)
                guard slips <= allowed * 2 else { continue }
                if best.map({ (slips, stem.index) < $0 }) ?? true { best = (slips, stem.index) }
            }
        }
        return best.map { .of(stems[Int($0.index)]) }
    }

    /// A bit for each letter that occurs.
    private static func letters(of word: ContiguousArray<UInt8>) -> UInt32 {
        word.reduce(0) { $0 | 1 << UInt32($1 & 31) }
    }

    /// Optimal string alignment distance (a swap of neighbors is one slip), or `limit + 1` once it is exceeded.
    static func distance(_ left: ContiguousArray<UInt8>, _ right: ContiguousArray<UInt8>, limit: Int) -> Int {
        guard abs(left.count - right.count) <= limit else { return limit + 1 }
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        var row = last
        for i in 1...left.count {
            row[0] = i
            var least = i
            for j in 1...right.count {
                let change = left[i - 1] == right[j - 1] ? 0 : 1
                row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    row[j] = min(row[j], beforeLast[j - 2] + 1)
                }
                least = min(least, row[j])
            }
            // A swap looks two rows back; from a row beyond the limit by two nothing comes back.
            if least > limit + 1 { return limit + 1 }
            (beforeLast, last, row) = (last, row, beforeLast)
        }
        return min(last[right.count], limit + 1)
    }
}
