package import TandemCare
package import TandemCatalog
package import TandemDatabase

/// One visit, with what a calendar shows of it.
package struct PlannedVisit: Sendable {
    package let appointment: Appointment
    package let visit: Occurrence
    package let child: Child
    /// `nil` for a visit of one practice.
    package let joint: JointAppointment?
}

/// A practice's visits of some days.
package struct PracticeWeek: Sendable {
    package let zone: ZoneRules
    /// By start.
    package let visits: [PlannedVisit]
    /// Those who treat children here, by name.
    package let therapists: [Person]
    /// Visits that another practice proposed, and that wait for an answer.
    package let asked: [PlannedJoint]
    package let waitingCount: Int
}

/// A practice's time in three numbers.
package struct TimeGlance: Sendable, Hashable {
    /// Visits of today that were not cancelled.
    package let today: Int
    package let waiting: Int
    /// Visits together that wait for an answer.
    package let asked: Int
}

/// A visit that another practice proposes.
package struct PlannedJoint: Sendable {
    package let joint: JointAppointment
    package let child: Child
}

extension Connection {
    /// - Parameters:
    ///   - days: as the clock of the practice has them.
    ///   - zone: where the practice settled none.
    package func week(
        of practice: ID<Practice>,
        _ days: [CalendarDate],
        zone standard: ZoneRules,
        at now: Instant
    ) throws -> PracticeWeek {
        PracticeWeek(
            zone: try zone(of: practice) ?? standard,
            visits: try visits(of: practice, days, at: now),
            therapists: try people(of: practice).filter(\.isTherapist),
            asked: try proposals(to: practice, at: now),
            waitingCount: try waitingCount(of: practice)
        )
    }

    /// Of children who are in the care of the practice still.
    package func visits(of practice: ID<Practice>, _ days: [CalendarDate], at now: Instant) throws -> [PlannedVisit] {
        guard let first = days.first, let last = days.last else { return [] }
        let rows = try rows(
            """
            SELECT DISTINCT o.appointment, o.rule_day, o.child FROM occurrence o
            JOIN child_listing l ON l.practice = o.practice AND l.child = o.child
            WHERE o.practice = $1 AND o.on_day >= $2 AND o.on_day <= $3 AND l.in_care = 1 AND l.until > $4
            """,
            [.text(practice.text), .day(first), .day(last), .integer(now.microseconds)]
        )
        return try planned(rows)
    }

    package func timeGlance(of practice: ID<Practice>, zone standard: ZoneRules, at now: Instant) throws -> TimeGlance {
        let day = (try zone(of: practice) ?? standard).day(now)
        let row = try row(
            """
            SELECT COUNT(*) AS number FROM (
                SELECT DISTINCT o.appointment, o.rule_day FROM occurrence o
                JOIN child_listing l ON l.practice = o.practice AND l.child = o.child
                WHERE o.practice = $1 AND o.on_day = $2 AND o.state <> 'cancelled' AND l.in_care = 1 AND l.until > $3
            ) AS visits
            """,
            [.text(practice.text), .day(day), .integer(now.microseconds)]
        )
        return TimeGlance(
            today: Int(try row?.integer("number") ?? 0),
            waiting: try waitingCount(of: practice),
            asked: try proposals(to: practice, at: now).count
        )
    }

    /// - Parameter rows: appointment, rule_day, child.
    func planned(_ rows: [Row]) throws -> [PlannedVisit] {
        let ids = Set(try rows.map { try $0.text("appointment") }).sorted()
        let appointments = try gather(ids) { list, values in
            try records(Appointment.self, where: "id IN (\(list))", values).map(\.value)
        }
        let byID = Dictionary(appointments.map { ($0.id.text, $0) }, uniquingKeysWith: { first, _ in first })
        let children = try children(Set(try rows.compactMap { ID<Child>(try $0.text("child")) }).sorted())
        let byChild = Dictionary(children.map { ($0.id.text, $0) }, uniquingKeysWith: { first, _ in first })
        let joints = try joints(Set(appointments.compactMap(\.joint)))
        return try rows.compactMap { row in
            guard let appointment = byID[try row.text("appointment")],
                let child = byChild[try row.text("child")],
                let day = CalendarDate(try row.text("rule_day")),
                let visit = appointment.occurrence(on: day)
            else { return nil }
            let joint = appointment.joint.flatMap { joints[$0] }
            return PlannedVisit(appointment: appointment, visit: visit, child: child, joint: joint)
        }.sorted { ($0.visit.span, $0.appointment.id) < ($1.visit.span, $1.appointment.id) }
    }

    private func joints(_ ids: Set<ID<JointAppointment>>) throws -> [ID<JointAppointment>: JointAppointment] {
        let found = try gather(ids.map(\.text).sorted()) { list, values in
            try records(JointAppointment.self, where: "id IN (\(list))", values).map(\.value)
        }
        return Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Visits that other practices proposed to this one, soonest first.
    func proposals(to practice: ID<Practice>, at now: Instant) throws -> [PlannedJoint] {
        let asked = try records(
            JointAppointment.self,
            where: "asked = $1 AND starts_at > $2 AND state = 'proposed' ORDER BY starts_at, id",
            [.text(practice.text), .integer(now.microseconds)]
        ).map(\.value)
        let listed = try listed(asked.map(\.child), in: practice).filter(\.isInCare)
        return asked.compactMap { joint in
            listed.first { $0.child.id == joint.child }.map { PlannedJoint(joint: joint, child: $0.child) }
        }
    }
}
