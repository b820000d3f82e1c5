/// Something body or mind does in many activities ("standing balance").
package struct Skill: Sendable {
    /// A short playful practice for home.
    package struct HomeActivity: Sendable {
        package let name: String
        package let how: String
        package let minutes: Int
        package let safety: String
    }

    package let id: Slug<Skill>
    package let name: String
    package let icf: [String]
    /// What it is, in a sentence a family understands.
    package let meaning: String
    /// Who usually leads, best first: a default for routing, never a rule.
    package let lead: [Discipline]
    /// Who else supports ("OT", "teacher", "eye doctor").
    package let supports: [String]
    /// How each discipline works on it.
    package let approach: [Discipline: String]
    package let home: [HomeActivity]
    /// When to stop.
    package let stop: String
    package let phrasings: [Phrasing]
    package let provenance: Provenance
}
