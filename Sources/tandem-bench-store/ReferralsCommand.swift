import ArgumentParser
import TandemAssets
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// `tandem-bench-store referrals PLACE COUNT`
struct ReferralsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "referrals",
        abstract: "Give the practice of a filled database referrals in every state, most of them open."
    )

    @Argument(help: "A file, or the address of a PostgreSQL database.")
    var place: String

    @Argument(help: "How many.")
    var count: Int

    func run() async throws {
        let store = try await OpenStore.at(place)
        let (practice, therapist) = try await store.database.read { connection in
            guard let membership = try connection.records(Membership.self, where: "ended_at IS NULL", []).first?.value
            else { throw ValidationError("Fill the database first.") }
            return (membership.practice, membership.account)
        }
        let children = try await store.database.read { connection in
            try connection.rows("SELECT id FROM child ORDER BY id LIMIT 5000").compactMap {
                ID<Child>(try $0.text("id"))
            }
        }
        guard !children.isEmpty else { throw ValidationError("Fill the database first.") }
        let table = try ReferralTable(Assets.texts(in: "Rules").first { $0.path == "referral-states.txt" }?.text ?? "")
        let other = Practice(id: store.effects.id(), name: "Hands On", disciplines: [.occupational])
        try await store.change(by: .program) { try $0.insert(other) }
        let many = ManyReferrals(
            effects: store.effects,
            table: table,
            practice: practice,
            therapist: therapist,
            other: other.id
        )
        for start in stride(from: 0, to: count, by: 1000) {
            let end = min(count, start + 1000)
            try await store.change(by: .program) { transaction in
                for number in start..<end {
                    try transaction.insert(try many.referral(number, of: children[number % children.count]))
                }
            }
        }
        try await store.database.write { try $0.script("ANALYZE") }
        try await store.trail.close(in: store.database)
        await store.database.close()
        print(practice.text)
    }
}

/// Referrals as they are after a busy time: one in six is closed, the others wait in every state.
struct ManyReferrals: Sendable {
    let effects: Effects
    let table: ReferralTable
    let practice: ID<Practice>
    let therapist: ID<Account>
    let other: ID<Practice>

    private static let ways: [[ReferralEvent]] = [
        [.send], [.send, .accept], [.send, .accept, .schedule], [.send, .accept, .interimNote],
        [.send, .accept, .schedule, .noShow], [.send, .accept, .outcome],
    ]

    func referral(_ number: Int, of child: ID<Child>) throws -> Referral {
        let start = effects.now() - .hours(number % 700)
        let clock = ReferralClock(practice: practice)
        var referral = Referral(
            id: effects.id(),
            child: child,
            from: practice,
            to: .practice(other),
            discipline: .occupational,
            request:
                "What is asked, in two sentences of usual length. The second one says why it matters to the family.",
            package: ReferralPackage(
                parts: ReferralPackage.Kind.allCases.map { kind in
                    ReferralPackage.Part(
                        kind,
                        title: "What goes along",
                        lines: Array(repeating: "A line of usual length, with a value.", count: 5)
                    )
                }
            ),
            created: Stamp(by: therapist, at: start),
            clock: clock
        )
        try referral.agree(
            ReferralConsent.Given(
                way: .spoken,
                name: "A parent",
                on: start,
                stamp: Stamp(by: therapist, at: start),
                household: nil,
                scope: [.contact],
                coversNext: false
            )
        )
        for event in Self.ways[number % Self.ways.count] {
            try referral.apply(
                ReferralAct(
                    event,
                    visit: event.setsVisit ? effects.today() : nil,
                    report: event.needsReport ? ReportBack(findings: "What was found.") : nil
                ),
                by: .person(therapist, event == .send ? .sender : .recipient),
                table: table,
                clock: clock,
                at: start + .hours(1)
            )
        }
        return referral
    }
}
