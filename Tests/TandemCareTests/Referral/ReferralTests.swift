import TandemCare
import TandemCatalog
import Testing

struct ReferralTests {
    private let table = ReferralFixture.table
    private let start = ReferralFixture.start
    private let visit = CalendarDate(year: 2026, month: 10, day: 1)

    @discardableResult
    private func move(
        _ referral: inout Referral,
        _ event: ReferralEvent,
        by side: ReferralSide = .recipient,
        after days: Int = 0
    ) throws(ReferralFault) -> Referral {
        try referral.apply(
            ReferralFixture.act(event, on: visit),
            by: .person(ReferralFixture.account, side),
            table: table,
            clock: ReferralFixture.clock,
            at: start + .days(days)
        )
        return referral
    }

    @Test func `Nothing is sent without the family's yes`() throws {
        var referral = try ReferralFixture.draft(agreed: false)
        #expect(throws: ReferralFault.noConsent) { try move(&referral, .send, by: .sender) }
        try referral.askFamily(by: Stamp(by: ReferralFixture.account, at: start))
        #expect(throws: ReferralFault.noConsent) { try move(&referral, .send, by: .sender) }
    }

    @Test func `What the family said yes to cannot become something else`() throws {
        var referral = try ReferralFixture.draft()
        try referral.edit { $0.package.parts = [ReferralPackage.Part(.measures, title: "Measures", lines: ["..."])] }
        #expect(referral.consent.given == nil)
    }

    @Test func `The timeline tells of what happened, and a draft that was put away tells nothing`() throws {
        var referral = try ReferralFixture.draft()
        var draft = referral
        let stamp = Stamp(by: ReferralFixture.account, at: ReferralFixture.start)
        try draft.end(.notNeeded, note: "", by: stamp)
        #expect(draft.timeline(from: "A", to: "B").isEmpty)
        try move(&referral, .send, by: .sender, after: 1)
        try referral.end(
            .noAnswer,
            note: "",
            by: Stamp(by: ReferralFixture.account, at: ReferralFixture.start + .days(40))
        )
        let entries = referral.timeline(from: "A", to: "B")
        let events = [ReferralHappening.sent, .letGo].map {
            TimelineEvent.referral($0, referral.id, .occupational, from: "A", to: "B")
        }
        #expect(entries.map(\.event) == events)
        #expect(entries.allSatisfy { $0.by == ReferralFixture.account && $0.discipline == nil })
    }

    @Test func `A yes that was taken back stops accepting`() throws {
        var referral = try ReferralFixture.draft()
        try move(&referral, .send, by: .sender)
        try referral.refuse(by: Stamp(by: ReferralFixture.account, at: start), reason: "We moved.")
        #expect(throws: ReferralFault.noConsent) { try move(&referral, .accept) }
        try move(&referral, .decline)
        #expect(referral.lostReason == .noRoom)
    }

    @Test(arguments: [
        (ReferralEvent.decline, ReferralFault.noReason), (.schedule, .noVisitDay), (.outcome, .noReport),
    ])
    func `What has to be said with an event must be said`(_ event: ReferralEvent, _ fault: ReferralFault) throws {
        var referral = try ReferralFixture.draft()
        try move(&referral, .send, by: .sender)
        try move(&referral, .accept)
        #expect(throws: fault) {
            try referral.apply(
                ReferralAct(event),
                by: .person(ReferralFixture.account, .recipient),
                table: table,
                clock: ReferralFixture.clock,
                at: start
            )
        }
    }

    @Test(arguments: [
        (2, ReferralStanding.Level.fine), (3, .remind), (6, .remind), (7, .alarm), (13, .alarm), (14, .silent),
    ])
    func `Silence is told of after 3, 7 and 14 days`(_ days: Int, _ level: ReferralStanding.Level) throws {
        var referral = try ReferralFixture.draft()
        try move(&referral, .send, by: .sender)
        #expect(referral.standing(at: start + .days(days)).level == level)
        #expect(referral.mayGoOn(at: start + .days(days)) == (level == .silent))
    }

    @Test func `The clock of a visit starts on its day`() throws {
        var referral = try ReferralFixture.draft()
        try move(&referral, .send, by: .sender)
        try move(&referral, .accept)
        try move(&referral, .schedule)
        #expect(referral.due == Instant(startOf: visit) + .hours(12) + .days(3))
        #expect(referral.contacted != nil, "who sets a visit has reached the family")
    }

    @Test func `What stays silent is let go, and an answer that comes after all counts`() throws {
        var referral = try ReferralFixture.draft()
        try move(&referral, .send, by: .sender)
        let early = Stamp(by: ReferralFixture.account, at: start + .days(8))
        #expect(throws: ReferralFault.notYet) { try referral.end(.noAnswer, note: "", by: early) }
        try referral.end(.noAnswer, note: "", by: Stamp(by: ReferralFixture.account, at: start + .days(15)))
        #expect(!referral.isOpen)
        #expect(referral.lostReason == .noAnswer)
        try move(&referral, .accept, after: 16)
        #expect(referral.isOpen)
        #expect(referral.lostReason == nil)
    }

    @Test func `A draft that is put away stays where it is`() throws {
        var referral = try ReferralFixture.draft()
        try referral.end(.notNeeded, note: "", by: Stamp(by: ReferralFixture.account, at: start))
        #expect(referral.isPutAway && !referral.isOpen && referral.lostReason == .notNeeded)
        #expect(throws: ReferralFault.self) { try move(&referral, .send, by: .sender) }
    }
}
