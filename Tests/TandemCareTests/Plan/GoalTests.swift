import TandemCare
import TandemCatalog
import Testing

@Suite("Goals")
struct GoalTests {
    @Test("A goal is proposed, accepted, met; it can be set aside with a reason and taken up again")
    func statuses() throws {
        var goal = try PlanFixture.goal(status: .proposed)
        #expect(goal.status == .proposed)
        #expect(throws: GoalFault.notFromHere) { try goal.become(.met, by: PlanFixture.stamp(PlanFixture.pt)) }
        try goal.become(.active, by: PlanFixture.stamp(PlanFixture.mother))
        #expect(throws: GoalFault.noReason) {
            try goal.become(.setAside(reason: " "), by: PlanFixture.stamp(PlanFixture.mother))
        }
        try goal.become(.setAside(reason: "Summer"), by: PlanFixture.stamp(PlanFixture.mother))
        try goal.become(.active, by: PlanFixture.stamp(PlanFixture.mother))
        try goal.become(.met, by: PlanFixture.stamp(PlanFixture.ot))
        #expect(goal.statuses.map(\.status.word) == ["proposed", "active", "set aside", "active", "met"])
    }

    @Test("Nothing becomes what it is, and nothing goes back to proposed")
    func transitions() {
        let all: [GoalStatus] = [.proposed, .active, .met, .setAside(reason: "r")]
        for status in all {
            #expect(!status.mayBecome(status) && !status.mayBecome(.proposed))
        }
    }

    @Test("A goal says what is missing, too long or over, beside the field")
    func remarks() throws {
        var goal = try PlanFixture.goal()
        #expect(goal.remarks(today: PlanFixture.today).map(\.place) == ["setting", "baseline"])
        goal.setting = "at home, on school mornings"
        goal.baseline = "25 minutes with help"
        #expect(goal.remarks(today: PlanFixture.today).isEmpty)
        goal.familyWords = String(repeating: "x", count: 10_000)
        #expect(
            goal.remarks(today: PlanFixture.today)
                == [.tooLong("family words", length: 10_000, limit: TextLimit.note)]
        )
        goal.familyWords = ""
        goal.by = PlanFixture.today
        #expect(goal.remarks(today: PlanFixture.today).map(\.place) == ["by"])
        goal.by = PlanFixture.today.adding(days: 400)
        #expect(goal.remarks(today: PlanFixture.today).map(\.isBlocking) == [false])
    }

    @Test("An active goal is looked at together twelve weeks after it began or was last looked at")
    func review() throws {
        let goal = try PlanFixture.goal()
        let began = CalendarDate(utc: CareFixture.now + .hours(1))
        #expect(goal.reviewDay(lastReview: nil) == began.adding(days: 84))
        #expect(goal.reviewDay(lastReview: began.adding(days: 10)) == began.adding(days: 94))
        #expect(try PlanFixture.goal(status: .met).reviewDay(lastReview: nil) == nil)
    }

    @Test("A goal begins from activities that children of the age are coming to do, then from earlier ones")
    func activities() throws {
        let activities = try PlanFixture.catalog.get().goalActivities(ageMonths: 48)
        let first = try #require(activities.firstIndex { !$0.ages.contains(48) })
        #expect(activities[..<first].contains { $0.id == "get-dressed" })
        #expect(
            activities[first...].allSatisfy { $0.ages.to < 48 } && Set(activities.map(\.id)).count == activities.count
        )
    }

    @Test(
        "Weeks begin on Monday",
        arguments: [
            ("2026-09-21", 0), ("2026-09-27", 6), ("1970-01-01", 3), ("1969-12-28", 6), ("2024-02-29", 3),
        ]
    )
    func weekday(_ day: String, _ weekday: Int) {
        #expect(PlanFixture.day(day).weekday == weekday)
        #expect(PlanFixture.day(day).weekStart.weekday == 0)
    }

    @Test("Too many words are refused everywhere, with room for what fits")
    func longTexts() throws {
        let (line, long) = (String(repeating: "x", count: TextLimit.line), String(repeating: "x", count: 10_000))
        let catalog = try PlanFixture.catalog.get()
        let stamp = PlanFixture.stamp(PlanFixture.ot)
        var goal = try PlanFixture.goal()
        #expect(throws: SplitFault.tooLong) {
            try goal.split.addStep(long, skills: [.known("squat")], catalog: catalog, by: stamp)
        }
        #expect(throws: SplitFault.tooLong) {
            try goal.split.addStep("s", skills: [.own(name: long, lead: .both)], catalog: catalog, by: stamp)
        }
        #expect(throws: SplitFault.tooLong) { try goal.split.dropStep(1, reason: long, by: stamp) }
        #expect(throws: SplitFault.tooLong) {
            try goal.split.reassign("squat", to: .both, reason: long, by: .physical, team: [], stamp: stamp)
        }
        try goal.split.addStep(line, skills: [.own(name: line, lead: .both)], catalog: catalog, by: stamp)
        let rating = Rating(
            id: PlanFixture.id(1),
            child: CareFixture.child,
            goal: goal.id,
            level: 0,
            on: PlanFixture.today.adding(days: 1),
            words: long,
            discipline: nil,
            stamp: stamp
        )
        #expect(rating.remarks(today: PlanFixture.today).map(\.place) == ["words", "on"])
        let tick = TickTests.tick(1, on: "2026-12-01")
        #expect(tick.remarks(today: PlanFixture.today).map(\.place) == ["on"])
        let free = Goal(
            id: PlanFixture.id(1),
            child: CareFixture.child,
            title: "Dance",
            by: goal.by,
            split: Split(),
            proposed: stamp
        )
        #expect(free.remarks(today: PlanFixture.today).map(\.place) == ["setting", "baseline", "split"])
    }

    @Test("A question is asked and answered, and then closed")
    func question() throws {
        var question = try GoalQuestion(
            id: PlanFixture.id(1),
            child: CareFixture.child,
            goal: PlanFixture.id(2),
            text: "Bench or wall this month?",
            discipline: .occupational,
            stamp: PlanFixture.stamp(PlanFixture.ot)
        )
        try question.add("Wall", discipline: .physical, stamp: PlanFixture.stamp(PlanFixture.pt, 1))
        try question.close(by: PlanFixture.stamp(PlanFixture.ot, 2))
        #expect(throws: GoalQuestion.Fault.closed) {
            try question.add("x", discipline: nil, stamp: PlanFixture.stamp(PlanFixture.mother))
        }
        #expect(question.lines.map(\.text) == ["Bench or wall this month?", "Wall"])
    }

    @Test(
        "Days are counted over months, leap years and centuries",
        arguments: [
            ("2026-01-31", 1, "2026-02-01"), ("2024-02-28", 1, "2024-02-29"), ("2100-02-28", 1, "2100-03-01"),
            ("2026-03-01", -1, "2026-02-28"), ("1969-12-31", 1, "1970-01-01"), ("2026-09-22", 90, "2026-12-21"),
        ]
    )
    func days(_ from: String, _ count: Int, _ to: String) {
        #expect(PlanFixture.day(from).adding(days: count) == PlanFixture.day(to))
        #expect(PlanFixture.day(from).days(until: PlanFixture.day(to)) == count)
    }
}
