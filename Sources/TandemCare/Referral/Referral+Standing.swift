/// How a referral stands at a moment.
package struct ReferralStanding: Sendable, Hashable {
    package enum Level: Int, Sendable, Hashable, Comparable, CaseIterable {
        case fine, remind, alarm, silent

        package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    package let level: Level
    /// When the owner is reminded: what the words call "by".
    package let due: Instant
    /// Whole days since the clock began; 0 before it does.
    package let days: Int
}

extension ReferralStanding.Level {
    /// Nobody answered; or nobody confirms that it is canceled.
    func mayBeLetGo(from state: ReferralState) -> Bool {
        self == .silent || (state == .cancellationRequested && self >= .alarm)
    }
}

extension Referral {
    package var due: Instant { waits.since + .days(waits.days.remind) }

    package func standing(at now: Instant) -> ReferralStanding {
        let days = max(0, Int((now - waits.since).components.seconds / 86_400))
        let level: ReferralStanding.Level =
            !isOpen
            ? .fine
            : days >= waits.days.silent
                ? .silent : days >= waits.days.alarm ? .alarm : now >= due ? .remind : .fine
        return ReferralStanding(level: level, due: due, days: days)
    }

    /// Whether the sender may look for the next one: declined, canceled, silent, or let go.
    package func mayGoOn(at now: Instant) -> Bool {
        switch state {
        case .rejected, .cancelled: true
        case .completed, .draft: false
        default: ended != nil || standing(at: now).level == .silent
        }
    }

    /// The moments that a practice's numbers count from; each is when it first happened.
    package var moments: ReferralMoments {
        func first(_ events: Set<ReferralEvent>) -> Instant? { steps.first { events.contains($0.event) }?.at }
        let isClosed = !isOpen
        return ReferralMoments(
            sent: first([.send]),
            contacted: contacted?.at,
            scheduled: first([.schedule, .scheduleUntold, .reschedule]),
            attended: first([.interimNote, .interimUntold, .outcome]),
            reported: first([.outcome]),
            closed: isClosed ? ended?.stamp.at ?? steps.last?.at : nil
        )
    }
}

/// When what happened.
package struct ReferralMoments: Sendable, Hashable {
    package let sent: Instant?
    package let contacted: Instant?
    package let scheduled: Instant?
    package let attended: Instant?
    package let reported: Instant?
    package let closed: Instant?

    package init(
        sent: Instant?,
        contacted: Instant?,
        scheduled: Instant?,
        attended: Instant?,
        reported: Instant?,
        closed: Instant?
    ) {
        self.sent = sent
        self.contacted = contacted
        self.scheduled = scheduled
        self.attended = attended
        self.reported = reported
        self.closed = closed
    }
}
