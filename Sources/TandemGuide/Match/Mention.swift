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

    var first: Int { tokens.lowest }
    var last: Int { tokens.highest }
    var isComplete: Bool { coverage >= 1 }

    /// Whether it is made of the very same words.
    func isSame(as other: Mention) -> Bool {
        tokens.count == other.tokens.count && zip(tokens, other.tokens).allSatisfy(==)
    }

    /// One finding made of two that stand side by side.
    func joined(with other: Mention, as entry: Entry) -> Mention {
        var places = tokens
        for place in other.tokens { places.insert(place) }
        return Mention(
            entry: entry,
            phrase: phrase,
            tokens: places,
            polarity: polarity,
            coverage: coverage,
            weight: weight
        )
    }

    /// Whether it says the same entry again with a word of the other.
    func repeats(_ other: Mention) -> Bool { entry == other.entry && tokens.contains { other.tokens.contains($0) } }

    /// Whether every word of this mention belongs to the other too.
    func isWithin(_ other: Mention) -> Bool {
        first >= other.first && last <= other.last && tokens.allSatisfy { other.tokens.contains($0) }
    }

    /// Whether it lives off the words of the other and its own stand farther apart: "use ... spoon" beside "use a fork".
    func isLooseBeside(_ other: Mention) -> Bool {
        leans(on: other) && (tokens.count == 1 || last - first > other.last - other.first + 1)
    }

    /// Whether half of its words or more belong to the other, which tells more.
    func leans(on other: Mention) -> Bool {
        guard weight < other.weight, entry != other.entry else { return false }
        return tokens.reduce(0) { $0 + (other.tokens.contains($1) ? 1 : 0) } * 2 >= tokens.count
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
        let isSign = mentions.map { book.keys[$0.phrase].requiresTrouble }
        return strongest(of: mentions) { isSign[$0] && !isSign[$1] }.map { mentions[$0] }
    }

    static func strongest(_ mentions: [Mention]) -> [Mention] { strongest(of: mentions).map { mentions[$0] } }

    /// The places of the mentions whose words do not all belong to a weightier one, the weightiest first.
    ///
    /// - Parameter goesBefore: the order of equally weighty ones, by their places; otherwise the order of the text.
    static func strongest(of mentions: [Mention], goesBefore: (Int, Int) -> Bool = { _, _ in false }) -> [Int] {
        let order = mentions.indices.sorted { left, right in
            let (weight, other) = (mentions[left].weight, mentions[right].weight)
            if weight != other { return weight > other }
            if goesBefore(left, right) { return true }
            return goesBefore(right, left) ? false : left < right
        }
        var kept: [Int] = []
        for place in order {
            let mention = mentions[place]
            if !kept.contains(where: { mention.isWithin(mentions[$0]) || mention.repeats(mentions[$0]) }) {
                kept.append(place)
            }
        }
        return kept
    }
}
