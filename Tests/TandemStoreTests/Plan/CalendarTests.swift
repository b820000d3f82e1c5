import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("The private address of a calendar")
struct CalendarTests {
    @Test("A calendar's address opens until it is taken back", arguments: TestHome.both)
    func calendar(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            func change<Value: Sendable>(_ body: @escaping @Sendable (Transaction, Permit) throws -> Value) async throws
                -> Value
            {
                try await store.change(town.maya.id, .keepCalendar, by: town.requester(.ana), body)
            }
            let first = try await change { try $0.makeCalendar($1, showsNames: true) }
            #expect(try await store.calendar(first)?.showsNames == true)
            let second = try await change { try $0.makeCalendar($1, showsNames: false) }
            #expect(try await store.calendar(first) == nil, "one address a person and child")
            #expect(try await store.calendar(second)?.child == town.maya.id)
            try await change { try $0.revokeCalendar($1) }
            #expect(try await store.calendar(second) == nil)
        }
    }

    @Test("A calendar's address is dead once its owner is not family any more", arguments: TestHome.both)
    func calendarAfterTie(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let maya = town.maya.id
            let token = try await store.change(maya, .keepCalendar, by: town.requester(.tia)) {
                try $0.makeCalendar($1, showsNames: true)
            }
            let address = try #require(try await store.calendar(token))
            let owner = Requester(account: address.account, memberships: [])
            func open() async throws {
                _ = try await store.look(at: address.child, .keepCalendar, by: owner) { try $0.plan($1) }
            }
            try await open()
            try await store.change(by: .program) { transaction in
                let ties = try transaction.connection.records(
                    FamilyTie.self,
                    where: "account = $1",
                    [.text(address.account.text)]
                )
                let tie = try #require(ties.first)
                var ended = tie.value
                ended.endedAt = transaction.now
                try transaction.replace(ended, version: tie.version)
            }
            await #expect(throws: StoreFailure.notFound) { try await open() }
        }
    }
}
