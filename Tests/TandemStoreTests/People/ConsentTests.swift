import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Consents in the store")
struct ConsentTests {
    private static let letter = Letter(
        subject: "Somebody can now see a record",
        body: "https://tandem.example.org/family"
    )

    private func draft(_ practice: Practice, _ scope: Set<Consent.Scope> = [.plan]) -> ConsentDraft {
        ConsentDraft(practice: practice.id, scope: scope, purpose: "One plan", lastDay: nil)
    }

    private func allows(_ action: ChildAction, _ town: Town, _ person: Town.Person) async -> Bool {
        (try? await town.store.look(at: town.maya.id, action, by: town.requester(person)) { _, _ in true }) ?? false
    }

    @Test("Given, it holds at once for its scope; every guardian gets a letter without names", arguments: TestHome.both)
    func given(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            #expect(!(await allows(.seeNotes, town, .omar)))
            try await store.change(town.maya.id, .giveConsent, by: town.requester(.ben)) {
                _ = try $0.giveConsent(draft(town.handsOn, [.notes]), $1, telling: Self.letter)
            }
            #expect(await allows(.seeNotes, town, .omar))
            let letters = try await store.database.read {
                try $0.rows("SELECT recipient, subject, body FROM outbox ORDER BY recipient")
            }
            #expect(try letters.map { try $0.text("recipient") } == ["ana@example.org", "ben@example.org"])
            for letter in letters {
                #expect(!(try letter.text("body") + letter.text("subject")).contains("Maya"))
            }
        }
    }

    @Test(
        "Withdrawn, it is over at once, for what another household shares too if nothing else holds",
        arguments: TestHome.both
    )
    func withdrawn(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            #expect(await allows(.seePlan, town, .omar))
            try await store.change(town.maya.id, .giveConsent, by: town.requester(.ana)) {
                try $0.withdrawConsent(town.consent.id, $1)
            }
            #expect(!(await allows(.seePlan, town, .omar)))
            #expect(!(await allows(.seeChild, town, .omar)))
        }
    }

    @Test(
        "The other household sees it but cannot withdraw it; neither can an aunt or a practice",
        arguments: TestHome.both
    )
    func others(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            for person in [Town.Person.ben, .tia, .dana, .omar, .sue] {
                await #expect(throws: StoreFailure.notFound) {
                    try await store.change(town.maya.id, .giveConsent, by: town.requester(person)) {
                        try $0.withdrawConsent(town.consent.id, $1)
                    }
                }
            }
            #expect(await allows(.seePlan, town, .omar))
            #expect(await allows(.seeConsents, town, .ben))
        }
    }

    @Test("What the rules refuse is not written", arguments: TestHome.both)
    func refused(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            await #expect(throws: StoreFailure.self) {
                try await store.change(town.maya.id, .giveConsent, by: town.requester(.ana)) {
                    _ = try $0.giveConsent(draft(town.handsOn, []), $1, telling: Self.letter)
                }
            }
            let count = try await store.database.read { try $0.row("SELECT count(*) AS n FROM consent")?.integer("n") }
            #expect(count == 1)
        }
    }
}
