import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Who belongs to a practice")
struct MembershipTests {
    private func people(_ store: Store) async throws -> (practice: ID<Practice>, dana: Membership, omar: Membership) {
        let practice = Practice(id: store.effects.id(), name: "Bright Steps", disciplines: [.physical])
        _ = try await store.createPractice(practice, administrator: ("Dana", "dana@example.org"))
        return try await store.change(by: .program) { transaction in
            let dana = try #require(try transaction.connection.account(email: "dana@example.org")).value
            let omar = Account(id: store.effects.id(), email: "omar@example.org", name: "Omar")
            try transaction.insert(omar)
            let membership = Membership(
                id: store.effects.id(),
                account: omar.id,
                practice: practice.id,
                roles: [.occupationalTherapist],
                since: transaction.now
            )
            try transaction.insert(membership)
            let first = try #require(try transaction.connection.membership(of: dana.id, in: practice.id)).value
            return (practice.id, first, membership)
        }
    }

    @Test("The last administrator can neither leave nor lose the role", arguments: TestHome.both)
    func last(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let (practice, dana, omar) = try await people(store)
            await #expect(throws: StoreFailure.self) {
                try await store.change(by: .program) { try $0.endMembership(dana.id, in: practice, version: 1) }
            }
            await #expect(throws: StoreFailure.self) {
                try await store.change(by: .program) {
                    try $0.setRoles([.frontDesk], of: dana.id, in: practice, version: 1)
                }
            }
            try await store.change(by: .program) {
                try $0.setRoles([.occupationalTherapist, .administrator], of: omar.id, in: practice, version: 1)
                try $0.endMembership(dana.id, in: practice, version: 1)
            }
            let left = try await store.database.read { try $0.membership(of: dana.account, in: practice) }
            #expect(left == nil)
        }
    }

    @Test("Two administrators who end each other at once: one stays", arguments: TestHome.both)
    func both(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let (practice, dana, omar) = try await people(store)
            try await store.change(by: .program) {
                try $0.setRoles([.administrator], of: omar.id, in: practice, version: 1)
            }
            async let first: Void = store.change(by: .program) {
                try $0.endMembership(dana.id, in: practice, version: 1)
            }
            async let second: Void = store.change(by: .program) {
                try $0.endMembership(omar.id, in: practice, version: 2)
            }
            var refused = 0
            do { try await first } catch { refused += 1 }
            do { try await second } catch { refused += 1 }
            #expect(refused == 1)
        }
    }

    @Test("A membership of another practice is not there", arguments: TestHome.both)
    func other(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let (_, _, omar) = try await people(store)
            let elsewhere: ID<Practice> = store.effects.id()
            await #expect(throws: StoreFailure.notFound) {
                try await store.change(by: .program) { try $0.endMembership(omar.id, in: elsewhere, version: 1) }
            }
        }
    }
}
