import FoundationEssentials
import TandemCare
import TandemCatalog
import Testing

@Suite("What is stored reads back as it was written")
struct PlanCodingTests {
    private func roundTrip<Value: Codable & Equatable>(_ value: Value) throws {
        let data = try JSONEncoder().encode(value)
        #expect(try JSONDecoder().decode(Value.self, from: data) == value)
    }

    @Test("Goals, scales, ratings, measurements")
    func goals() throws {
        var goal = try PlanFixture.goal(status: .setAside(reason: "Summer"))
        let stamp = PlanFixture.stamp(PlanFixture.ot)
        try goal.split.reassign(
            "squat",
            to: .both,
            reason: "r",
            by: .occupational,
            team: PlanFixture.team,
            stamp: stamp
        )
        try goal.split.disagree(with: "squat", reason: "n", by: .physical, stamp: PlanFixture.stamp(PlanFixture.pt))
        try goal.split.dropStep(1, reason: "r", by: stamp)
        try roundTrip(goal)
        let outline = ScaleOutline(dimension: .frequency, baseline: 0, expected: 3, by: PlanFixture.today)
        try roundTrip(AttainmentScale.draft(outline, child: CareFixture.child, goal: goal.id))
        try roundTrip(
            Rating(
                id: PlanFixture.id(1),
                child: CareFixture.child,
                goal: goal.id,
                level: 9,
                value: 2.5,
                on: PlanFixture.today,
                discipline: nil,
                stamp: stamp
            )
        )
        let measure = try MeasureTests.measure("tug")
        try roundTrip(TrendTests.measurement(1, measure, 8.4, on: "2026-09-01", way: "other"))
        try roundTrip(TrendTests.measurement(2, measure, nil, on: "2026-09-01", way: "other", corrects: 1))
    }

    @Test("Visits, home items, ticks, plans of care, returns to sport, questions")
    func others() throws {
        let stamp = PlanFixture.stamp(PlanFixture.pt)
        var note = try VisitTests.signed(VisitTests.content())
        try note.add("More", as: "Ann", stamp: stamp)
        try roundTrip(note)
        var item = HomeTests.item(1, routine: .bath, dos: ["d"], donts: ["n"], skill: "squat")
        let alert = try item.take(TickTests.tick(1, .done, .hurt))
        try roundTrip(item)
        try roundTrip(alert)
        try roundTrip(TickTests.tick(1, .notToday, .tooEasy))
        try roundTrip(HomeProgram.Settings(child: CareFixture.child))
        var plan = try PlanOfCareTests.signed()
        try plan.add(Paper(.sent, on: PlanFixture.today, name: "Dr. Ruiz", stamp: stamp))
        try roundTrip(plan)
        let programs = try SportProgram.read(PlanFixture.rule("return-to-sport.txt"))
        var sport = ReturnToSport(
            id: PlanFixture.id(1),
            child: CareFixture.child,
            program: try #require(programs.first),
            began: PlanFixture.today
        )
        try sport.override(reason: "r", today: PlanFixture.today, by: stamp)
        try roundTrip(sport)
        try roundTrip(
            GoalQuestion(
                id: PlanFixture.id(1),
                child: CareFixture.child,
                goal: PlanFixture.id(2),
                text: "?",
                discipline: nil,
                stamp: stamp
            )
        )
    }

    @Test(
        "The name of a catalog entry that is none is not read",
        arguments: ["\"\"", "\"Squat\"", "\"a b\"", "\"-a\"", "1"]
    )
    func noSlug(_ json: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Slug<Skill>.self, from: Data(json.utf8)) }
    }

    @Test(
        "Numbers are said as people write them",
        arguments: [
            (57.2548, "57.25", "57.25"), (0.005, "0.01", "0.01"), (15, "15.00", "15"), (2.5, "2.50", "2.5"),
            (-0.5, "-0.50", "-0.5"), (100, "100.00", "100"), (0, "0.00", "0"),
        ]
    )
    func numbers(_ number: Double, _ long: String, _ short: String) {
        #expect(number.text(decimals: 2) == long && number.shortText == short)
    }

    @Test("What was written before a field was there still reads")
    func old() throws {
        func decoded<Value: Codable>(_ value: Value, without names: [String]) throws -> Value {
            var text = String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
            for name in names {
                let part = text.firstMatch(of: try Regex("\"\(name)\":(\"[^\"]*\"|\\{[^}]*\\}),?"))
                text.removeSubrange(try #require(part).range)
            }
            return try JSONDecoder().decode(Value.self, from: Data(text.replacing(",}", with: "}").utf8))
        }
        var item = HomeTests.item(1, skill: "squat")
        var alert = try #require(try item.take(TickTests.tick(1, .done, .hurt)))
        item.spanish = HomeText(name: "n", how: "h", dos: [], donts: [])
        #expect(try decoded(item, without: ["spanish", "skill"]).spanish == nil)
        alert.take(by: PlanFixture.stamp(PlanFixture.pt), change: "Lower")
        let old = try decoded(alert, without: ["change"])
        #expect(old.change == nil && old.taken == alert.taken)
        #expect(try decoded(alert, without: ["change", "taken"]).taken == nil)
    }
}
