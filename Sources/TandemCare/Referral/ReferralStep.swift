package import TandemCatalog

/// Who did something to a referral.
package enum ReferralHand: Sendable, Hashable, Codable {
    case person(ID<Account>, ReferralSide)
    /// Whoever has the secure link and its code: a partner without an account.
    case link

    package var side: ReferralSide {
        switch self {
        case .person(_, let side): side
        case .link: .recipient
        }
    }

    package var account: ID<Account>? {
        switch self {
        case .person(let account, _): account
        case .link: nil
        }
    }
}

/// What somebody does to a referral, and what they say with it.
package struct ReferralAct: Sendable, Hashable {
    package var event: ReferralEvent
    package var note: String
    package var reason: LostReason?
    /// The day of the visit that is set, or that took place.
    package var visit: CalendarDate?
    package var report: ReportBack?

    package init(
        _ event: ReferralEvent,
        note: String = "",
        reason: LostReason? = nil,
        visit: CalendarDate? = nil,
        report: ReportBack? = nil
    ) {
        self.event = event
        self.note = note
        self.reason = reason
        self.visit = visit
        self.report = report
    }
}

/// What the recipient tells at the end.
package struct ReportBack: Sendable, Hashable, Codable {
    /// What was found and done.
    package var findings: String
    /// What comes next, and what the sender should know.
    package var next: String

    package init(findings: String, next: String = "") {
        self.findings = findings
        self.next = next
    }
}

/// One move that was made.
package struct ReferralStep: Sendable, Hashable, Codable {
    /// The number of the move in the table.
    package let move: Int
    package let event: ReferralEvent
    package let state: ReferralState
    package let hand: ReferralHand
    package let at: Instant
    package let note: String
    package let reason: LostReason?
    package let visit: CalendarDate?
    package let report: ReportBack?
}

/// Why nothing was done.
package enum ReferralFault: Error, Sendable, Hashable {
    /// From where the referral stands this cannot happen.
    case notFromHere(ReferralState)
    /// It can, but the other side does it.
    case otherSide
    /// The family has not said yes.
    case noConsent
    case noRequest
    case noReason
    case noVisitDay
    case noReport
    case tooLong
    /// Only a draft can be put away; only what stayed silent, or waits to be canceled, can be let go.
    case notYet
}
