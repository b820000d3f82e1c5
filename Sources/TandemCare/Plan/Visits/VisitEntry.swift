package import TandemCatalog

/// What was done for one goal and one skill, and how it went.
package struct VisitEntry: Sendable, Hashable, Codable {
    package enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        case easier, same, harder
        case notDone = "not done"
    }

    package var goal: ID<Goal>?
    package var skill: Slug<Skill>?
    /// What the last note meant to do next; filled in, not written.
    package var planned: String
    package var did: String
    /// Against the last visit.
    package var outcome: Outcome?
    package var help: HelpLevel?
    package var next: String

    package init(
        goal: ID<Goal>?,
        skill: Slug<Skill>? = nil,
        planned: String = "",
        did: String = "",
        outcome: Outcome? = nil,
        help: HelpLevel? = nil,
        next: String = ""
    ) {
        self.goal = goal
        self.skill = skill
        self.planned = planned
        self.did = did
        self.outcome = outcome
        self.help = help
        self.next = next
    }

    /// Nothing was written here.
    package var isEmpty: Bool { did.isBlank && outcome == nil && help == nil && next.isBlank }
}

/// Minutes of one service.
package struct VisitService: Sendable, Hashable, Codable {
    /// Unique for good, so that a merge knows one service from another.
    package let id: ID<VisitService>
    package let discipline: Discipline
    package var what: String
    /// `nil` until somebody writes them, which is not the same as 0.
    package var minutes: Int?
    /// Counts toward timed units; an evaluation does not.
    package var isTimed: Bool

    package init(id: ID<VisitService>, discipline: Discipline, what: String, minutes: Int?, isTimed: Bool = true) {
        self.id = id
        self.discipline = discipline
        self.what = what
        self.minutes = minutes
        self.isTimed = isTimed
    }
}

/// Three lines for the other therapist.
package struct Handoff: Sendable, Hashable, Codable {
    package var did: String
    package var worksBest: String
    package var nextAsks: String

    package init(did: String = "", worksBest: String = "", nextAsks: String = "") {
        self.did = did
        self.worksBest = worksBest
        self.nextAsks = nextAsks
    }

    package var isEmpty: Bool { did.isBlank && worksBest.isBlank && nextAsks.isBlank }
}

/// That both therapists treated in one visit: two disciplines at most, each with goals and minutes, and why it took both. Each of the
/// two documents it in a note of their own. (Joint guidelines of ASHA, AOTA and APTA.)
package struct CoTreatment: Sendable, Hashable, Codable {
    package struct Side: Sendable, Hashable, Codable {
        package var goals: [ID<Goal>]
        /// `nil` until somebody writes them.
        package var minutes: Int?

        package init(goals: [ID<Goal>], minutes: Int?) {
            self.goals = goals
            self.minutes = minutes
        }
    }

    /// The other therapist's name.
    package var partner: String
    /// Who that is, and where they treat the child; `nil` for somebody who is not on the child's team.
    package var therapist: ID<Account>?
    package var practice: ID<Practice>?
    package var reason: String
    package var physical: Side
    package var occupational: Side

    package init(
        partner: String,
        therapist: ID<Account>? = nil,
        practice: ID<Practice>? = nil,
        reason: String,
        physical: Side,
        occupational: Side
    ) {
        self.partner = partner
        self.therapist = therapist
        self.practice = practice
        self.reason = reason
        self.physical = physical
        self.occupational = occupational
    }

    package func side(_ discipline: Discipline) -> Side { discipline == .physical ? physical : occupational }
}
