import TandemCare
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("A practice begins care on the family's consent")
struct BeginCareTests {
    private static let letter = Letter(subject: "Somebody can see the record", body: "")

    private func share(_ scope: Set<Consent.Scope>, _ town: Town) async throws -> Consent {
        let draft = ConsentDraft(
            practice: town.handsOn.id,
            scope: scope,
            purpose: "So that both work on one plan",
            lastDay: town.store.effects.today().adding(days: 30)
        )
        return try await town.store.change(town.maya.id, .giveConsent, by: town.requester(.ana)) {
            try $0.giveConsent(draft, $1, telling: Self.letter)
        }
    }

    private func begin(_ town: Town) async throws {
        try await town.store.change(town.maya.id, .beginCare, by: town.requester(.omar)) {
            try $0.beginCare($1, telling: Self.letter)
        }
    }

    private func mayWrite(_ town: Town) async -> Bool {
        let done: Void? = try? await town.store.change(town.maya.id, .editPlan, by: town.requester(.omar)) { _, _ in }
        return done != nil
    }

    @Test("Only where contact, plan and notes are shared", arguments: TestHome.both)
    func whole(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            await #expect(throws: StoreFailure.self) { try await begin(town) }
            #expect(await !mayWrite(town), "a consent to the plan lets one see, not write")
            _ = try await share([.contact, .plan, .notes], town)
            try await begin(town)
            #expect(await mayWrite(town))
            await #expect(throws: StoreFailure.self, "once is enough") { try await begin(town) }
        }
    }

    @Test("Withdrawn means at once; nothing is left of the care", arguments: TestHome.both)
    func withdrawn(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let consent = try await share([.contact, .plan, .notes], town)
            try await begin(town)
            try await store.change(town.maya.id, .giveConsent, by: town.requester(.ana)) {
                try $0.withdrawConsent(consent.id, $1)
            }
            #expect(await !mayWrite(town))
            let listed = try await count(town)
            #expect(listed == 1, "Leo is left; Maya is shared for contact and plan, not in care")
        }
    }

    @Test("After the last day the care has ended, for access and on the lists", arguments: TestHome.both)
    func over(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let town = try await Town(in: store)
            _ = try await share([.contact, .plan, .notes], town)
            try await begin(town)
            #expect(try await count(town) == 2)
            clock.advance(by: .days(33))
            #expect(await !mayWrite(town))
            #expect(try await count(town) == 1)
        }
    }

    private func count(_ town: Town) async throws -> Int {
        let (now, today) = (town.store.effects.now(), town.store.effects.today())
        let (practice, account) = (town.handsOn.id, town.account(.omar))
        return try await town.store.database.read {
            try $0.count(.current, in: practice, for: account, at: now, today: today)
        }
    }
}
