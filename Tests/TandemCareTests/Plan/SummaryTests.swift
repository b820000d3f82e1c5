import TandemCare
import TandemCatalog
import Testing

@Suite("Summaries")
struct SummaryTests {
    private static func rating(_ number: Int, _ level: Int, goal: Int = 1) -> Rating {
        Rating(
            id: PlanFixture.id(number),
            child: CareFixture.child,
            goal: PlanFixture.id(goal),
            level: level,
            on: PlanFixture.today.adding(days: number),
            discipline: .physical,
            stamp: PlanFixture.stamp(PlanFixture.pt, number)
        )
    }

    private static func scale() -> AttainmentScale {
        let outline = ScaleOutline(dimension: .time, baseline: 25, expected: 15, by: PlanFixture.today.adding(days: 84))
        return .draft(outline, child: CareFixture.child, goal: PlanFixture.id(1))
    }

    @Test("One page: who does what for each goal, how far it has come, what nobody covers, what is not agreed")
    func joint() throws {
        var goal = try PlanFixture.goal()
        try goal.split.reassign(
            "one-leg-stand",
            to: .occupational,
            reason: "r",
            by: .occupational,
            team: PlanFixture.team,
            stamp: PlanFixture.stamp(PlanFixture.ot)
        )
        try goal.split.disagree(
            with: "one-leg-stand",
            reason: "r",
            by: .physical,
            stamp: PlanFixture.stamp(PlanFixture.pt)
        )
        let program = HomeTests.program([HomeTests.item(1)])
        let summary = JointSummary(
            day: PlanFixture.today.adding(days: 2),
            goals: [goal, try PlanFixture.goal(2, status: .proposed)],
            scales: [Self.scale()],
            ratings: [Self.rating(1, -1), Self.rating(2, 0), Self.rating(3, 2)],
            team: [.init(name: "Ann Lee", discipline: .physical, practice: "North")],
            home: DayPlan(program, table: try HomeTests.routines.get(), codes: { _ in [] }),
            budget: program.budget
        )
        let line = try #require(summary.goals.first)
        #expect(summary.goals.count == 1)
        #expect(line.level == 0 && line.levelWords == "11 to 15 minutes" && line.expected == "11 to 15 minutes")
        #expect(line.physical.contains("Standing balance") && line.occupational.contains("Buttons, zippers and snaps"))
        #expect(line.disputed == ["Standing on one leg"])
        #expect(line.uncovered == [.occupational])
        #expect(line.together.allSatisfy { $0.kind == .reviewTogether } && !line.together.isEmpty)
        let shown = Set(line.physical + line.occupational + line.both)
        #expect(shown == Set(goal.split.standingParts.map(\.name)), "no skill is left out")
    }

    @Test("Discharge: own signed visits and minutes, goals from start to now, the change, what goes on")
    func discharge() throws {
        let drafts = [VisitTests.note(VisitTests.content(), .physical, 7)]
        let notes = [
            try VisitTests.signed(VisitTests.content([23, 15]), .physical, 1),
            try VisitTests.signed(VisitTests.content([30]), .occupational, 2),
        ]
        let summary = DischargeSummary(
            discipline: .physical,
            reason: "Goals met",
            goals: [try PlanFixture.goal()],
            scales: [Self.scale()],
            ratings: [Self.rating(1, -1), Self.rating(2, 1)],
            notes: notes + drafts,
            trends: [],
            profile: ChildProfile(conditions: [], ageMonths: 60),
            home: [HomeTests.item(1), HomeTests.item(2, .occupational)]
        )
        #expect(summary.visits == 1 && summary.minutes == 38)
        #expect(summary.days == PlanFixture.today...PlanFixture.today)
        #expect(summary.goals.map(\.from) == [-2] && summary.goals.map(\.to) == [1])
        #expect(summary.change?.points.text(decimals: 2) == "30.00")
        #expect(summary.keepDoing.map(\.id) == [PlanFixture.id(1)])
    }
}
