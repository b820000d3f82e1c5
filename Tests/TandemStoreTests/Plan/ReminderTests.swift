import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Reminders of what is due")
struct ReminderTests {
    private static let letter: @Sendable (Int, ID<Practice>) -> Letter = { count, _ in
        Letter(subject: "\(count) due", body: "")
    }

    private func letters(_ store: Store) async throws -> [String] {
        try await store.waitingLetters().map { "\($0.mail.recipient): \($0.mail.subject)" }.sorted()
    }

    /// The draft of Dana's plan of care is to be signed today.
    private func makeDue(_ town: Town, _ plan: TownPlan) async throws {
        let rules = try PayerRules.read(TestStore.rule("payers.txt")).first
        try await town.store.change(by: .program) { try $0.listDues(of: plan.planOfCare, rules: rules) }
    }

    @Test("One letter a day, to the therapist whose plan it is, and without a name", arguments: TestHome.both)
    func once(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            #expect(try await store.remind(Self.letter) == 0, "nothing is due yet")
            try await makeDue(town, plan)
            #expect(try await store.remind(Self.letter) == 1)
            #expect(try await store.remind(Self.letter) == 0, "not twice on one day")
            #expect(try await letters(store) == ["dana@example.org: 1 due"])
        }
    }

    @Test("What lies more than a week ahead, and a child that is put away, remind nobody", arguments: TestHome.both)
    func quiet(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            let goal = plan.goal
            let today = store.effects.today()
            try await store.change(town.maya.id, .editPlan, by: town.requester(.dana)) { transaction, permit in
                try transaction.listDues(of: goal, lastReview: today, care: permit.facts.care)
            }
            #expect(try await store.remind(Self.letter) == 0)
            try await makeDue(town, plan)
            try await store.change(town.maya.id, .archiveChild, by: town.requester(.dana)) { transaction, _ in
                try transaction.update(town.maya.id) { $0.archivedAt = transaction.now }
                try transaction.relist(town.maya.id)
            }
            #expect(try await store.remind(Self.letter) == 0)
        }
    }

    @Test("Of many servers that remind at the same time one sends", arguments: TestHome.both)
    func race(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            try await makeDue(town, TownPlan(in: town))
            let sent = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 { group.addTask { try await store.remind(Self.letter) } }
                return try await group.reduce(0, +)
            }
            #expect(sent == 1)
            #expect(try await letters(store).count == 1)
        }
    }

    @Test("Two servers on one PostgreSQL send one letter", arguments: TestHome.servers)
    func servers(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestDatabase.withPlace(home) { place in
            var stores: [Store] = []
            for _ in 0..<2 {
                let trail = AuditTrail(clock.effects)
                let database = try await place.open(closing: trail.closing)
                try await Migrator(TestStore.migrations).run(on: database)
                try await trail.open(in: database)
                stores.append(
                    Store(database: database, effects: clock.effects, access: try TestStore.access(), trail: trail)
                )
            }
            let town = try await Town(in: stores[0])
            try await makeDue(town, TownPlan(in: town))
            let sent = try await withThrowingTaskGroup(of: Int.self) { group in
                for round in 0..<10 {
                    let store = stores[round % 2]
                    group.addTask { try await store.remind(Self.letter) }
                }
                return try await group.reduce(0, +)
            }
            #expect(sent == 1)
            #expect(try await letters(stores[1]).count == 1)
            for store in stores { await store.database.close() }
        }
    }
}
