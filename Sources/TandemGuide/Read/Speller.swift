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
        var rows = [UInt64](repeating: 0, count: 256)
        for (place, byte) in word.enumerated() { rows[Int(byte)] |= 1 << UInt64(place) }
        var best: (slips: Int, index: Int32)?
        for length in word.count - allowed...min(word.count + allowed, Self.longest) {
            // A slip changes two letters at most.
            for stem in byLength[length] where (stem.letters ^ letters).nonzeroBitCount <= allowed * 2 {
                let candidate = stems[Int(stem.index)]
                let slips = Self.distance(word, candidate, rows) * 2 + (candidate[0] == word[0] ? 0 : 1)
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

    /// Optimal string alignment distance: a swap of neighbors is one slip.
    ///
    /// A column of the table of distances at a time, each row a bit (Hyyrö 2003, "A bit-vector algorithm for computing
    /// Levenshtein and Damerau edit distances"). `rows` are the bits of the word's places, by letter.
    private static func distance(_ word: ContiguousArray<UInt8>, _ other: ContiguousArray<UInt8>, _ rows: [UInt64])
        -> Int
    {
        var (rises, falls, diagonal, before) = (UInt64.max, UInt64(0), UInt64(0), UInt64(0))
        var distance = word.count
        let last = UInt64(1) << UInt64(word.count - 1)
        for byte in other {
            let same = rows[Int(byte)]
            let swapped = (~diagonal & same) << 1 & before
            diagonal = (same & rises &+ rises) ^ rises | same | falls | swapped
            var (up, down) = (falls | ~(diagonal | rises), diagonal & rises)
            if up & last != 0 { distance += 1 }
            if down & last != 0 { distance -= 1 }
            (up, down) = (up << 1 | 1, down << 1)
            (rises, falls, before) = (down | ~(diagonal | up), up & diagonal, same)
        }
        return distance
    }
}
