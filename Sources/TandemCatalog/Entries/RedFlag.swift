/// A sign that a doctor comes first, before or instead of a therapist.
package struct RedFlag: Sendable {
    /// What sets the flag off: one of the signs, or all findings of one combination said near each other.
    package struct Trigger: Sendable {
        package let urgency: Urgency
        package let signs: [Phrasing]
        package let combinations: [[Slug<Finding>]]
    }

    package let id: Slug<RedFlag>
    package let name: String
    /// `nil`: any age.
    package let ages: AgeRange?
    /// What it is, calm and plain.
    package let what: String
    /// The one thing to do now.
    package let action: String
    /// The question that a family can answer with yes or no.
    package let question: String
    /// Part of the short list of questions that every family of this age is asked.
    package let isAskedOfEverybody: Bool
    /// The base trigger first; a second one where some signs make it more urgent.
    package let triggers: [Trigger]
    /// Wordings that take the flag back.
    package let exceptions: [Phrasing]
    package let provenance: Provenance

    package var urgency: Urgency { triggers[0].urgency }
}

/// A thing with many wordings that red flags combine (`fever`).
package struct Finding: Sendable {
    package let id: Slug<Finding>
    package let wordings: [Phrasing]
    /// Other findings that make this one if they are said side by side: `leg + pain`.
    package let parts: [[Slug<Finding>]]
}
