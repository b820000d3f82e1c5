package import TandemCare
package import TandemCatalog
package import TandemStore

/// Referrals of the town: Dana of Bright Steps asks Hands On to see Maya for OT (a draft that the family said yes to), and keeps a
/// partner without an account.
package struct TownReferral: Sendable {
    package let referral: Referral
    package let partner: Partner
    package static let table = {
        do { return try ReferralTable(TestStore.rule("referral-states.txt")) } catch { fatalError("\(error)") }
    }()

    /// Letters of tests: the words do not matter, whom they go to does.
    package static let rules = ReferralRules(
        table: table,
        letters: ReferralLetters(
            practice: { _, _ in Letter(subject: "News of a referral", body: "See there.") },
            family: { _ in Letter(subject: "A question for you", body: "See there.") },
            access: Letter(subject: "Somebody treats your child", body: "See there.")
        )
    )

    package init(in town: Town) async throws {
        let effects = town.store.effects
        let partner = Partner(
            id: effects.id(),
            practice: town.brightSteps.id,
            name: "Little Hands OT",
            disciplines: [.occupational],
            phone: "555-0130",
            fax: "555-0131",
            email: "office@littlehands.example.org",
            place: "Springfield, IL",
            isTrusted: true
        )
        let referral = try Self.draft(town, to: .practice(town.handsOn.id))
        try await town.store.change(by: .program) { transaction in
            try transaction.add(partner)
            try transaction.insert(referral)
        }
        self.partner = partner
        self.referral = referral
    }

    /// A draft of Dana's about Maya, with the family's yes.
    package static func draft(
        _ town: Town,
        to recipient: ReferralRecipient,
        scope: Set<Consent.Scope> = Set(Consent.Scope.allCases),
        agreed: Bool = true
    ) throws -> Referral {
        let effects = town.store.effects
        let stamp = Stamp(by: town.account(.dana), at: effects.now())
        var referral = Referral(
            id: effects.id(),
            child: town.maya.id,
            from: town.brightSteps.id,
            to: recipient,
            discipline: .occupational,
            request: "Please look at how Maya uses her hands for buttons and zips.",
            package: ReferralPackage(parts: [
                ReferralPackage.Part(.contact, title: "How to reach the family", lines: ["Ana Núñez, 555-0101"])
            ]),
            created: stamp,
            clock: ReferralClock(practice: town.brightSteps.id)
        )
        guard agreed else { return referral }
        try referral.agree(
            ReferralConsent.Given(
                way: .tandem,
                name: "Ana Núñez",
                on: effects.now(),
                stamp: Stamp(by: town.account(.ana), at: effects.now()),
                household: town.mothersHome.id,
                scope: scope,
                coversNext: true
            )
        )
        return referral
    }

    /// What has to be said with an event, said.
    package static func act(_ event: ReferralEvent, on day: CalendarDate) -> ReferralAct {
        ReferralAct(
            event,
            note: "A word about it.",
            reason: event.needsReason ? .noRoom : nil,
            visit: event.setsVisit ? day : nil,
            report: event.needsReport ? ReportBack(findings: "Pincer grasp is coming along.") : nil
        )
    }
}
