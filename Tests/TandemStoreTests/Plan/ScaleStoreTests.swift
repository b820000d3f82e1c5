import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Scales, ratings and measures in the store")
struct ScaleStoreTests {
    private static var registry: MeasureRegistry {
        get throws { try MeasureRegistry(TestStore.rule("measures.txt")) }
    }

    private func rating(_ town: Town, _ plan: TownPlan, _ level: Int, words: String = "")
        -> @Sendable (Permit) -> Rating
    {
        let effects = town.store.effects
        let (goal, child, today) = (plan.goal.id, town.maya.id, effects.today())
        return { permit in
            Rating(
                id: effects.id(),
                child: child,
                goal: goal,
                level: level,
                on: today,
                words: words,
                discipline: permit.disciplines.first,
                stamp: permit.stamp
            )
        }
    }

    private func ratings(_ town: Town) async throws -> [Rating] {
        try await town.store.look(at: town.maya.id, .seePlan, by: town.requester(.dana)) { try $0.plan($1).ratings }
    }

    @Test(
        "A rating is written once however often it is sent, and moves the day of the next look",
        arguments: TestHome.both
    )
    func rate(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            let rating = rating(town, plan, 0, words: "All alone today")
            for _ in 0..<2 {
                try await store.change(town.maya.id, .rateGoal, by: town.requester(.ana)) {
                    try $0.rate(rating($1), $1)
                }
            }
            let all = try await ratings(town)
            #expect(all.map(\.level).sorted() == [-1, 0])
            #expect(all.contains { $0.words == "All alone today" && $0.discipline == nil })
            let due = try await store.database.read { connection in
                try connection.rows("SELECT on_day FROM due WHERE subject = $1", [.text(plan.goal.id.text)])
                    .compactMap { try $0.optionalText("on_day") }
            }
            #expect(due == [store.effects.today().adding(days: Goal.reviewDays).description])
        }
    }

    @Test("Only one's own rating is mended, and once", arguments: TestHome.both)
    func mend(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            let (effects, child, goal, old) = (store.effects, town.maya.id, plan.goal.id, plan.rating.id)
            @Sendable func mended(_ permit: Permit) -> Rating {
                Rating(
                    id: effects.id(),
                    child: child,
                    goal: goal,
                    level: -2,
                    on: effects.today(),
                    discipline: permit.disciplines.first,
                    stamp: permit.stamp,
                    corrects: old
                )
            }
            await #expect(throws: StoreFailure.notFound) {
                try await store.change(child, .rateGoal, by: town.requester(.ana)) { try $0.rate(mended($1), $1) }
            }
            try await store.change(child, .rateGoal, by: town.requester(.dana)) { try $0.rate(mended($1), $1) }
            await #expect(throws: StoreFailure.notFound) {
                try await store.change(child, .rateGoal, by: town.requester(.dana)) { try $0.rate(mended($1), $1) }
            }
            #expect(try await ratings(town).standing.map(\.level) == [-2])
        }
    }

    @Test(
        "A scale is saved against the version that was read; another child's goal is not there",
        arguments: TestHome.both
    )
    func scale(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            var changed = plan.scale
            changed.unit = "minutes, dressed to shoes"
            let scale = changed
            for version in [0, 7] {
                await #expect(throws: StoreFailure.self) {
                    try await store.change(town.maya.id, .editPlan, by: town.requester(.dana)) {
                        try $0.save(scale, version: version, $1)
                    }
                }
            }
            try await store.change(town.maya.id, .editPlan, by: town.requester(.dana)) {
                try $0.save(scale, version: 1, $1)
            }
            let kept = try await store.look(at: town.maya.id, .seePlan, by: town.requester(.dana)) {
                try $0.plan($1).scales[scale.goal]
            }
            #expect(kept?.value.unit == scale.unit && kept?.version == 2)
            let omar = town.requester(.omar)
            await #expect(throws: StoreFailure.notFound) {
                try await store.change(town.leo.id, .editPlan, by: omar) { try $0.save(scale, version: 2, $1) }
            }
            await #expect(throws: StoreFailure.notFound) {
                try await store.change(town.leo.id, .editPlan, by: omar) { transaction, permit in
                    _ = try transaction.update(plan.sport.id, permit) { _ in }
                }
            }
        }
    }

    @Test("Measurements of one sitting are all there or none", arguments: TestHome.both)
    func measure(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            _ = try await TownPlan(in: town)
            let measure = try #require(try Self.registry.measure(Slug("single-leg-stance")))
            let (effects, child) = (store.effects, town.maya.id)
            let stranger: ID<Goal> = effects.id()
            @Sendable func pair(_ permit: Permit, goal: ID<Goal>? = nil) -> [Measurement] {
                Measurement.Side.allCases.map { side in
                    Measurement(
                        id: effects.id(),
                        child: child,
                        series: Measurement.Series(measure, side: side),
                        result: .value(4),
                        on: effects.today(),
                        discipline: .physical,
                        goal: side == .right ? goal : nil,
                        stamp: permit.stamp
                    )
                }
            }
            await #expect(throws: StoreFailure.notFound) {
                try await store.change(child, .recordMeasure, by: town.requester(.dana)) {
                    try $0.record(pair($1, goal: stranger), $1)
                }
            }
            for _ in 0..<2 {
                try await store.change(child, .recordMeasure, by: town.requester(.dana)) {
                    try $0.record(pair($1), $1)
                }
            }
            let all = try await store.look(at: child, .seePlan, by: town.requester(.ana)) {
                try $0.parts(Measurement.self, $1).map(\.value)
            }
            #expect(all.count == 2 && Set(all.map(\.series.side)) == [.left, .right])
        }
    }
}
