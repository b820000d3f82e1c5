/// One word of the text and what the language makes of it.
struct Token: Sendable {
    enum Kind: UInt8, Sendable {
        /// May carry meaning: it has an atom if the catalog knows the word.
        case content
        /// "the", "her": never part of a phrase.
        case small
        /// "on", "up": matters beside a verb.
        case particle
        case number
    }

    /// Which wordings of several words may begin with the word: the tables of the others need not be asked.
    struct Opening: OptionSet, Sendable {
        let rawValue: UInt8

        static let cue = Opening(rawValue: 1)
        static let compound = Opening(rawValue: 2)
        static let ignored = Opening(rawValue: 4)
    }

    /// UTF-8 offsets into the text.
    let start: Int32
    let end: Int32
    var kind: Kind
    /// The word's stem, for cue words and ages.
    var stem: WordHash
    /// The unit of meaning that phrases are made of; `nil` if no phrase uses the word.
    var atom: Atom?
    /// The unit that this word begins together with its neighbors ("potty train").
    var compound: Atom?
    /// How many tokens the compound spans.
    var compoundLength: Int16 = 0
    var opens: Opening
    /// A common word, or one that the catalog uses.
    var isKnown: Bool
    /// Counted from 0; words of one sentence may form a phrase.
    var sentence: Int32
    /// Counted from 0; "not" reaches no farther than its clause.
    var clause: Int32
    /// A comma stands before the word.
    var followsComma: Bool
    /// The number that the word stands for.
    var number: Double?
}

/// A unit of meaning: a stem, or the name of a group of words that mean the same.
typealias Atom = Int32

/// A 64-bit FNV-1a hash standing for a lower-case word.
typealias WordHash = UInt64

extension WordHash {
    static let fnvBasis: UInt64 = 0xcbf2_9ce4_8422_2325

    static func of(_ bytes: some Sequence<UInt8>) -> WordHash {
        var hash = fnvBasis
        for byte in bytes { hash.add(byte) }
        return hash
    }

    /// Takes in one more letter of the word.
    mutating func add(_ byte: UInt8) { self = (self ^ UInt64(byte)) &* 0x100_0000_01b3 }

    static func of(_ word: some StringProtocol) -> WordHash { of(word.utf8) }
}
