import TandemCatalog

/// A phrase without its texts, as the matcher and the weigher read it: numbers only, copied for nothing.
struct PhraseKey: Sendable {
    let entry: Entry
    /// Which trigger of a red flag it belongs to.
    let trigger: Int32
    /// The skill that the sign points at; -1 for none.
    private let skill: Int32
    /// Where its atoms stand in the book's `keyAtoms`.
    let start: Int32
    let count: UInt8
    let needed: UInt8
    let window: UInt8
    let isSafety: Bool
    let kind: Phrasing.Kind
    let own: OwnTrouble
    let onlyNames: Bool
    let weight: Double

    init(_ phrase: Phrase, start: Int) {
        entry = phrase.entry
        trigger = Int32(phrase.trigger)
        skill = Int32(phrase.skillIndex ?? -1)
        self.start = Int32(start)
        count = UInt8(phrase.atoms.count)
        needed = UInt8(phrase.needed)
        isSafety = phrase.entry.layer == .safety
        // Missing a red flag is worse than reading one into a long sentence.
        window = UInt8(phrase.window + (isSafety && !phrase.usesParticle ? 2 : 0))
        kind = phrase.kind
        own = phrase.own
        onlyNames = phrase.onlyNames
        weight = phrase.weight
    }

    var skillIndex: Int? { skill < 0 ? nil : Int(skill) }
    var requiresTrouble: Bool { own != .none }

    /// Whether the way a sign is spoken of lets it stand.
    func isMet(by polarity: Polarity) -> Bool { own.isMet(by: polarity) }
}
