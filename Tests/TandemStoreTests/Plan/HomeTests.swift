import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("The home program in the store")
struct HomeTests {
    private static let letter = Letter(subject: "Something waits", body: "")

    private func tick(
        _ town: Town,
        _ item: ID<HomeItem>,
        _ outcome: Tick.Outcome = .done,
        feel: Tick.Feel? = nil,
        by person: Town.Person = .ana
    ) async throws -> HurtAlert? {
        let child = town.maya.id
        return try await town.store.change(child, .tick, by: town.requester(person)) { transaction, permit in
            let tick = Tick(
                id: transaction.effects.id(),
                child: child,
                item: item,
                on: transaction.effects.today(),
                outcome: outcome,
                feel: feel,
                stamp: permit.stamp
            )
            return try transaction.tick(tick, permit, telling: Self.letter)
        }
    }

    private func plan(_ town: Town) async throws -> ChildPlan {
        try await town.store.look(at: town.maya.id, .seePlan, by: town.requester(.dana)) { try $0.plan($1) }
    }

    private func edit(
        _ town: Town,
        _ body: @escaping @Sendable (Transaction, Permit) throws -> Void
    ) async throws {
        try await town.store.change(town.maya.id, .editHomeProgram, by: town.requester(.dana), body)
    }

    @Test("It hurt: the tick, the pause, the alert and the letters are one commit", arguments: TestHome.both)
    func hurt(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            let before = store.database.commits
            let alert = try await tick(town, plan.item.id, .tried, feel: .hurt)
            #expect(alert?.item == plan.item.id)
            #expect(store.database.commits == before + 1)
            let now = try await self.plan(town)
            #expect(now.alerts.count == 2, "the town's own, and this one")
            #expect(now.home.active.isEmpty)
            let letters = try await store.database.read {
                try $0.row("SELECT count(*) AS n FROM outbox WHERE recipient = 'dana@example.org'")?.integer("n")
            }
            #expect(letters == 1)
        }
    }

    @Test("The last tick of a day holds; the first stays readable", arguments: TestHome.both)
    func twice(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            _ = try await tick(town, plan.item.id)
            clock.advance(by: .minutes(5))
            _ = try await tick(town, plan.item.id, .notToday, by: .ben)
            let ticks = try await store.look(at: town.maya.id, .seePlan, by: town.requester(.ana)) {
                try $0.ticks($1, since: store.effects.today())
            }
            let own = ticks.filter { $0.item == plan.item.id }
            #expect(own.map(\.outcome) == [.done, .notToday])
            #expect(own.standing.map(\.outcome) == [.notToday])
        }
    }

    @Test("An activity of another child is not there", arguments: TestHome.both)
    func otherChild(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            let leo = town.leo.id
            await #expect(throws: StoreFailure.notFound) {
                try await store.change(leo, .tick, by: town.requester(.sue)) { transaction, permit in
                    let tick = Tick(
                        id: transaction.effects.id(),
                        child: leo,
                        item: plan.item.id,
                        on: transaction.effects.today(),
                        outcome: .done,
                        feel: .hurt,
                        stamp: permit.stamp
                    )
                    try transaction.tick(tick, permit, telling: Self.letter)
                }
            }
            #expect(try await self.plan(town).home.active.map(\.id) == [plan.item.id])
        }
    }

    @Test("Paused stays paused until a therapist lets it go on; taken up is taken up once", arguments: TestHome.both)
    func resumes(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            try await edit(town) { try $0.take(plan.alert.id, $1) }
            var now = try await self.plan(town)
            #expect(now.alerts.isEmpty)
            #expect(!now.home.active.contains { $0.id == plan.pausedItem.id }, "taking up is not letting go on")
            try await edit(town) { try $0.resume(plan.pausedItem.id, $1) }
            now = try await self.plan(town)
            #expect(now.home.active.count == 2)
            await #expect(throws: HomeItem.Fault.notPaused) {
                try await edit(town) { try $0.resume(plan.pausedItem.id, $1) }
            }
        }
    }

    @Test("Two who change one activity: one wins, nothing is lost silently", arguments: TestHome.both)
    func conflict(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            try await edit(town) { try $0.edit(plan.item.id, version: 1, $1) { $0.minutes = 8 } }
            await #expect(throws: StoreFailure.self) {
                try await edit(town) { try $0.edit(plan.item.id, version: 1, $1) { $0.minutes = 3 } }
            }
            #expect(try await self.plan(town).home.active.map(\.minutes) == [8])
        }
    }

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
}
