import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Goals in the store")
struct GoalStoreTests {
    private static let letter = Letter(subject: "Something waits", body: "")

    private func goal(_ transaction: Transaction, _ permit: Permit, _ title: String = "Ride a bike") -> Goal {
        Goal(
            id: transaction.effects.id(),
            child: permit.child,
            title: title,
            setting: "at home",
            baseline: "Not yet",
            by: transaction.effects.today().adding(days: 84),
            split: Split(),
            proposed: permit.stamp,
            from: permit.side
        )
    }

    private func propose(_ town: Town, by person: Town.Person, _ title: String = "Ride a bike") async throws -> Goal {
        try await town.store.change(town.maya.id, .proposeGoal, by: town.requester(person)) { transaction, permit in
            let goal = goal(transaction, permit, title)
            try transaction.propose(goal, permit, telling: Self.letter)
            return goal
        }
    }

    private func move(
        _ goal: Goal,
        to status: GoalStatus,
        version: Int = 1,
        _ action: ChildAction,
        by person: Town.Person,
        _ town: Town
    ) async throws {
        try await town.store.change(town.maya.id, action, by: town.requester(person)) {
            try $0.move(goal.id, to: status, version: version, $1)
        }
    }

    private func count(_ sql: String, _ town: Town) async throws -> Int64 {
        try await town.store.database.read { try $0.row("SELECT count(*) AS n FROM \(sql)")?.integer("n") ?? 0 }
    }

    @Test("What a therapist proposes begins with a guardian's yes, and is due then", arguments: TestHome.both)
    func familyYes(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let goal = try await propose(town, by: .dana)
            #expect(try await count("outbox", town) == 2, "mother and father; the aunt does not decide")
            await #expect(throws: GoalFault.notFromHere) {
                try await move(goal, to: .active, .editPlan, by: .dana, town)
            }
            #expect(try await count("due", town) == 0)
            try await move(goal, to: .active, .acceptGoal, by: .ben, town)
            #expect(try await count("due WHERE kind = 'look at the goal together'", town) == 1)
            try await move(goal, to: .met, version: 2, .editPlan, by: .dana, town)
            #expect(try await count("due", town) == 0, "nobody has to look at a goal that is reached")
        }
    }

    @Test("What a guardian proposes begins when a therapist takes it up", arguments: TestHome.both)
    func therapistsYes(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let goal = try await propose(town, by: .ana)
            #expect(try await count("outbox", town) == 0)
            await #expect(throws: GoalFault.notFromHere) {
                try await move(goal, to: .active, .acceptGoal, by: .ana, town)
            }
            try await move(goal, to: .active, .editPlan, by: .dana, town)
        }
    }

    @Test("Guardians get one letter a day, however many goals wait")
    func letters() async throws {
        let clock = TestClock()
        try await TestStore.with(clock: clock) { store in
            let town = try await Town(in: store)
            for title in ["One", "Two", "Three"] { _ = try await propose(town, by: .dana, title) }
            #expect(try await count("outbox", town) == 2)
            clock.advance(by: .hours(25))
            _ = try await propose(town, by: .dana, "Four")
            #expect(try await count("outbox", town) == 4)
        }
    }

    @Test("Nobody says yes to what they have not read", arguments: TestHome.both)
    func readBefore(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let goal = try await propose(town, by: .dana)
            _ = try await store.change(town.maya.id, .editPlan, by: town.requester(.dana)) {
                try $0.edit(goal.id, version: 1, $1) { $0.title = "Something else" }
            }
            await #expect(throws: StoreFailure.self) { try await move(goal, to: .active, .acceptGoal, by: .ana, town) }
        }
    }

    @Test("Two who change the words at once: the second sees the first, nothing is lost", arguments: TestHome.both)
    func conflict(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let goal = try await propose(town, by: .dana)
            func edit(_ help: String, version: Int, by person: Town.Person) async throws -> GoalSaved {
                try await store.change(town.maya.id, .proposeGoal, by: town.requester(person)) {
                    try $0.edit(goal.id, version: version, $1) { $0.help = help }
                }
            }
            guard case .saved = try await edit("a bench", version: 1, by: .dana),
                case .conflict(let theirs, let version) = try await edit("a rail", version: 1, by: .ana),
                case .saved = try await edit("a rail", version: version, by: .ana)
            else {
                Issue.record("the second is told, and may save again")
                return
            }
            #expect(theirs.help == "a bench")
            #expect(try await count("history WHERE kind = 'goal'", town) == 2)
        }
    }

    @Test("A change of the split stands in nobody's way who changes the words", arguments: TestHome.both)
    func apart(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            try await store.change(town.maya.id, .editPlan, by: town.requester(.dana)) { transaction, permit in
                _ = try transaction.update(plan.goal.id, permit) {
                    try $0.split.dropStep(1, reason: "r", by: permit.stamp)
                }
            }
            let saved = try await store.change(town.maya.id, .editPlan, by: town.requester(.dana)) {
                try $0.edit(plan.goal.id, version: 1, $1) { $0.help = "a bench" }
            }
            guard case .saved = saved else {
                Issue.record("only words conflict with words")
                return
            }
            let goal = try await store.database.read { try $0.record(plan.goal.id)?.value }
            #expect(goal?.help == "a bench")
            #expect(goal?.split.standingSteps.count == 1)
        }
    }

    @Test("Another child's goal and question are not there", arguments: TestHome.both)
    func otherChild(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            let omar = town.requester(.omar)
            await #expect(throws: StoreFailure.notFound) {
                try await store.change(town.leo.id, .editPlan, by: omar) {
                    try $0.move(plan.goal.id, to: .met, version: 1, $1)
                }
            }
            await #expect(throws: StoreFailure.notFound) {
                try await store.change(town.leo.id, .ask, by: omar) { _ = try $0.ask("Why?", about: plan.goal.id, $1) }
            }
            await #expect(throws: StoreFailure.notFound) {
                try await store.change(town.leo.id, .ask, by: omar) {
                    try $0.answer(plan.question.id, of: plan.goal.id, "So", $1)
                }
            }
            let own = try await propose(town, by: .dana)
            await #expect(throws: StoreFailure.notFound, "a question stands beside one goal") {
                try await store.change(town.maya.id, .ask, by: town.requester(.dana)) {
                    try $0.answer(plan.question.id, of: own.id, "So", $1)
                }
            }
        }
    }

    @Test("A lead moves when both agree; both practices work on it", arguments: TestHome.both)
    func reassigned(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            try await store.change(town.maya.id, .giveConsent, by: town.requester(.ana)) { transaction, permit in
                let draft = ConsentDraft(
                    practice: town.handsOn.id,
                    scope: Set(Consent.Scope.allCases),
                    purpose: "One plan",
                    lastDay: nil
                )
                _ = try transaction.giveConsent(draft, permit, telling: Self.letter)
            }
            try await store.change(town.maya.id, .beginCare, by: town.requester(.omar)) {
                try $0.beginCare($1, telling: Self.letter)
            }
            let skill = try #require(plan.goal.split.parts.first { $0.name == "Buttons" }?.skill)
            try await store.change(town.maya.id, .editPlan, by: town.requester(.dana)) { transaction, permit in
                let team = try transaction.connection.plan(permit).team.disciplines
                _ = try transaction.update(plan.goal.id, permit) {
                    try $0.split.reassign(
                        skill,
                        to: .both,
                        reason: "In standing",
                        by: .physical,
                        team: team,
                        stamp: permit.stamp
                    )
                }
            }
            func lead() async throws -> Lead? {
                try await store.database.read { try $0.record(plan.goal.id)?.value.split.part(skill)?.lead }
            }
            #expect(try await lead() == .occupational, "one hand moves nothing")
            try await store.change(town.maya.id, .editPlan, by: town.requester(.omar)) { transaction, permit in
                #expect(permit.disciplines == [.occupational])
                _ = try transaction.update(plan.goal.id, permit) {
                    try $0.split.agree(to: skill, by: .occupational, stamp: permit.stamp)
                }
            }
            #expect(try await lead() == .both)
        }
    }

    @Test("News lasts as long as a sitting, and words that were changed are news", arguments: TestHome.both)
    func sittings(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            func sit() async throws -> (since: Instant?, edits: [GoalEdit]) {
                let (look, edits, permit) = try await store.look(
                    at: town.maya.id,
                    .seePlan,
                    by: town.requester(.ana)
                ) { connection, permit in
                    let look = try connection.planLook(permit)
                    let goals = try connection.plan(permit).goals
                    let since = look.newsSince(at: permit.now)
                    return (look, try since.map { try connection.goalEdits(goals, since: $0, permit) } ?? [], permit)
                }
                try await store.sitDown(permit, look)
                return (look.newsSince(at: permit.now), edits)
            }
            let first = clock.now
            #expect(try await sit().since == nil)
            clock.advance(by: .minutes(5))
            #expect(try await sit().since == nil, "still the first sitting")
            clock.advance(by: .hours(2))
            _ = try await store.change(town.maya.id, .editPlan, by: town.requester(.dana)) {
                try $0.edit(plan.goal.id, version: 1, $1) { $0.help = "a bench" }
            }
            clock.advance(by: .minutes(1))
            let second = try await sit()
            #expect(second.since == first)
            #expect(second.edits.map(\.by) == [town.account(.dana)])
            clock.advance(by: .minutes(30))
            #expect(try await sit().since == first, "a goal and back: the news is still there")
            clock.advance(by: .hours(1))
            #expect(try await sit().edits.isEmpty)
        }
    }
}
