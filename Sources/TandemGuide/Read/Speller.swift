/// Finds the known stem that a misspelled one most likely stands for. One slip is forgiven from four letters on, two from
/// eight; a wrong first letter counts for half a slip more.
///
/// A look-up walks the stems of about the same length, first those with the same first letter. What letters a stem has, in 32
/// bits, rules most of them out, so that few are compared letter by letter and nothing needs to be prepared.
struct Speller: Sendable {
    private struct Stem: Sendable {
        let letters: UInt32
        /// In the order in which the stems were learned.
        let index: Int32
    }

    private struct Guess {
        /// In halves.
        var slips: Int
        var index: Int32
    }

    private var stems: [ContiguousArray<UInt8>] = []
    private var known = WordSet()
    /// The stems by length, then by first letter.
    private var filed = [[Stem]](repeating: [], count: (longest + 1) * 32)
    private static let longest = 20

    mutating func learn(_ stem: String) {
        let bytes = ContiguousArray(stem.utf8)
        guard bytes.count >= 4, bytes.count <= Self.longest, !bytes.contains(UInt8(ascii: " ")),
            known.insert(.of(bytes))
        else { return }
        let place = bytes.count * 32 + Self.bit(of: bytes[0])
        filed[place].append(Stem(letters: Self.letters(of: bytes), index: Int32(stems.count)))
        stems.append(bytes)
    }

    /// The hash of the nearest known stem, or `nil` if none is near enough. Ties go to the stem with the same first letter,
    /// then to the one learned first.
    func correct(_ word: ContiguousArray<UInt8>) -> WordHash? {
        guard word.count >= 4, word.count <= Self.longest + 2 else { return nil }
        let allowed = word.count >= 8 ? 2 : 1
        var rows = [UInt64](repeating: 0, count: 256)
        for (place, byte) in word.enumerated() { rows[Int(byte)] |= 1 << UInt64(place) }
        var best = Guess(slips: allowed * 2 + 1, index: 0)
        let first = Self.bit(of: word[0])
        search(word, rows, first, allowed, &best)
        // With another first letter a single slip is all that can be forgiven, and only where nothing nearer was found.
        if allowed == 2, best.slips > 2 {
            for other in 0..<32 where other != first { search(word, rows, other, 1, &best) }
        }
        return best.slips > allowed * 2 ? nil : .of(stems[Int(best.index)])
    }

    /// Looks among the stems with a first letter that are at most `slips` letters longer or shorter.
    private func search(
        _ word: ContiguousArray<UInt8>,
        _ rows: [UInt64],
        _ first: Int,
        _ slips: Int,
        _ best: inout Guess
    ) {
        let letters = Self.letters(of: word)
        for length in word.count - slips...word.count + slips where length <= Self.longest {
            for stem in filed[length * 32 + first] {
                // A slip changes two letters at most: so many bits are taken away.
                var changed = stem.letters ^ letters
                for _ in 0..<slips * 2 { changed &= changed &- 1 }
                guard changed == 0 else { continue }
                let other = stems[Int(stem.index)]
                let found = Self.distance(word, other, rows) * 2 + (other[0] == word[0] ? 0 : 1)
                if (found, stem.index) < (best.slips, best.index) { best = Guess(slips: found, index: stem.index) }
            }
        }
    }

    /// A bit for each letter that occurs.
    private static func letters(of word: ContiguousArray<UInt8>) -> UInt32 {
        word.reduce(0) { $0 | 1 << UInt32(bit(of: $1)) }
    }

    private static func bit(of letter: UInt8) -> Int { Int(letter & 31) }

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
