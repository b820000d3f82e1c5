import TandemCatalog

/// The trouble that a sign names by itself: "hates swings" is not "can't swing", "only crawls" is not "can't crawl".
enum OwnTrouble: Sendable, Hashable {
    case none, any, dislike, limit
    /// "cannot", "never", "refuses": for a red flag, trouble with the thing is less than that.
    case absent

    /// Whether the way a sign is spoken of in the text lets it stand.
    func isMet(by polarity: Polarity) -> Bool {
        switch self {
        case .none: true
        case .any, .absent: polarity.isTrouble
        case .dislike: polarity == .dislike
        case .limit: polarity == .limit
        }
    }
}

/// A phrasing of the catalog made ready for matching.
struct Phrase: Sendable {
    let entry: Entry
    /// Which trigger of a red flag it belongs to.
    let trigger: Int
    let phrasing: Phrasing
    /// The skill that the sign points at, by index into the catalog's skills.
    let skillIndex: Int?
    /// The units of meaning that must stand near each other, rarest first; at most eight.
    var atoms: [Atom]
    /// How many of them are enough: all, or one or two fewer for long phrases.
    var needed: Int
    /// A little word ("up") is one of the atoms; it must stand beside the other.
    let usesParticle: Bool
    /// Words of the phrase were left out, so that one alone is left.
    let isShrunk: Bool
    /// The same phrasing word by word, beside one in which neighboring words make one atom.
    let isVariant: Bool
    /// What the sign says of itself that the text must say too.
    let own: OwnTrouble
    /// How telling the phrase is: the sum of its atoms' rarity, in nats.
    var weight: Double = 0

    var kind: Phrasing.Kind { phrasing.kind }

    /// Says no trouble by itself: it names the thing, or only one word of it is left ("sleeps little" is "sleeps").
    var onlyNames: Bool { kind == .says || isShrunk && !requiresTrouble && !usesParticle }

    var requiresTrouble: Bool { own != .none }

    /// Farthest that the first and the last of its words may stand apart, in tokens.
    var window: Int { usesParticle ? 3 : atoms.count + 4 }
}
