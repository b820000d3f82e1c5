import TandemCatalog

/// The text as read: words with their meaning, the words that turn a sentence, and what is said about age.
/// The boundary between *read* and *match*.
struct Reading: Sendable {
    var tokens: [Token]
    let cues: [CueSpan]
    /// Words that set what stands by them aside: long ago, over, or only thought of.
    let asides: [CueSpan]
    /// Tokens at which a failing try is told: "spills", "is just".
    let failings: [Int]
    let age: StatedAge?
    let weeksEarly: Double?
    /// "first grade", "toddler": an age that bounds what is possible but is too vague for milestones.
    let hintedAge: Double?

    init(_ text: String, today: CalendarDate, lexicon: Lexicon) {
        var tokens = Tokenizer.tokens(of: text, lexicon)
        lexicon.dropIgnored(&tokens)
        lexicon.markCompounds(&tokens)
        lexicon.markFever(&tokens)
        let found = CueSpan.read(&tokens, lexicon.cues)
        (cues, asides, failings) = (found.cues, found.asides, found.failings)
        self.tokens = tokens
        let ages = AgeReader(tokens: tokens, today: today)
        age = ages.age
        weeksEarly = ages.isCorrected ? nil : ages.weeksEarly
        hintedAge = ages.hint
    }
}

/// An age said in the text.
struct StatedAge: Sendable, Hashable {
    let months: Double
    /// The tokens that say it.
    let tokens: Range<Int>
}

/// How a thing is spoken of.
package enum Polarity: UInt8, Sendable {
    /// Just named.
    case neutral
    /// "struggles with", "... is a battle"
    case trouble
    /// "hates", "avoids", "is scared of"
    case dislike
    /// "can't", "doesn't", "no"
    case not
    /// "only", "still"
    case limit
    /// "loves", "is good at", "no trouble with"
    case well
    /// "want to", "learn to"
    case wish
    /// "used to", "no longer"
    case loss

    /// Not done, hard, or gone.
    var isTrouble: Bool { self == .not || self == .trouble || self == .dislike || self == .loss }
}
