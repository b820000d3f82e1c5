package import TandemCatalog

/// What can be done with one visit of an appointment, and with all from a day on.
extension Appointment {
    package enum Fault: Error, Sendable, Hashable {
        /// The rule names no such day; somebody has changed it meanwhile.
        case noSuchVisit
        /// Attended, missed or cancelled: only what is still planned can be moved.
        case notPlanned
        /// It is still to come, so nobody can say how it went.
        case stillToCome
    }

    /// Moves one visit.
    package mutating func move(_ day: CalendarDate, to move: Move) throws(Fault) {
        guard case .planned = try visit(day).state else { throw .notPlanned }
        let isAsRuled =
            move.day == day && move.at == content.at && move.minutes == content.minutes
            && move.therapists == content.therapists
        change(day) { $0.moved = isAsRuled ? nil : move }
    }

    package mutating func cancel(_ day: CalendarDate, _ cancellation: Occurrence.Cancellation) throws(Fault) {
        guard case .planned = try visit(day).state else { throw .notPlanned }
        change(day) { $0.state = .cancelled(cancellation) }
    }

    /// Cancels every planned visit from a day on.
    package mutating func cancel(from day: CalendarDate, _ cancellation: Occurrence.Cancellation) {
        for visit in occurrences where visit.ruleDay >= day && visit.state == .planned {
            change(visit.ruleDay) { $0.state = .cancelled(cancellation) }
        }
    }

    /// The child came.
    package mutating func attend(_ day: CalendarDate, now: Instant, by stamp: Stamp) throws(Fault) {
        try tell(day, .attended(stamp), now: now)
    }

    /// The child did not come, and nobody had said so.
    package mutating func miss(_ day: CalendarDate, now: Instant, by stamp: Stamp) throws(Fault) {
        try tell(day, .noShow(stamp), now: now)
    }

    /// Planned again: the wrong button was pressed.
    package mutating func reopen(_ day: CalendarDate) throws(Fault) {
        _ = try visit(day)
        change(day) { $0.state = .planned }
    }

    /// Ends the series before a day, so that another one can go on from there.
    ///
    /// - Returns: whether anything is left of it.
    package mutating func end(before day: CalendarDate) -> Bool {
        let kept = days.filter { $0 < day }
        guard let last = kept.last, let recurrence = content.recurrence else { return false }
        var shortened = content
        shortened.recurrence = Recurrence(
            everyWeeks: recurrence.everyWeeks,
            weekdays: recurrence.weekdays,
            end: .until(last)
        )
        set(shortened)
        keepChanges { $0 < day }
        return true
    }

    private mutating func tell(_ day: CalendarDate, _ state: Occurrence.State, now: Instant) throws(Fault) {
        let visit = try visit(day)
        guard visit.takesTime else { throw .notPlanned }
        guard visit.span.start <= now + Self.early else { throw .stillToCome }
        change(day) { $0.state = state }
    }

    /// A child may be in the waiting room before the time.
    private static let early = Duration.minutes(60)

    private func visit(_ day: CalendarDate) throws(Fault) -> Occurrence {
        guard let visit = occurrence(on: day) else { throw .noSuchVisit }
        return visit
    }
}
