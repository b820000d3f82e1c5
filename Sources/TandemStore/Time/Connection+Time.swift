package import TandemCare
package import TandemCatalog
package import TandemDatabase

/// What is taken, and what is free.
extension Connection {
    /// The clock that a practice goes by; `nil` where it settled none.
    package func zone(of practice: ID<Practice>) throws -> ZoneRules? {
        try record(practice.of(PracticeClock.self))?.value.rules
    }

    package func hours(of therapist: ID<Account>, in practice: ID<Practice>) throws -> Versioned<WorkingHours>? {
        try records(
            WorkingHours.self,
            where: "practice = $1 AND therapist = $2",
            [.text(practice.text), .text(therapist.text)]
        ).first
    }

    /// When a therapist is taken, in whatever practice: by visits of children who are in care there still, and by offers that hold.
    ///
    /// - Parameters:
    ///   - own: visits of this appointment do not count.
    ///   - offer: neither does this offer.
    func taken(
        _ therapist: ID<Account>,
        within span: Span,
        except own: ID<Appointment>? = nil,
        offer: ID<SlotOffer>? = nil,
        at now: Instant
    ) throws -> [Span] {
        try rows(
            """
            SELECT o.starts_at, o.ends_at FROM occurrence o
            WHERE o.therapist = $1 AND o.starts_at > $2 AND o.starts_at < $3 AND o.ends_at > $4
                AND o.state <> 'cancelled' AND o.appointment <> $5
                AND EXISTS (SELECT 1 FROM child_listing l
                    WHERE l.practice = o.practice AND l.child = o.child AND l.in_care = 1 AND l.until > $6)
            UNION ALL
            SELECT s.starts_at, s.ends_at FROM slot_offer s
            WHERE s.therapist = $1 AND s.starts_at > $2 AND s.starts_at < $3 AND s.ends_at > $4
                AND s.state = 'open' AND s.until_at > $6 AND s.id <> $7
            """,
            [
                .text(therapist.text), .integer((span.start - .minutes(Self.longestVisit)).microseconds),
                .integer(span.end.microseconds), .integer(span.start.microseconds), .text(own?.text ?? ""),
                .integer(now.microseconds), .text(offer?.text ?? ""),
            ]
        ).map(Span.init(row:))
    }

    /// When a child has visits, at whatever practice.
    func taken(
        by child: ID<Child>,
        within span: Span,
        except own: ID<Appointment>,
        joint: ID<JointAppointment>?
    ) throws -> [Span] {
        try rows(
            """
            SELECT o.starts_at, o.ends_at FROM occurrence o JOIN appointment a ON a.id = o.appointment
            WHERE o.child = $1 AND o.starts_at > $2 AND o.starts_at < $3 AND o.ends_at > $4
                AND o.state <> 'cancelled' AND o.appointment <> $5 AND (a.joint IS NULL OR a.joint <> $6)
            """,
            [
                .text(child.text), .integer((span.start - .minutes(Self.longestVisit)).microseconds),
                .integer(span.end.microseconds), .integer(span.start.microseconds), .text(own.text),
                .text(joint?.text ?? ""),
            ]
        ).map(Span.init(row:))
    }

    /// What of a therapist's hours in a practice is free.
    package func free(
        _ therapist: ID<Account>,
        in practice: ID<Practice>,
        on days: [CalendarDate],
        zone: ZoneRules,
        at now: Instant
    ) throws -> FreeTime {
        guard let first = days.first, let last = days.last,
            let hours = try hours(of: therapist, in: practice)?.value
        else { return FreeTime([]) }
        let span = Span(zone.start(of: first), zone.start(of: last.adding(days: 1)))
        return hours.free(on: days, in: zone, taken: try taken(therapist, within: span, at: now), now: now)
    }

    /// When a therapist could see a child for so many minutes, within two weeks.
    package func slots(
        of therapist: ID<Account>,
        in practice: ID<Practice>,
        from day: CalendarDate,
        minutes: Int,
        zone: ZoneRules,
        at now: Instant
    ) throws -> [FreeSlot] {
        guard Appointment.Content.lengths.contains(minutes) else { return [] }
        return try free(therapist, in: practice, on: day.following(14), zone: zone, at: now)
            .starts(minutes: minutes).map { FreeSlot(therapist: therapist, start: $0) }
    }

    /// Minutes that the longest visit takes, so that an index on its start finds it.
    private static var longestVisit: Int { Appointment.Content.lengths.upperBound }
}

/// A time at which a visit could begin.
package struct FreeSlot: Sendable, Hashable {
    package let therapist: ID<Account>
    package let start: Instant
}

extension Span {
    init(row: Row) throws {
        self.init(
            Instant(microseconds: try row.integer("starts_at")),
            Instant(microseconds: try row.integer("ends_at"))
        )
    }
}
