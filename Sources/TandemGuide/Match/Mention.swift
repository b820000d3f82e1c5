import TandemCatalog

/// A phrase found in the text. The boundary between *match* and *weigh*.
struct Mention: Sendable {
    let entry: Entry
    /// Index into the phrase book.
    let phrase: Int
    /// Tokens that make up the phrase, in order of the text.
    let tokens: [Int]
    let polarity: Polarity
    /// Share of the phrase's weight that was found: 1 is all of it.
    let coverage: Double
    /// Weight of what was found, in nats.
    let weight: Double

    var first: Int { tokens.first ?? 0 }
    var last: Int { tokens.last ?? 0 }
    var isComplete: Bool { coverage >= 1 }

    /// Whether it says the same entry again with a word of the other.
    func repeats(_ other: Mention) -> Bool { entry == other.entry && tokens.contains(where: other.tokens.contains) }

    /// Whether every word of this mention belongs to the other too.
    func isWithin(_ other: Mention) -> Bool {
        first >= other.first && last <= other.last && tokens.allSatisfy(other.tokens.contains)
    }
}
