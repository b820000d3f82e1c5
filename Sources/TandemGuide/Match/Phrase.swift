import TandemCatalog

/// A phrasing of the catalog made ready for matching.
struct Phrase: Sendable {
    let entry: Entry
    let kind: Phrasing.Kind
    /// Which trigger of a red flag it belongs to.
    let trigger: Int
    let skill: Slug<Skill>?
    let text: String
    /// The units of meaning that must stand near each other, rarest first; at most eight.
    var atoms: [Atom]
    /// How many of them are enough: all, or one or two fewer for long phrases.
    var needed: Int
    /// The phrase has a "not" or "trouble" of its own that the text must have too.
    let requiresTrouble: Bool
    /// How telling the phrase is: the sum of its atoms' rarity, in nats.
    var weight: Double = 0

    /// Farthest that the first and the last of its words may stand apart, in tokens.
    var window: Int { 2 * atoms.count + (atoms.count == 2 ? 3 : 4) }
}
