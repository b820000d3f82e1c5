import TandemCare
import TandemCatalog
import TandemStore

/// Referrals of the demonstration: to a partner without an account, and from one practice to the other, in several states.
struct DemoReferrals: Sendable {
    let store: Store
    let clock: DemoClock
    let table: ReferralTable
    let sender: Membership
    private let other: ID<Practice>
    private let partner: Partner

    /// Adds a partner that is not in Tandem, in the circle of the practice.
    init(
        store: Store,
        clock: DemoClock,
        table: ReferralTable,
        sender: Membership,
        other: ID<Practice>
    ) async throws {
        self.store = store
        self.clock = clock
        self.table = table
        self.sender = sender
        self.other = other
        let partner = Partner(
            id: store.effects.id(),
            practice: sender.practice,
            name: "Little Hands Occupational Therapy",
            disciplines: [.occupational],
            phone: "217-555-0177",
            fax: "217-555-0178",
            email: "office@littlehands.example",
            place: "Springfield, IL",
            isTrusted: true
        )
        try await store.change(by: .person(sender.account, in: sender.practice)) { _ = try $0.add(partner) }
        self.partner = partner
    }

    /// The story of one child: asked, on the way, or declined.
    func tell(_ young: DemoPeople.Young, _ child: ID<Child>, _ home: ID<Household>) async throws {
        let parent = young.homes.first?.parent.name ?? ""
        switch young.given {
        case "Maya":
            try await tell(
                child,
                to: .practice(other),
                "Getting dressed in the morning: buttons, zips, and socks. Please look at her hands.",
                household: home,
                parent: parent,
                [.send]
            )
        case "Inés":
            try await tell(
                child,
                to: .partner(partner.id),
                "Handwriting gets tired.",
                household: home,
                parent: parent,
                [.send, .decline]
            )
        case "Kofi":
            try await tell(
                child,
                to: .partner(partner.id),
                "Scissors and pencil grip.",
                household: home,
                parent: parent,
                [.send, .accept, .schedule]
            )
        default: break
        }
    }

    /// One referral, as far as `way` goes.
    private func tell(
        _ child: ID<Child>,
        to recipient: ReferralRecipient,
        _ request: String,
        household: ID<Household>,
        parent: String,
        _ way: [ReferralEvent]
    ) async throws {
        let rules = ReferralClock(practice: sender.practice)
        let started = store.effects.now()
        let stamp = Stamp(by: sender.account, at: started)
        var referral = Referral(
            id: store.effects.id(),
            child: child,
            from: sender.practice,
            to: recipient,
            discipline: .occupational,
            request: request,
            package: ReferralPackage(parts: [
                ReferralPackage.Part(.contact, title: "The child, and how to reach the family", lines: [parent])
            ]),
            created: stamp,
            clock: rules
        )
        try referral.agree(
            ReferralConsent.Given(
                way: .spoken,
                name: parent,
                on: started,
                stamp: stamp,
                household: household,
                scope: Set(Consent.Scope.allCases),
                coversNext: true
            )
        )
        for event in way {
            clock.pass(.hours(7))
            try referral.apply(
                ReferralAct(
                    event,
                    reason: event.needsReason ? .noRoom : nil,
                    visit: event.setsVisit ? store.effects.today() : nil,
                    report: event.needsReport
                        ? ReportBack(findings: "Fine motor skills are within what is usual for the age.") : nil
                ),
                by: event == .send ? .person(sender.account, .sender) : .link,
                table: table,
                clock: rules,
                at: store.effects.now()
            )
        }
        let made = referral
        try await store.change(by: .person(sender.account, in: sender.practice)) { try $0.insert(made) }
    }
}
