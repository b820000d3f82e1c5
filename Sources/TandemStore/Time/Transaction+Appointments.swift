package import TandemCare
package import TandemCatalog
import TandemDatabase

/// Booking, moving, cancelling. Two who book one therapist for one time at once pass one after the other, and the second is told.
extension Transaction {
    /// A new appointment in the practice of the permit.
    ///
    /// - Throws: `ScheduleFault`; `StoreFailure.notFound` for somebody who is no therapist of that discipline there.
    @discardableResult
    package func book(
        _ content: Appointment.Content,
        follows: ID<Appointment>? = nil,
        placing entry: ID<WaitingEntry>? = nil,
        _ permit: Permit
    ) throws -> Appointment {
        guard let practice = permit.ground.practice else { throw StoreFailure.notFound }
        let appointment = Appointment(
            id: effects.id(),
            practice: practice,
            child: permit.child,
            zone: try zone(of: practice),
            content: content,
            follows: follows,
            made: permit.stamp
        )
        try put(appointment)
        if let entry {
            guard let waiting = try connection.record(entry)?.value, waiting.practice == practice,
                waiting.child == permit.child
            else { throw StoreFailure.notFound }
            try update(entry) { $0.place(by: permit.stamp) }
        }
        return appointment
    }

    /// Writes a new appointment once its times are known to be free.
    func put(_ appointment: Appointment, offer: ID<SlotOffer>? = nil) throws {
        try check(appointment.content.therapists, of: appointment.content.discipline, in: appointment.practice)
        try check(appointment, appointment.occurrences, offer: offer)
        try insert(appointment)
        try list(appointment)
    }

    /// Moves one visit.
    package func move(
        _ id: ID<Appointment>,
        _ day: CalendarDate,
        to move: Appointment.Move,
        _ permit: Permit
    ) throws {
        try change(id, day, permit) { appointment in
            guard appointment.joint == nil else { throw ScheduleFault.joint }
            try check(move.therapists, of: appointment.content.discipline, in: appointment.practice)
            try appointment.move(day, to: move)
            try check(appointment, [appointment.occurrence(on: day)].compactMap(\.self))
        }
    }

    /// Cancels one visit, or all from a day on. The other half of a visit with two practices stays in the other calendar, alone.
    package func cancel(
        _ id: ID<Appointment>,
        _ day: CalendarDate,
        andLater: Bool = false,
        _ cancellation: Occurrence.Cancellation,
        _ permit: Permit
    ) throws {
        let appointment = try change(id, andLater ? nil : day, permit) { appointment in
            if andLater {
                appointment.cancel(from: day, cancellation)
            } else {
                try appointment.cancel(day, cancellation)
            }
        }
        if let joint = appointment.joint { try update(joint) { $0.withdraw(by: permit.stamp) } }
    }

    /// What became of one visit: it took place, nobody came, or it is planned again.
    package func tell(_ id: ID<Appointment>, _ day: CalendarDate, _ outcome: VisitOutcome, _ permit: Permit) throws {
        try change(id, day, permit) { appointment in
            switch outcome {
            case .attended: try appointment.attend(day, now: now, by: permit.stamp)
            case .noShow: try appointment.miss(day, now: now, by: permit.stamp)
            case .planned:
                try appointment.reopen(day)
                try check(appointment, [appointment.occurrence(on: day)].compactMap(\.self))
            }
        }
    }

    /// Changes a series from a day on: it ends before that day, and another one goes on.
    ///
    /// - Throws: `ScheduleFault`; `Appointment.Fault.noSuchVisit`.
    package func change(
        _ id: ID<Appointment>,
        from day: CalendarDate,
        to content: Appointment.Content,
        _ permit: Permit
    ) throws {
        try change(id, nil, permit) { appointment in
            guard appointment.joint == nil else { throw ScheduleFault.joint }
            guard appointment.days.contains(day) else { throw Appointment.Fault.noSuchVisit }
            if !appointment.end(before: day) {
                let away = Occurrence.Cancellation(by: .practice, why: .moved, stamp: permit.stamp)
                appointment.cancel(from: day, away)
            }
        }
        try book(content, follows: id, permit)
    }

    /// - Parameter day: the one day that changes; `nil` where more do.
    @discardableResult
    private func change(
        _ id: ID<Appointment>,
        _ day: CalendarDate?,
        _ permit: Permit,
        _ step: (inout Appointment) throws -> Void
    ) throws -> Appointment {
        let standing = try connection.part(id, permit).value
        guard standing.practice == permit.ground.practice else { throw StoreFailure.notFound }
        let changed = try update(id, step).value
        try list(changed, only: day)
        return changed
    }

    /// - Throws: `ScheduleFault.taken`, `.childBusy`, where one of the visits cannot be.
    private func check(_ appointment: Appointment, _ visits: [Occurrence], offer: ID<SlotOffer>? = nil) throws {
        let visits = visits.filter(\.takesTime)
        guard let start = visits.map(\.span.start).min(), let end = visits.map(\.span.end).max() else { return }
        let child = try connection.kept(insteadOf: appointment.child) ?? appointment.child
        let therapists = Set(visits.flatMap(\.therapists)).sorted()
        for name in (therapists.map(\.text) + [child.text]).sorted() { try connection.lock("time of \(name)") }
        for therapist in therapists {
            let taken = try connection.taken(
                therapist,
                within: Span(start, end),
                except: appointment.id,
                offer: offer,
                at: now
            )
            let days = visits.filter { $0.therapists.contains(therapist) }.days(meeting: taken)
            guard days.isEmpty else { throw ScheduleFault.taken(therapist, days: days) }
        }
        let taken = try connection.taken(
            by: child,
            within: Span(start, end),
            except: appointment.id,
            joint: appointment.joint
        )
        let days = visits.days(meeting: taken)
        guard days.isEmpty else { throw ScheduleFault.childBusy(days: days) }
    }

    /// Every one is a therapist of the practice, and one of them of the discipline.
    private func check(_ therapists: [ID<Account>], of discipline: Discipline, in practice: ID<Practice>) throws {
        let people = try connection.people(of: practice).filter(\.isTherapist)
        let chosen = people.filter { therapists.contains($0.account) }
        guard !therapists.isEmpty, chosen.count == Set(therapists).count,
            chosen.contains(where: { $0.roles.contains { $0.discipline == discipline } })
        else { throw StoreFailure.notFound }
    }

    package func zone(of practice: ID<Practice>) throws -> ZoneRules {
        try connection.zone(of: practice) ?? effects.zone
    }
}

/// What is said of a visit once its time has come.
package enum VisitOutcome: String, Sendable, Hashable, CaseIterable {
    case attended
    case noShow = "no-show"
    /// A wrong button was pressed.
    case planned
}

extension [Occurrence] {
    /// The days of the visits that meet something.
    fileprivate func days(meeting taken: [Span]) -> [CalendarDate] {
        let busy = FreeTime(taken).spans
        return filter { visit in busy.contains { $0.overlaps(visit.span) } }.map(\.day).sorted()
    }
}
