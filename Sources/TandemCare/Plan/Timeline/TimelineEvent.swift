package import TandemCatalog

/// Something that happened to a child's plan.
package enum TimelineEvent: Sendable, Hashable {
    case goal(title: String, GoalStatus)
    case stepAdded(title: String, step: String)
    case stepDropped(title: String, step: String, reason: String)
    case leadProposed(title: String, skill: String, to: Lead)
    case leadSettled(title: String, skill: String, to: Lead)
    case leadDisputed(title: String, skill: String, reason: String)
    case rated(title: String, level: Int)
    case measured(name: String, Measurement.Result, unit: String)
    case visit(minutes: Int, withBoth: Bool)
    case addendum
    case practiced(done: Int, tried: Int)
    case hurt(item: String)
    case homeAdded(item: String)
    case homePaused(item: String, reason: String)
    case homeRetired(item: String, reason: String)
    case planOfCareSigned
    case paper(Paper.Kind)
    case sport(phase: String, isBack: Bool)
    case referral(ReferralHappening, ID<Referral>, Discipline, from: String, to: String)

    /// The part of the record that somebody must be allowed to see in order to see this.
    package var isNote: Bool {
        switch self {
        case .visit, .addendum: true
        default: false
        }
    }
}

/// An event, when it happened, and by whom.
package struct TimelineEntry: Sendable, Hashable {
    /// When it was written.
    package let at: Instant
    /// The day that it is about.
    package let day: CalendarDate
    package let event: TimelineEvent
    /// `nil` for family.
    package let discipline: Discipline?
    /// `nil` for a partner without an account.
    package let by: ID<Account>?
    package let goal: ID<Goal>?
    /// The id of the record it comes from: leads to it, and orders what happened in the same moment.
    package let subject: String

    package init(
        _ event: TimelineEvent,
        _ stamp: Stamp,
        day: CalendarDate? = nil,
        discipline: Discipline? = nil,
        goal: ID<Goal>? = nil,
        subject: String
    ) {
        self.init(
            event,
            at: stamp.at,
            by: stamp.by,
            day: day,
            discipline: discipline,
            goal: goal,
            subject: subject
        )
    }

    /// - Parameter by: `nil` for somebody without an account.
    package init(
        _ event: TimelineEvent,
        at: Instant,
        by: ID<Account>?,
        day: CalendarDate? = nil,
        discipline: Discipline? = nil,
        goal: ID<Goal>? = nil,
        subject: String
    ) {
        self.at = at
        self.by = by
        self.day = day ?? CalendarDate(utc: at)
        self.event = event
        self.discipline = discipline
        self.goal = goal
        self.subject = subject
    }
}

/// What of a referral a child's timeline tells.
package enum ReferralHappening: Sendable, Hashable {
    case sent, accepted
    case declined(LostReason?)
    /// The child was seen.
    case seen
    case reported, canceled
    /// Nobody answered, and the sender waits no longer.
    case letGo
}

extension TimelineEntry: Comparable {
    /// Newer first; in the same moment by subject.
    package static func < (left: Self, right: Self) -> Bool { (right.at, left.subject) < (left.at, right.subject) }
}
