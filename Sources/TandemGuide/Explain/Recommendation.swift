package import TandemCatalog

/// The answer: who could help, why, how sure, and what to do first. Texts stay in the catalog; the answer points at them.
package struct Recommendation: Sendable {
    /// Who comes first: one discipline, both, or somebody else.
    package enum Primary: String, Sendable, Hashable, CaseIterable {
        case physical = "PT"
        case occupational = "OT"
        case both
        case speech = "SLP"
        case other
        case none
    }

    package let primary: Primary
    /// Best first.
    package let disciplines: [Discipline]
    package let urgency: Urgency
    /// Most urgent first.
    package let flags: [FiredFlag]
    /// Strongest first.
    package let reasons: [Reason]
    /// Skills that the disciplines would look at, strongest first, each once.
    package let skills: [Slug<Skill>]
    /// Activities whose steps ask for both disciplines at the same time.
    package let together: [Slug<Activity>]
    package let milestones: [MilestoneFinding]
    /// The worst standing of a milestone that is not reached; `nil` without an age or a milestone.
    package let milestone: MilestoneFinding.Standing?
    /// Others who could help: indices into the catalog's `elsewhere`, strongest first.
    package let elsewhere: [Int]
    /// UTF-8 offsets of what the child does well.
    package let strengths: [Range<Int>]
    package let confidence: Confidence
    package let age: ChildAge?
    /// UTF-8 offsets of words that Tandem does not know.
    package let unknownWords: [Range<Int>]
    /// Questions whose answers would change this most, best first; at most four.
    package let followUps: [FollowUp]
}

/// One way from the family's words to a discipline: words -> entry -> skills -> discipline.
package struct Reason: Sendable, Hashable {
    package let entry: Entry
    /// UTF-8 offsets of the words; empty if the activity was picked.
    package let span: Range<Int>
    /// UTF-8 offsets of each word that counted.
    package let words: [Range<Int>]
    package let polarity: Polarity
    package let skills: [Slug<Skill>]
    /// Best first; empty for somebody else.
    package let lead: [Discipline]
    /// Relative strength, for ordering.
    package let strength: Double
}

/// How sure the answer is, as the chance that a clinician would agree with its first advice.
package struct Confidence: Sendable, Hashable {
    package enum Level: String, Sendable, CaseIterable { case sure, fairlySure = "fairly-sure", unsure }

    /// 0 to 1; calibrated on the project's own messages.
    package let probability: Double

    package var level: Level {
        if probability >= 0.9 { return .sure }
        return probability >= 0.7 ? .fairlySure : .unsure
    }
}
