import TandemCare
import TandemCatalog

/// A referral to reckon with, without a store.
enum ReferralFixture {
    static let table = {
        do { return try ReferralTable(PlanFixture.rule("referral-states.txt")) } catch { fatalError("\(error)") }
    }()
    static let start = Instant(microseconds: 1_790_000_000_000_000)
    static let account: ID<Account> = id(1)
    static let clock = ReferralClock(practice: id(2))

    static func id<Entity>(_ number: UInt8) -> ID<Entity> { ID(at: start, random: Array(repeating: number, count: 10)) }

    /// A draft that the family said yes to.
    static func draft(agreed: Bool = true) throws -> Referral {
        var referral = Referral(
            id: id(3),
            child: id(4),
            from: clock.practice,
            to: .practice(id(5)),
            discipline: .occupational,
            request: "Please look at buttons and zips.",
            created: Stamp(by: account, at: start),
            clock: clock
        )
        guard agreed else { return referral }
        try referral.agree(
            ReferralConsent.Given(
                way: .spoken,
                name: "Ana Núñez",
                on: start,
                stamp: Stamp(by: account, at: start),
                household: id(6),
                scope: [.contact, .plan],
                coversNext: false
            )
        )
        return referral
    }

    /// What has to be said with an event, said.
    static func act(_ event: ReferralEvent, on day: CalendarDate) -> ReferralAct {
        ReferralAct(
            event,
            note: "A word about it.",
            reason: event.needsReason ? .noRoom : nil,
            visit: event.setsVisit ? day : nil,
            report: event.needsReport ? ReportBack(findings: "Pincer grasp is coming along.") : nil
        )
    }
}
