import TandemCatalog

/// A phrase found in the text. The boundary between *match* and *weigh*.
struct Mention: Sendable {
    let entry: Entry
    /// Index into the phrase book.
    let phrase: Int
    /// Tokens that make up the phrase, in order of the text.
    let tokens: TokenPlaces
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

    /// Whether it lives off the words of the other and its own stand farther apart: "use ... spoon" beside "use a fork".
    func isLooseBeside(_ other: Mention) -> Bool {
        leans(on: other) && (tokens.count == 1 || last - first > other.last - other.first + 1)
    }

    /// Whether half of its words or more belong to the other, which tells more.
    func leans(on other: Mention) -> Bool {
        weight < other.weight && entry != other.entry && tokens.filter(other.tokens.contains).count * 2 >= tokens.count
    }
}

extension Mention {
    /// The strongest, without those that live off the words of a weightier one.
    static func standing(_ mentions: [Mention], _ book: PhraseBook) -> [Mention] {
        let strongest = strongest(mentions, preferringSignsOf: book)
        return strongest.filter { mention in !strongest.contains { mention.leans(on: $0) } }
    }

    /// The strongest; of equals a sign with a trouble of its own ("hates swings") goes before the mere name of a thing.
    static func strongest(_ mentions: [Mention], preferringSignsOf book: PhraseBook) -> [Mention] {
        let signs = mentions.filter { book.keys[$0.phrase].requiresTrouble }
        return strongest(signs + mentions.filter { !book.keys[$0.phrase].requiresTrouble })
    }
}
