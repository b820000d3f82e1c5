package import TandemCatalog

/// One practice asks another therapist to see a child, and hears back.
///
///     draft ─▶ received ─▶ accepted ─▶ a visit is set ─▶ seen ─▶ the report back
///
/// It moves by `apply` alone, along the lines of `ReferralTable`; every step is kept. Two things stand beside the table: a draft
/// that never went out is put away, and what stayed silent is let go, so that the child is not forgotten with it. An answer can
/// still come then, and counts.
package struct Referral: Sendable, Hashable, Codable {
    package let id: ID<Referral>
    package let child: ID<Child>
    package let from: ID<Practice>
    package let created: Stamp
    package let to: ReferralRecipient
    package let discipline: Discipline
    /// The attempt before this one, which was declined or stayed silent.
    package let continues: ID<Referral>?
    /// The first of a row of attempts: one request, however many were asked.
    package let thread: ID<Referral>
    /// In words: what is asked, and why.
    package var request: String
    package var goals: [ID<Goal>]
    package var package: ReferralPackage
    package internal(set) var consent: ReferralConsent
    package var order: DoctorsOrder
    package internal(set) var steps: [ReferralStep]
    /// Since when the owner's clock runs, and how long it may.
    package internal(set) var waits: Waiting
    /// When the recipient first reached the family.
    package internal(set) var contacted: Contact?
    package internal(set) var ended: Ending?

    package struct Waiting: Sendable, Hashable, Codable {
        /// Who must act next; `nil` once it is closed.
        package let owner: ReferralSide?
        package let since: Instant
        package let days: ReferralClock.Days
    }

    package struct Contact: Sendable, Hashable, Codable {
        package let at: Instant
        package let hand: ReferralHand
    }

    /// How a referral ended beside the table: a draft that was put away, or silence that was let go.
    package struct Ending: Sendable, Hashable, Codable {
        package let reason: LostReason
        package let note: String
        package let stamp: Stamp
    }

    package init(
        id: ID<Referral>,
        child: ID<Child>,
        from: ID<Practice>,
        to: ReferralRecipient,
        discipline: Discipline,
        continues: Referral? = nil,
        request: String,
        goals: [ID<Goal>] = [],
        package: ReferralPackage = ReferralPackage(),
        order: DoctorsOrder = DoctorsOrder(),
        created: Stamp,
        clock: ReferralClock
    ) {
        self.id = id
        self.child = child
        self.from = from
        self.to = to
        self.discipline = discipline
        self.continues = continues?.id
        thread = continues?.thread ?? id
        self.request = request
        self.goals = goals
        self.package = package
        self.order = order
        self.created = created
        consent = .none
        steps = []
        waits = Waiting(owner: .sender, since: created.at, days: clock.days(.answer))
    }

    package var state: ReferralState { steps.last?.state ?? .draft }

    /// Somebody has to do something yet.
    package var isOpen: Bool { !state.isTerminal && ended == nil }

    /// Who must act next.
    package var owner: ReferralSide? { isOpen ? waits.owner : nil }

    /// What the recipient told at the end.
    package var report: ReportBack? { steps.last { $0.event == .outcome }?.report }

    /// The day of the visit that is set, or was the last.
    package var visit: CalendarDate? { steps.last { $0.visit != nil }?.visit }

    /// Why it did not lead to a report back.
    package var lostReason: LostReason? {
        switch state {
        case .completed: nil
        case .rejected: steps.last?.reason ?? .other
        case .cancelled: steps.last { $0.event == .askToCancel }?.reason ?? .other
        default: ended?.reason
        }
    }
}
