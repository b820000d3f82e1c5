/// A set of atoms in 128 bits: two of them for each atom. What is missing in a signature is missing in the set; what is there
/// need not be.
typealias Signature = SIMD2<UInt64>

/// For each atom the phrases that are looked up under it, side by side in memory.
struct PostingLists: Sendable {
    struct Posting: Sendable {
        /// A bit or two for each atom of the phrase (`signature`).
        let atoms: Signature
        /// Index into the book's phrases.
        let phrase: Int32
        /// How many of the atoms may be missing.
        let mayMiss: Int32

        /// Whether enough of the atoms may be among those of a sentence. Most phrases fall here, unread.
        func mayStand(in present: Signature) -> Bool {
            var absent = atoms & ~present
            // Takes a bit away for each atom that may be missing.
            for _ in 0..<mayMiss { absent &= absent &- 1 }
            return absent == .zero
        }
    }

    private(set) var postings: [Posting] = []
    /// The list of an atom is `postings[starts[atom]..<starts[atom + 1]]`.
    private var starts: [Int32] = [0]

    init() {}

    /// - Parameter filed: each posting with the atom it is filed under, in the order in which they are to be found.
    init(_ filed: [(atom: Atom, posting: Posting)], atomCount: Int) {
        starts = [Int32](repeating: 0, count: atomCount + 1)
        for (atom, _) in filed { starts[Int(atom) + 1] += 1 }
        for atom in 0..<atomCount { starts[atom + 1] += starts[atom] }
        var ends = starts
        postings = [Posting](repeating: Posting(atoms: .zero, phrase: 0, mayMiss: 0), count: filed.count)
        for (atom, posting) in filed {
            postings[Int(ends[Int(atom)])] = posting
            ends[Int(atom)] += 1
        }
    }

    /// Where the postings of an atom stand.
    func range(of atom: Atom) -> Range<Int> { Int(starts[Int(atom)])..<Int(starts[Int(atom) + 1]) }

    static func signature(_ atom: Atom) -> Signature {
        let mixed = UInt64(truncatingIfNeeded: atom) &* 0x9E37_79B9_7F4A_7C15
        return Signature(1 << (mixed >> 58), 1 << (mixed >> 52 & 63))
    }
}
