import TandemCare
import TandemCatalog
import TandemDatabase

/// Keeps `occurrence` as the appointments say.
extension Transaction {
    /// - Parameter day: the one visit to list anew, by the rule's day; all of them if `nil`.
    func list(_ appointment: Appointment, only day: CalendarDate? = nil) throws {
        let id = SQLValue.text(appointment.id.text)
        if let day {
            try connection.send("DELETE FROM occurrence WHERE appointment = $1 AND rule_day = $2", [id, .day(day)])
        } else {
            try connection.send("DELETE FROM occurrence WHERE appointment = $1", [id])
        }
        let child = try connection.kept(insteadOf: appointment.child) ?? appointment.child
        for visit in appointment.occurrences where day == nil || visit.ruleDay == day {
            for therapist in visit.therapists {
                try connection.send(
                    """
                    INSERT INTO occurrence
                        (appointment, rule_day, therapist, practice, child, on_day, starts_at, ends_at, state)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                    """,
                    [
                        id, .day(visit.ruleDay), .text(therapist.text), .text(appointment.practice.text),
                        .text(child.text), .day(visit.day), .integer(visit.span.start.microseconds),
                        .integer(visit.span.end.microseconds), .text(visit.state.word),
                    ]
                )
            }
        }
    }

    /// What was planned for a record that was joined into another one is planned for that one.
    func moveVisits(_ merged: ID<Child>, _ kept: ID<Child>) throws {
        try connection.send(
            "UPDATE occurrence SET child = $1 WHERE child = $2",
            [.text(kept.text), .text(merged.text)]
        )
    }
}
