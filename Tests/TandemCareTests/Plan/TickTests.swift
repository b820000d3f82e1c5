import TandemCare
import TandemCatalog
import Testing

@Suite("What the family ticks")
struct TickTests {
    static func tick(
        _ number: Int,
        item: Int = 1,
        on: String = "2026-09-21",
        _ outcome: Tick.Outcome = .done,
        _ feel: Tick.Feel? = nil
    ) -> Tick {
        Tick(
            id: PlanFixture.id(number),
            child: CareFixture.child,
            item: PlanFixture.id(item),
            on: PlanFixture.day(on),
            outcome: outcome,
            feel: feel,
            line: "a line",
            stamp: PlanFixture.stamp(PlanFixture.mother, number)
        )
    }

    @Test(
        "It hurt: the item is paused at once and the therapists are told, whatever else was ticked",
        arguments: Tick.Outcome.allCases
    )
    func hurt(_ outcome: Tick.Outcome) throws {
        var item = HomeTests.item(1)
        let alert = try #require(try item.take(Self.tick(1, outcome, .hurt)))
        #expect(alert.item == item.id && alert.line == "a line" && alert.discipline == .physical)
        #expect(!item.isActive)
        guard case .paused("it hurt", let stamp) = item.state else {
            Issue.record("paused, for the reason that it hurt")
            return
        }
        #expect(stamp.by == PlanFixture.mother)
        #expect(try item.take(Self.tick(2, .done, .hurt)) != nil, "a second time is told too")
        try item.resume()
        #expect(item.isActive)
    }

    private func take(
        _ word: Tick.Word,
        _ item: inout HomeItem,
        after earlier: Tick? = nil,
        number: Int = 9
    ) throws -> (tick: Tick, alert: HurtAlert?) {
        try item.take(
            word,
            as: PlanFixture.id(number),
            on: PlanFixture.day("2026-09-21"),
            after: earlier,
            by: PlanFixture.stamp(PlanFixture.mother, number)
        )
    }

    @Test("A tap keeps what it does not name, and a feeling can be taken back")
    func keeps() throws {
        var item = HomeTests.item(1)
        let first = Self.tick(1, .done, .tooHard)
        let again = try take(Tick.Word(outcome: .tried), &item, after: first).tick
        #expect(again.outcome == .tried && again.feel == .tooHard && again.line == "a line")
        let words = try take(Tick.Word(line: "It was fun"), &item, after: first).tick
        #expect(words.outcome == .done && words.feel == .tooHard && words.line == "It was fun")
        let back = try take(Tick.Word(feel: .takesBack), &item, after: first).tick
        #expect(back.outcome == .done && back.feel == nil && back.line == "a line")
        let empty = try take(Tick.Word(line: ""), &item, after: first).tick
        #expect(empty.line.isEmpty, "an empty line is said too")
        let same = try take(Tick.Word(outcome: .done), &item, after: first).tick
        #expect(same.repeats(first))
    }

    @Test("That it hurt is kept for the day, but only a tap that says so raises an alert")
    func keptHurt() throws {
        var item = HomeTests.item(1)
        let hurt = try take(Tick.Word(feel: .says(.hurt)), &item)
        #expect(hurt.alert?.tick == hurt.tick.id && hurt.tick.outcome == .tried && item.isPausedForHurt)
        try item.resume()
        let again = try take(Tick.Word(outcome: .done), &item, after: hurt.tick)
        #expect(again.tick.feel == .hurt && again.alert == nil && item.isActive)
        try item.retire(reason: "Can do it", by: PlanFixture.stamp(PlanFixture.pt))
        #expect(throws: HomeItem.Fault.retired) { try take(Tick.Word(outcome: .done), &item, after: hurt.tick) }
    }

    @Test("The first therapist to take an alert up stands; what was changed may be told later")
    func takenUp() throws {
        var item = HomeTests.item(1)
        var alert = try #require(try item.take(Self.tick(1, .tried, .hurt)))
        alert.take(by: PlanFixture.stamp(PlanFixture.pt))
        alert.take(by: PlanFixture.stamp(PlanFixture.ot), change: "Only down to the chair")
        #expect(alert.taken?.by == PlanFixture.pt && alert.change == "Only down to the chair")
        alert.take(by: PlanFixture.stamp(PlanFixture.ot), change: " ")
        #expect(alert.change == "Only down to the chair")
    }

    @Test("Nothing else pauses an item", arguments: [nil, Tick.Feel.tooEasy, .tooHard])
    func noPause(_ feel: Tick.Feel?) throws {
        var item = HomeTests.item(1)
        #expect(try item.take(Self.tick(1, .tried, feel)) == nil)
        #expect(item.isActive)
    }

    @Test("A retired item takes no ticks but the one that it hurt; another's tick it never takes")
    func retired() throws {
        var item = HomeTests.item(1)
        try item.retire(reason: "Can do it", by: PlanFixture.stamp(PlanFixture.pt))
        #expect(throws: HomeItem.Fault.retired) { try item.take(Self.tick(1)) }
        #expect(try item.take(Self.tick(1, .done, .hurt)) != nil)
        #expect(throws: HomeItem.Fault.otherItem) { try item.take(Self.tick(1, item: 2, .done, .hurt)) }
        #expect(throws: HomeItem.Fault.notPaused) { try item.resume() }
    }

    @Test("The last tick of a day holds")
    func standing() {
        let ticks = [Self.tick(3, .done), Self.tick(1, .notToday), Self.tick(2, .tried), Self.tick(4, item: 2, .tried)]
        #expect(ticks.standing.map(\.outcome) == [.done, .tried])
    }

    @Test("A week is told kindly: days, minutes, most often; what was not done is not counted against anybody")
    func week() {
        let items = [HomeTests.item(1, minutes: 5), HomeTests.item(2, .occupational, "Zip", minutes: 3)]
        let ticks = [
            Self.tick(1, on: "2026-09-21"), Self.tick(2, on: "2026-09-22"),
            Self.tick(3, item: 2, on: "2026-09-22", .tried, .tooHard),
            Self.tick(4, item: 2, on: "2026-09-23", .notToday, .tooHard), Self.tick(5, on: "2026-09-28"),
            Self.tick(6, on: "2026-09-20"),
        ]
        let week = HomeWeek(from: PlanFixture.day("2026-09-21"), ticks: ticks, items: items)
        #expect(week.days == 2 && week.minutes == 10 && week.tooHard == ["Zip"])
        #expect(
            week.words == [
                "You practiced on 2 days this week. Every bit helps.", "Most often: Flamingo at the sink, 2 times.",
                "Zip felt too hard. Your therapist can make it easier.",
            ]
        )
    }

    @Test("Today shows what was ticked, and what had its days this week; weeks begin on Monday")
    func today() throws {
        let items = [HomeTests.item(1, days: 2), HomeTests.item(2, .occupational, "Zip", minutes: 3)]
        let plan = DayPlan(HomeTests.program(items), table: try HomeTests.routines.get(), codes: { _ in [] })
        let ticks = [
            Self.tick(1, on: "2026-09-20"), Self.tick(2, on: "2026-09-21"), Self.tick(3, on: "2026-09-22", .tried),
            Self.tick(4, item: 2, on: "2026-09-22", .notToday),
        ]
        let lines = HomeToday(plan, ticks: ticks, today: PlanFixture.day("2026-09-22")).slots.flatMap(\.lines)
        let first = try #require(lines.first { $0.item.id == PlanFixture.id(1) })
        let second = try #require(lines.first { $0.item.id == PlanFixture.id(2) })
        #expect(first.daysThisWeek == 2 && first.hasHadItsDays && first.tick?.outcome == .tried)
        #expect(second.daysThisWeek == 0 && second.tick?.outcome == .notToday)
        let wednesday = HomeToday(plan, ticks: ticks, today: PlanFixture.day("2026-09-23"))
        #expect(wednesday.minutesLeft == 3 && wednesday.slots.flatMap(\.lines).allSatisfy { $0.tick == nil })
        #expect(HomeToday(plan, ticks: ticks, today: PlanFixture.day("2026-09-28")).minutesLeft == 8)
    }

    @Test("No week is scolded", arguments: 1...200)
    func kind(_ seed: UInt64) {
        var chance = Seeded(seed)
        let items = (1...3).map { HomeTests.item($0) }
        let ticks = (0..<chance.int(0...30)).map { number in
            let outcome = chance.pick(Tick.Outcome.allCases)
            let day = "2026-09-2\(chance.int(1...7))"
            return Self.tick(number, item: chance.int(1...3), on: day, outcome, chance.pick([nil, .tooEasy, .tooHard]))
        }
        let week = HomeWeek(from: PlanFixture.day("2026-09-21"), ticks: ticks, items: items)
        #expect((0...7).contains(week.days) && !week.words.isEmpty)
        #expect(week.lines.allSatisfy { $0.done + $0.tried <= 7 && $0.done + $0.tried > 0 })
        let text = week.words.joined(separator: " ").lowercased()
        for word in ["missed", "only", "streak", "failed", "should", "must", "forgot"] { #expect(!text.contains(word)) }
    }
}
