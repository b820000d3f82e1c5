/// A name that a doctor gave, an injury, or a pattern that families notice. Tandem never gives such a name itself.
package struct Condition: Sendable {
    package enum Kind: String, Sendable, CaseIterable { case diagnosis, injury, pattern }

    package let id: Slug<Condition>
    package let kind: Kind
    package let name: String
    package let meaning: String
    package let lead: [Discipline]
    package let skills: [Slug<Skill>]
    package let approach: [Discipline: String]
    /// One thing worth knowing: whom else to ask, what is common.
    package let know: String
    package let phrasings: [Phrasing]
    package let provenance: Provenance
}
