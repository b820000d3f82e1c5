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
        _ word: Tick.Word = Tick.Word(outcome: .done),
        by person: Town.Person = .ana,
        daysLater: Int = 0
    ) async throws -> HurtAlert? {
        try await town.store.change(town.maya.id, .tick, by: town.requester(person)) { transaction, permit in
            let day = transaction.effects.today().adding(days: daysLater)
            return try transaction.tick(item, word, on: day, permit, telling: Self.letter)
        }
    }

    private static let hurts = Tick.Word(outcome: .tried, feel: .says(.hurt))

    private func ticks(_ town: Town, _ item: ID<HomeItem>) async throws -> [Tick] {
        try await town.store.look(at: town.maya.id, .seePlan, by: town.requester(.ana)) {
            try $0.ticks($1, since: town.store.effects.today())
        }.filter { $0.item == item }
    }

    private func letters(_ store: Store, to person: String) async throws -> Int64? {
        try await store.database.read {
            try $0.row("SELECT count(*) AS n FROM outbox WHERE recipient = '\(person)@example.org'")?.integer("n")
        }
    }

    private func alert(_ store: Store, _ id: ID<HurtAlert>) async throws -> HurtAlert? {
        try await store.database.read { try $0.record(id)?.value }
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
            let alert = try await tick(town, plan.item.id, Self.hurts)
            #expect(alert?.item == plan.item.id)
            #expect(store.database.commits == before + 1)
            let now = try await self.plan(town)
            #expect(now.alerts.count == 2, "the town's own, and this one")
            #expect(now.home.active.isEmpty)
            #expect(try await letters(store, to: "dana") == 1)
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
            _ = try await tick(town, plan.item.id, Tick.Word(outcome: .notToday), by: .ben)
            let own = try await ticks(town, plan.item.id)
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
                    try transaction.tick(
                        plan.item.id,
                        Self.hurts,
                        on: transaction.effects.today(),
                        permit,
                        telling: Self.letter
                    )
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

    @Test("Words keep the feeling, a feeling keeps the words, and Done again keeps both", arguments: TestHome.both)
    func keeps(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let town = try await Town(in: store)
            let item = try await TownPlan(in: town).item.id
            let words: [Tick.Word] = [
                .init(outcome: .done), .init(feel: .says(.tooHard)), .init(line: "She laughed"), .init(outcome: .done),
                .init(outcome: .tried),
            ]
            for word in words {
                clock.advance(by: .minutes(1))
                _ = try await tick(town, item, word)
            }
            let all = try await ticks(town, item)
            let standing = try #require(all.standing.first)
            #expect(standing.outcome == .tried && standing.feel == .tooHard && standing.line == "She laughed")
            #expect(all.count == 4, "what says nothing new is not written again")
        }
    }

    @Test("It hurt, tapped twice: one alert and one letter each; the next day it is another", arguments: TestHome.both)
    func hurtTwice(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let town = try await Town(in: store)
            let item = try await TownPlan(in: town).item.id
            let first = try await tick(town, item, Self.hurts)
            let second = try await tick(town, item, Self.hurts)
            #expect(first != nil && first?.tick == second?.tick)
            let more = try await tick(town, item, Tick.Word(feel: .says(.hurt), line: "Her left knee"), by: .ben)
            #expect(more?.tick == first?.tick && more?.line == "Her left knee", "more words reach the therapists")
            #expect(try await self.plan(town).alerts.count { $0.value.item == item } == 1)
            #expect(try await letters(store, to: "dana") == 1)
            clock.advance(by: .hours(24))
            _ = try await tick(town, item, Self.hurts, daysLater: 1)
            #expect(try await self.plan(town).alerts.count { $0.value.item == item } == 2)
            #expect(try await letters(store, to: "dana") == 2)
        }
    }

    @Test("It hurt at one moment from two phones: one alert", arguments: TestHome.both)
    func hurtTogether(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let item = try await TownPlan(in: town).item.id
            try await withThrowingTaskGroup(of: Void.self) { group in
                for person in [Town.Person.ana, .ben, .ana, .ben] {
                    group.addTask { _ = try await tick(town, item, Self.hurts, by: person) }
                }
                try await group.waitForAll()
            }
            #expect(try await self.plan(town).alerts.count { $0.value.item == item } == 1)
            #expect(try await letters(store, to: "dana") == 1)
        }
    }

    @Test("Letting go on takes the alert up: who, when, what was changed, all in one commit", arguments: TestHome.both)
    func resumingTakesUp(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            let before = store.database.commits
            try await edit(town) {
                let taken = try $0.resume(plan.pausedItem.id, change: "Only down to the chair", $1); #expect(taken)
            }
            #expect(store.database.commits == before + 1)
            #expect(try await self.plan(town).alerts.isEmpty)
            let alert = try #require(try await alert(store, plan.alert.id))
            #expect(alert.taken?.by == town.account(.dana) && alert.change == "Only down to the chair")
            _ = try await tick(town, plan.pausedItem.id, Self.hurts)
            #expect(try await self.plan(town).alerts.count == 1, "it hurt again, on the same day")
        }
    }

    @Test("Taking out takes the alert up too; keeping one of two as well", arguments: TestHome.both)
    func retiringTakesUp(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            try await edit(town) {
                let taken = try $0.retire(plan.pausedItem.id, reason: "Too early", $1); #expect(taken)
            }
            #expect(try await self.plan(town).alerts.isEmpty)
            let taken = try #require(try await alert(store, plan.alert.id))
            #expect(taken.taken?.by == town.account(.dana) && taken.change == HurtAlert.takenOut)
            try await edit(town) {
                let hasTaken = try $0.retire(plan.item.id, reason: "Can do it", $1); #expect(!hasTaken)
            }
        }
    }

    @Test("What was changed can be told after the alert was taken up", arguments: TestHome.both)
    func changeAfterwards(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            try await edit(town) { try $0.take(plan.alert.id, $1) }
            try await edit(town) {
                let hasTaken = try $0.resume(plan.pausedItem.id, change: "Lower", $1); #expect(!hasTaken)
            }
            #expect(try await alert(store, plan.alert.id)?.change == "Lower")
        }
    }

    @Test(
        "The other practice pauses, and takes up that it hurt; it does not edit, let go on or take out",
        arguments: TestHome.both
    )
    func otherPractice(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            let maya = town.maya.id
            func asOmar(_ body: @escaping @Sendable (Transaction, Permit) throws -> Void) async throws {
                try await store.change(maya, .editHomeProgram, by: town.requester(.omar), body)
            }
            await #expect(throws: StoreFailure.notFound, "on a consent alone") {
                try await asOmar { try $0.pause(plan.item.id, reason: "Fever", $1) }
            }
            let handsOn = town.handsOn.id
            try await store.change(by: .program) { transaction in
                try transaction.insert(
                    CareRelationship(
                        id: transaction.effects.id(),
                        child: maya,
                        practice: handsOn,
                        since: transaction.now
                    )
                )
            }
            let attempts: [@Sendable (Transaction, Permit) throws -> Void] = [
                { try $0.edit(plan.item.id, version: 1, $1) { $0.minutes = 60 } },
                { try $0.resume(plan.pausedItem.id, change: "Lower", $1) },
                { try $0.retire(plan.item.id, reason: "Not mine", $1) },
            ]
            for attempt in attempts {
                await #expect(throws: StoreFailure.notFound) { try await asOmar(attempt) }
            }
            #expect(try await self.plan(town).alerts.count == 1, "nothing was taken up by what was refused")
            try await asOmar { try $0.pause(plan.item.id, reason: "It hurt in my visit", $1) }
            try await asOmar { try $0.take(plan.alert.id, $1) }
            let now = try await self.plan(town)
            #expect(now.home.active.isEmpty && now.alerts.isEmpty)
            #expect(now.name(town.account(.ana)) == "Ana Núñez", "who paused it is named")
            #expect(now.home.items.first { $0.id == plan.item.id }?.state.stamp?.by == town.account(.omar))
        }
    }
}
