/// Where a referral stands: the states of HL7 BSeR, with the kinds of "in progress" (5.1.x, 5.2) as states of their own.
package enum ReferralState: String, Sendable, Hashable, Codable, CaseIterable {
    case draft, received, accepted
    /// 5.1.1
    case scheduled
    /// 5.1.2: the child did not come.
    case unattended
    /// 5.1.3
    case visitCancelled = "visit cancelled"
    /// 5.1.4: the child was seen, the report back is to come.
    case visitDone = "visit done"
    /// 5.1: under way, and nothing told of the visits.
    case active
    /// 5.2
    case cancellationRequested = "cancellation requested"
    case rejected, cancelled, completed

    package var isTerminal: Bool {
        switch self {
        case .rejected, .cancelled, .completed: true
        default: false
        }
    }
}

/// What can happen to a referral.
package enum ReferralEvent: String, Sendable, Hashable, Codable, CaseIterable {
    case send, accept, decline
    case askToCancel = "ask to cancel"
    case schedule, reschedule
    case noShow = "no-show"
    case visitCancelled = "visit cancelled"
    case interimNote = "interim note"
    /// The report back.
    case outcome
    case confirmCancel = "confirm cancel"
    /// The same where nothing is told of the visit; other systems say no more.
    case scheduleUntold = "schedule untold"
    case interimUntold = "interim untold"

    /// A visit with a day.
    package var setsVisit: Bool { self == .schedule || self == .reschedule }
    /// Somebody else has to know why.
    package var needsReason: Bool { self == .decline || self == .askToCancel }
    package var needsReport: Bool { self == .outcome }
}

/// The two sides of a referral.
package enum ReferralSide: String, Sendable, Hashable, Codable, CaseIterable {
    /// Who asks; the initiator of BSeR.
    case sender
    /// Who is asked.
    case recipient

    package var other: ReferralSide { self == .sender ? .recipient : .sender }
}

/// Why a referral did not lead to a report back. A closed list, so that it can be counted.
package enum LostReason: String, Sendable, Hashable, Codable, CaseIterable {
    case noRoom = "no room"
    case otherField = "not their field"
    case insurance
    case distance
    case noOrder = "no doctor's order"
    case notReached = "family not reached"
    case familyDeclined = "family decided against it"
    case elsewhere = "went somewhere else"
    case noAnswer = "no answer"
    case notNeeded = "no longer needed"
    case other
}
