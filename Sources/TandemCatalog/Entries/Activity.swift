/// Something a child takes part in ("put on pants"): the top of the graph activity -> steps -> skills -> discipline.
package struct Activity: Sendable {
    /// One part of the task and the skills that it asks for.
    package struct Step: Sendable {
        package let text: String
        package let skills: [Slug<Skill>]
    }

    package let id: Slug<Activity>
    package let name: String
    /// ICF codes; titles belong to WHO and are not shipped.
    package let icf: [String]
    /// When children often come to do it: a range, never a norm.
    package let ages: AgeRange
    /// Codes of the lists that the ages come from.
    package let agesSource: [String]
    /// Who families would usually be sent to, best first.
    package let lead: [Discipline]
    package let steps: [Step]
    package let phrasings: [Phrasing]
    package let provenance: Provenance

    /// Every skill of every step, once, in order of the steps.
    package var skills: [Slug<Skill>] {
        var seen = Set<Slug<Skill>>()
        return steps.flatMap(\.skills).filter { seen.insert($0).inserted }
    }
}
