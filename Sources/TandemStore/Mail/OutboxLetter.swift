package import TandemCare

/// A letter in the outbox.
package struct OutboxLetter: Sendable, Hashable {
    package let id: ID<Mail>
    package let mail: Mail
    /// How often sending was begun, this time included.
    package let attempts: Int
    package let createdAt: Instant
    package let state: State

    package enum State: String, Sendable, Hashable, CaseIterable {
        case waiting, sending, sent
        /// The program ended while it was sending, so nobody knows; it is not sent again.
        case uncertain
        /// Given up.
        case failed
    }
}

/// How sending went.
package enum MailOutcome: Sendable, Hashable {
    case sent
    /// Not taken now; trying again may help. Words for the log, without addresses.
    case deferred(String)
    /// Refused for good.
    case refused(String)
    /// The line broke after the whole letter was handed over: it may have arrived.
    case uncertain(String)
}

/// The outbox in numbers, for `tandem doctor`.
package struct OutboxSummary: Sendable, Hashable {
    package let counts: [OutboxLetter.State: Int]
    /// When the oldest letter that still waits was written.
    package let oldestWaiting: Instant?

    package init(counts: [OutboxLetter.State: Int], oldestWaiting: Instant?) {
        self.counts = counts
        self.oldestWaiting = oldestWaiting
    }
}
