package import TandemCatalog

/// A child's visit at a practice, once or again and again. Times are what the clock of the practice shows, so that half past three
/// stays half past three when the clocks are turned.
package struct Appointment: Sendable, Hashable, Codable {
    package let id: ID<Appointment>
    package let practice: ID<Practice>
    package let child: ID<Child>
    /// IANA name of the practice's zone when it was made.
    package let zone: String
    package private(set) var content: Content
    /// The other half of a visit with a therapist of another practice.
    package let joint: ID<JointAppointment>?
    /// The series that this one goes on with, changed.
    package let follows: ID<Appointment>?
    /// What differs from the rule, by the day that the rule names, in order.
    package private(set) var changes: [Change]
    package let made: Stamp

    /// What the front desk writes.
    package struct Content: Sendable, Hashable, Codable {
        /// Accounts of the practice; two of them treat together.
        package var therapists: [ID<Account>]
        package var discipline: Discipline
        package var first: CalendarDate
        package var at: TimeOfDay
        package var minutes: Int
        package var place: Place
        /// "Room 2", "Lincoln School, gym".
        package var whereabouts: String
        /// `nil` for once.
        package var recurrence: Recurrence?
        /// For scheduling only, never about health: "rings the side door".
        package var note: String

        package init(
            therapists: [ID<Account>],
            discipline: Discipline,
            first: CalendarDate,
            at: TimeOfDay,
            minutes: Int,
            place: Place = .clinic,
            whereabouts: String = "",
            recurrence: Recurrence? = nil,
            note: String = ""
        ) {
            self.therapists = therapists
            self.discipline = discipline
            self.first = first
            self.at = at
            self.minutes = minutes
            self.place = place
            self.whereabouts = whereabouts
            self.recurrence = recurrence
            self.note = note
        }
    }

    package enum Place: String, Sendable, Hashable, Codable, CaseIterable {
        case clinic, home, school, telehealth
    }

    /// One occurrence that was moved, or whose state is no longer "planned".
    package struct Change: Sendable, Hashable, Codable {
        /// The day that the rule names.
        package let on: CalendarDate
        package var moved: Move?
        package var state: Occurrence.State
    }

    package struct Move: Sendable, Hashable, Codable {
        package let day: CalendarDate
        package let at: TimeOfDay
        package let minutes: Int
        package let therapists: [ID<Account>]

        package init(day: CalendarDate, at: TimeOfDay, minutes: Int, therapists: [ID<Account>]) {
            self.day = day
            self.at = at
            self.minutes = minutes
            self.therapists = therapists
        }
    }

    package init(
        id: ID<Appointment>,
        practice: ID<Practice>,
        child: ID<Child>,
        zone: ZoneRules,
        content: Content,
        joint: ID<JointAppointment>? = nil,
        follows: ID<Appointment>? = nil,
        made: Stamp
    ) {
        self.id = id
        self.practice = practice
        self.child = child
        self.zone = zone.name
        self.content = content
        self.joint = joint
        self.follows = follows
        changes = []
        self.made = made
    }

    package var rules: ZoneRules { ZoneRules.named(zone) ?? .utc }

    /// Every occurrence, in the order of the rule's days.
    package var occurrences: [Occurrence] {
        let changed = Dictionary(changes.map { ($0.on, $0) }, uniquingKeysWith: { $1 })
        return days.map { day in occurrence(day, changed[day]) }
    }

    /// The occurrence of a day that the rule names.
    package func occurrence(on day: CalendarDate) -> Occurrence? {
        guard days.contains(day) else { return nil }
        return occurrence(day, changes.first { $0.on == day })
    }

    /// The days that the rule names.
    package var days: [CalendarDate] { content.recurrence?.days(from: content.first) ?? [content.first] }

    private func occurrence(_ day: CalendarDate, _ change: Change?) -> Occurrence {
        let moved = change?.moved
        let (on, at) = (moved?.day ?? day, moved?.at ?? content.at)
        return Occurrence(
            appointment: id,
            ruleDay: day,
            day: on,
            at: at,
            therapists: moved?.therapists ?? content.therapists,
            span: Span(rules.instant(on, at), minutes: moved?.minutes ?? content.minutes),
            state: change?.state ?? .planned
        )
    }

    mutating func set(_ content: Content) { self.content = content }

    /// Takes in what differs on one day; nothing is kept of a day that is as the rule has it.
    mutating func change(_ day: CalendarDate, _ step: (inout Change) -> Void) {
        var change = changes.first { $0.on == day } ?? Change(on: day, moved: nil, state: .planned)
        step(&change)
        changes.removeAll { $0.on == day }
        if change.moved != nil || change.state != .planned { changes.append(change) }
        changes.sort { $0.on < $1.on }
    }

    mutating func keepChanges(_ isKept: (CalendarDate) -> Bool) { changes.removeAll { !isKept($0.on) } }
}
