/// For each atom the phrases that are looked up under it, side by side in memory.
struct PostingLists: Sendable {
    struct Posting: Sendable {
        /// A bit for each atom that the phrase cannot do without (`bit`); 0 if some may be missing.
        let needed: UInt64
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

    /// One of 64 bits for an atom: a sentence without the bit does not have the atom.
    static func bit(_ atom: Atom) -> UInt64 { 1 << (UInt64(truncatingIfNeeded: atom) &* 0x9E37_79B9_7F4A_7C15 >> 58) }
}
