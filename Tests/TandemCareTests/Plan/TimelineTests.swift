import TandemCare
import TandemCatalog
import Testing

@Suite("The timeline")
struct TimelineTests {
    private static func entry(_ number: Int, _ hour: Int, by: ID<Account> = PlanFixture.pt, isNote: Bool = false)
        -> TimelineEntry
    {
        let event: TimelineEvent = isNote ? .addendum : .rated(title: "\(number)", level: 0)
        return TimelineEntry(event, PlanFixture.stamp(by, hour), subject: "\(number)")
    }

    @Test(
        "A merge keeps every entry, newest first, whatever the order of the sources; pages show each once",
        arguments: 1...300
    )
    func merge(_ seed: UInt64) {
        var chance = Seeded(seed)
        let entries = (0..<chance.int(0...60)).map { Self.entry($0, chance.int(0...20)) }
        var sources: [[TimelineEntry]] = [[], [], []]
        for entry in entries { sources[chance.int(0...2)].append(entry) }
        let timeline = Timeline(sources)
        #expect(Set(timeline.entries) == Set(entries) && timeline.entries.count == entries.count)
        #expect(zip(timeline.entries, timeline.entries.dropFirst()).allSatisfy { $0.at >= $1.at })
        #expect(Timeline(sources.reversed()) == timeline)
        var paged: [TimelineEntry] = []
        let count = chance.int(1...9)
        while paged.count < 100 {
            let page = timeline.page(after: paged.last, count: count)
            if page.isEmpty { break }
            paged += page
        }
        #expect(paged == timeline.entries)
    }

    @Test("News is what others did since one last looked")
    func news() {
        let timeline = Timeline([
            [Self.entry(1, 1), Self.entry(2, 2, by: PlanFixture.ot), Self.entry(3, 3, by: PlanFixture.ot)],
            [Self.entry(4, 4), Self.entry(5, 5, by: PlanFixture.mother)],
        ])
        let looked = CareFixture.now + .hours(2)
        #expect(timeline.news(for: PlanFixture.pt, since: looked).map(\.subject) == ["5", "3"])
        #expect(timeline.news(for: PlanFixture.pt, since: nil).map(\.subject) == ["5", "3", "2"])
        #expect(timeline.news(for: PlanFixture.mother, since: CareFixture.now + .hours(5)).isEmpty)
    }

    @Test("Who may not read notes does not see visits")
    func withoutNotes() {
        let timeline = Timeline([[Self.entry(1, 1), Self.entry(2, 2, isNote: true)]])
        #expect(timeline.withoutNotes.entries.map(\.subject) == ["1"])
    }

    @Test("Each kind of record tells what happened to it")
    func sources() throws {
        var goal = try PlanFixture.goal()
        let (pt, ot) = (PlanFixture.stamp(PlanFixture.pt, 3), PlanFixture.stamp(PlanFixture.ot, 4))
        try goal.split.dropStep(1, reason: "r", by: pt)
        try goal.split.reassign("squat", to: .both, reason: "r", by: .physical, team: PlanFixture.team, stamp: pt)
        try goal.split.agree(to: "squat", by: .occupational, stamp: ot)
        var item = HomeTests.item(1)
        try item.retire(reason: "Can do it", by: pt)
        var note = try VisitTests.signed(VisitTests.content())
        try note.add("More", as: "Ann", stamp: ot)
        let measure = try MeasureTests.measure("pbs")
        let value = TrendTests.measurement(1, measure, 40, on: "2026-09-01", part: "total")
        let ticks = [
            TickTests.tick(1), TickTests.tick(2, item: 2, .tried, .hurt), TickTests.tick(3, item: 3, .notToday),
        ]
        let timeline = Timeline([
            goal.timeline, item.timeline, note.timeline, value.timeline(try MeasureTests.registry.get()),
            ticks.timeline([item]), try PlanOfCareTests.signed().timeline,
        ])
        #expect(goal.timeline.count == 5 && item.timeline.count == 2 && note.timeline.count == 2)
        #expect(ticks.timeline([item]).map(\.event).contains(.practiced(done: 1, tried: 1)))
        #expect(ticks.timeline([item]).map(\.event).contains(.hurt(item: "")))
        #expect(
            timeline.entries.contains { $0.event == .visit(minutes: 38, withBoth: false) && $0.discipline == .physical }
        )
        #expect(
            timeline.entries.contains { $0.event == .leadSettled(title: "Get dressed", skill: "Squatting", to: .both) }
        )
        #expect(VisitTests.note(VisitTests.content()).timeline.isEmpty, "a draft is nobody's but its author's")
    }
}
