package import TandemCatalog

/// One entry that the words speak for, and how strongly.
struct Evidence: Sendable {
    let entry: Entry
    let mention: Mention
    /// The skills that it is about, by index: those of the sign, of the activity's steps, of the condition.
    let skills: [Int]
    let lead: Shares
    let strength: Double

    var shares: Shares { lead * strength }

    func scaled(by factor: Double) -> Evidence {
        Evidence(entry: entry, mention: mention, skills: skills, lead: lead, strength: strength * factor)
    }

    /// The same evidence about a part of the activity.
    func narrowed(to skills: [Int], lead: Shares) -> Evidence {
        Evidence(entry: entry, mention: mention, skills: skills, lead: lead, strength: max(strength, 1))
    }
}

/// A milestone that the words speak of, held against the child's age.
package struct MilestoneFinding: Sendable, Hashable {
    package enum Standing: String, Sendable, Hashable, CaseIterable { case typical, watch, refer }

    /// Index into the catalog's milestones.
    package let milestone: Int
    /// The child does it (or, for a reversed item, does not).
    package let isReached: Bool
    /// `nil` if the age is not known.
    package let standing: Standing?
    /// The age behind "refer" is our own rule, without a source.
    package let isRuleOnly: Bool
    /// UTF-8 offsets of the words.
    package let span: Range<Int>
}

/// A red flag that the words, or a checked answer, set off.
package struct FiredFlag: Sendable, Hashable {
    /// Index into the catalog's red flags.
    package let flag: Int
    package let urgency: Urgency
    /// UTF-8 offsets of the words; empty for a checked answer.
    package let spans: [Range<Int>]
    package let isConfirmed: Bool
}
