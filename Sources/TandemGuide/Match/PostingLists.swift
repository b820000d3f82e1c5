/// A set of atoms in 128 bits: two of them for each atom. What is missing in a signature is missing in the set; what is there
/// need not be.
typealias Signature = SIMD2<UInt64>

/// For each atom the phrases that are looked up under it, side by side in memory.
struct PostingLists: Sendable {
    struct Posting: Sendable {
        /// A bit for each atom that the phrase cannot do without (`signature`); empty if some may be missing.
        let needed: Signature
        /// Index into the book's phrases.
        let phrase: Int32
    }

    private(set) var postings: [Posting] = []
    /// The list of an atom is `postings[starts[atom]..<starts[atom + 1]]`.
    private(set) var starts: [Int32] = [0]

    init() {}

    init(_ lists: [[Posting]]) {
        starts.reserveCapacity(lists.count + 1)
        for list in lists {
            postings += list
            starts.append(Int32(postings.count))
        }
    }

    static func signature(_ atom: Atom) -> Signature {
        let mixed = UInt64(truncatingIfNeeded: atom) &* 0x9E37_79B9_7F4A_7C15
        return Signature(1 << (mixed >> 58), 1 << (mixed >> 52 & 63))
    }
}
