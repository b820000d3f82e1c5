import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Plans of care in the store")
struct PlanOfCareStoreTests {
    private struct World {
        let town: Town
        let plan: TownPlan
        let rules: [PayerRules]
        let clock: TestClock

        var child: ID<Child> { town.maya.id }

        func change<Value: Sendable>(
            by person: Town.Person = .dana,
            _ body: @escaping @Sendable (Transaction, Permit) throws -> Value
        ) async throws -> Value {
            try await town.store.change(child, .writePlanOfCare, by: town.requester(person), body)
        }

        func dues() async throws -> [PracticeDue] {
            let (practice, store) = (town.brightSteps.id, town.store)
            let (today, now) = (store.effects.today(), store.effects.now())
            return try await store.database.read {
                try $0.dues(in: practice, until: today.adding(days: 400), at: now, count: 100)
            }
        }

        var content: PlanOfCare.Content {
            var content = PlanOfCare.Content(payer: Slug("medicare"))
            content.diagnosis = "Delay"
            content.type = "Therapeutic activities"
            content.paces = [PlanOfCare.Pace(timesAWeek: 1, weeks: 12)]
            content.goals = [CareGoal(plan.goal, scale: plan.scale)]
            content.evaluated = CalendarDate(year: 2026, month: 9, day: 1)
            return content
        }

        func version() async throws -> Int {
            let id = plan.planOfCare.id
            return try await town.store.database.read { try $0.record(id)?.version ?? 0 }
        }

        /// Saves the content and signs it.
        func sign() async throws {
            let (id, content, rules) = (plan.planOfCare.id, content, rules)
            let version = try await version()
            try await change { transaction, permit in
                try transaction.editPlanOfCare(id, content, version: version, rules: rules, permit)
                try transaction.signPlanOfCare(id, as: "Dana, PT", version: version + 1, rules: rules, permit)
            }
        }

        /// A signed visit so many days ago.
        func visit(daysAgo: Int) async throws {
            let store = town.store
            let today = store.effects.today()
            let (child, practice, dana) = (child, town.brightSteps.id, town.account(.dana))
            var content = VisitNote.Content(on: today.adding(days: -daysAgo))
            content.start = TimeOfDay(hour: 15, minute: 0)
            content.stop = TimeOfDay(hour: 15, minute: 45)
            content.entries = [VisitEntry(goal: plan.goal.id, did: "Balance")]
            content.services = [
                VisitService(id: store.effects.id(), discipline: .physical, what: "Balance", minutes: 40)
            ]
            var note = VisitNote(
                id: store.effects.id(),
                child: child,
                practice: practice,
                author: dana,
                discipline: .physical,
                content: content
            )
            try note.sign(as: "Dana, PT", today: today, stamp: Stamp(by: dana, at: store.effects.now()))
            let signed = note
            try await store.change(by: .program) { try $0.insert(signed) }
        }
    }

    private func with(_ home: TestHome, _ body: (World) async throws -> Void) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let town = try await Town(in: store)
            let rules = try PayerRules.read(TestStore.rule("payers.txt"))
            try await body(World(town: town, plan: TownPlan(in: town), rules: rules, clock: clock))
        }
    }

    @Test("A signed plan asks for what its payer's rules say, with days left and over", arguments: TestHome.both)
    func dues(_ home: TestHome) async throws {
        try await with(home) { world in
            try await world.visit(daysAgo: 33)
            try await world.visit(daysAgo: 3)
            try await world.sign()
            let today = world.town.store.effects.today()
            let words = try await world.dues().map { "\($0.due.kind.rawValue): \($0.due.words(today: today))" }
            // Evaluated September 1: the visit of 33 days before September 21 lies before it, so the first is three days ago.
            #expect(
                words == [
                    "physician's signature: 27 days left", "recertification: 80 days left",
                    "re-evaluation: 160 days left",
                ]
            )
        }
    }

    @Test("A late certification is over, and a filed one is not asked for any more", arguments: TestHome.both)
    func certified(_ home: TestHome) async throws {
        try await with(home) { world in
            try await world.visit(daysAgo: 20)
            try await world.sign()
            let (id, rules) = (world.plan.planOfCare.id, world.rules)
            let today = world.town.store.effects.today()
            #expect(try await world.dues().contains { $0.due.kind == .certification })
            try await world.change { transaction, permit in
                let paper = Paper(.certification, on: today, name: "Dr. Ito", stamp: permit.stamp)
                try transaction.add(paper, to: id, rules: rules, permit)
            }
            let dues = try await world.dues()
            #expect(!dues.contains { $0.due.kind == .certification })
            #expect(dues.first { $0.due.kind == .recertification }?.due.left(today: today) == 83)
            try await world.change { transaction, permit in
                let paper = Paper(.discharge, on: today, name: "Goals met", stamp: permit.stamp)
                try transaction.add(paper, to: id, rules: rules, permit)
            }
            #expect(try await world.dues().isEmpty)
        }
    }

    @Test("A new plan takes the place of a signed one, which then asks for nothing", arguments: TestHome.both)
    func replaced(_ home: TestHome) async throws {
        try await with(home) { world in
            try await world.visit(daysAgo: 3)
            try await world.sign()
            world.clock.advance(by: .hours(1))
            let (old, rules, content) = (world.plan.planOfCare.id, world.rules, world.content)
            let new = try await world.change { transaction, permit in
                try transaction.beginPlanOfCare(.physical, replacing: old, rules: rules, permit) { _, _ in content }
            }
            let again = try await world.change { transaction, permit in
                try transaction.beginPlanOfCare(.physical, replacing: nil, rules: rules, permit) { _, _ in content }
            }
            #expect(again == new, "nobody has two drafts")
            let subjects = try await world.dues().filter { $0.subject == new.text }.map(\.due.kind)
            #expect(subjects == [.signature], "a draft in its place asks for the signature only")
            try await world.change { transaction, permit in
                try transaction.signPlanOfCare(new, as: "Dana, PT", version: 1, rules: rules, permit)
            }
            let dues = try await world.dues()
            #expect(!dues.isEmpty && dues.allSatisfy { $0.subject == new.text })
            await #expect(throws: PlanOfCare.Fault.signed) {
                try await world.change { transaction, permit in
                    try transaction.editPlanOfCare(old, content, version: 3, rules: rules, permit)
                }
            }
        }
    }

    @Test(
        "Who saves over a newer draft meets a conflict; another practice's draft is not there",
        arguments: TestHome.both
    )
    func conflict(_ home: TestHome) async throws {
        try await with(home) { world in
            let (id, rules, content, town) = (world.plan.planOfCare.id, world.rules, world.content, world.town)
            try await world.change { transaction, permit in
                try transaction.editPlanOfCare(id, content, version: 1, rules: rules, permit)
            }
            await #expect(throws: StoreFailure.conflict(kind: "plan_of_care", id: id.text, current: 2)) {
                try await world.change { transaction, permit in
                    try transaction.editPlanOfCare(id, content, version: 1, rules: rules, permit)
                }
            }
            await #expect(throws: StoreFailure.notFound) {
                try await town.store.look(at: town.maya.id, .seePlan, by: town.requester(.omar)) { connection, permit in
                    _ = try connection.planOfCare(id, permit)
                }
            }
            await #expect(throws: StoreFailure.notFound) {
                try await world.change { transaction, permit in
                    _ = try transaction.beginPlanOfCare(.occupational, replacing: nil, rules: rules, permit) { _, _ in
                        content
                    }
                }
            }
        }
    }
}
