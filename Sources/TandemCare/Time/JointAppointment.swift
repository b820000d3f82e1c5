package import TandemCatalog

/// A visit in which therapists of two practices see a child together. One practice proposes it and holds the time; the other one
/// says yes, and then has it in its own calendar too.
package struct JointAppointment: Sendable, Hashable, Codable {
    package let id: ID<JointAppointment>
    package let child: ID<Child>
    package let proposing: Side
    package let asked: Side
    package let span: Span
    package let place: Appointment.Place
    package let whereabouts: String
    package let proposed: Stamp
    package private(set) var state: State

    /// One practice's part.
    package struct Side: Sendable, Hashable, Codable {
        package let practice: ID<Practice>
        package let therapist: ID<Account>
        package let discipline: Discipline

        package init(practice: ID<Practice>, therapist: ID<Account>, discipline: Discipline) {
            self.practice = practice
            self.therapist = therapist
            self.discipline = discipline
        }
    }

    package enum State: Sendable, Hashable, Codable {
        case proposed
        case confirmed(Stamp)
        case declined(Stamp)
        /// By the practice that proposed it, or because one side's visit was cancelled.
        case withdrawn(Stamp)

        package var word: String {
            switch self {
            case .proposed: "proposed"
            case .confirmed: "confirmed"
            case .declined: "declined"
            case .withdrawn: "withdrawn"
            }
        }
    }

    package enum Fault: Error, Sendable, Hashable {
        /// Answered or withdrawn already.
        case notWaiting
        case over
    }

    package init(
        id: ID<JointAppointment>,
        child: ID<Child>,
        proposing: Side,
        asked: Side,
        span: Span,
        place: Appointment.Place,
        whereabouts: String,
        proposed: Stamp
    ) {
        self.id = id
        self.child = child
        self.proposing = proposing
        self.asked = asked
        self.span = span
        self.place = place
        self.whereabouts = whereabouts
        self.proposed = proposed
        state = .proposed
    }

    package mutating func confirm(by stamp: Stamp) throws(Fault) {
        try waits()
        guard span.start > stamp.at else { throw .over }
        state = .confirmed(stamp)
    }

    package mutating func decline(by stamp: Stamp) throws(Fault) {
        try waits()
        state = .declined(stamp)
    }

    /// Either side's visit was cancelled: it is no longer together.
    package mutating func withdraw(by stamp: Stamp) {
        switch state {
        case .proposed, .confirmed: state = .withdrawn(stamp)
        case .declined, .withdrawn: break
        }
    }

    /// The part of a practice.
    package func side(of practice: ID<Practice>) -> Side? {
        [proposing, asked].first { $0.practice == practice }
    }

    /// What stands in a practice's calendar.
    package func content(_ side: Side, in zone: ZoneRules) -> Appointment.Content {
        let wall = zone.wall(span.start)
        return Appointment.Content(
            therapists: [side.therapist],
            discipline: side.discipline,
            first: wall.day,
            at: wall.time,
            minutes: span.minutes,
            place: place,
            whereabouts: whereabouts
        )
    }

    private func waits() throws(Fault) {
        guard case .proposed = state else { throw .notWaiting }
    }
}
