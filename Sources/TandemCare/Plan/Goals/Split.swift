package import TandemCatalog

/// How one goal is shared out: the steps of the activity, the skills they ask for, and which therapy leads each skill.
///
///     step "Pull pants up" ──▶ skill "squat" ──▶ PT leads, OT supports
///                          ──▶ skill "hand strength" ──▶ OT leads, PT supports
///
/// `Split.proposed` makes it from the catalog; the therapists adjust it (`Split+Steps`, `Split+Reassignment`). A skill stands
/// once, however many steps ask for it. Every step asks for at least one skill, and every skill has a lead: nothing is left out.
package struct Split: Sendable, Hashable, Codable {
    /// One part of the activity.
    package struct Step: Sendable, Hashable, Codable {
        /// Permanent within the split; not the place in the order.
        package let number: Int
        package var text: String
        package var skills: [Slug<Skill>]
        /// `nil` where the catalog proposed it.
        package var added: Stamp?
        package var dropped: Dropping?

        package var stands: Bool { dropped == nil }
    }

    /// A step that this child does not need; it stays readable.
    package struct Dropping: Sendable, Hashable, Codable {
        package let reason: String
        package let stamp: Stamp
    }

    /// A skill and who works on it.
    package struct Part: Sendable, Hashable, Codable {
        package let skill: Slug<Skill>
        package let name: String
        package internal(set) var lead: Lead
        /// The other therapy, where it helps along.
        package var supports: [Discipline]
        /// Helpers beyond the two: "teacher", "eye doctor".
        package var alsoSupports: [String]
        /// Oldest first; see `Split+Reassignment`.
        package internal(set) var reassignments: [Reassignment] = []
    }

    /// In the order in which they are done, dropped ones among them.
    package internal(set) var steps: [Step]
    /// In the order in which the steps first ask for them.
    package internal(set) var parts: [Part]
    /// Who answers for the goal as a whole.
    package var lead: Lead

    package init(lead: Lead = .both) {
        steps = []
        parts = []
        self.lead = lead
    }

    package var standingSteps: [Step] { steps.filter(\.stands) }

    /// Parts that some standing step asks for.
    package var standingParts: [Part] {
        let asked = Set(standingSteps.flatMap(\.skills))
        return parts.filter { asked.contains($0.skill) }
    }

    package func part(_ skill: Slug<Skill>) -> Part? { parts.first { $0.skill == skill } }

    /// What one therapy leads, alone or with the other.
    package func parts(ledBy discipline: Discipline) -> [Part] { standingParts.filter { $0.lead.includes(discipline) } }

    /// Parts of a step, in its order.
    package func parts(of step: Step) -> [Part] { step.skills.compactMap(part) }

    /// The therapy of all its parts that one therapy leads alone; both where there are parts of each, or none of either.
    package func lead(of step: Step) -> Lead {
        let leads = Set(parts(of: step).map(\.lead)).subtracting([.both])
        return leads.count == 1 ? leads.first ?? .both : .both
    }

    /// Therapies that lead something here and that nobody of the team practices: reason to look for one.
    package func uncovered(by team: Set<Discipline>) -> [Discipline] {
        let leads = standingParts.map(\.lead)
        return Discipline.allCases.filter { discipline in
            guard !team.contains(discipline) else { return false }
            return leads.contains(Lead(discipline)) || (team.isEmpty && leads.contains(.both))
        }
    }
}
