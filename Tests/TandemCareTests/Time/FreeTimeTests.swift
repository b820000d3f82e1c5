import TandemCare
import TandemCatalog
import Testing

/// Free time against a grid of minutes that is filled in by hand.
struct FreeTimeTests {
    private typealias Make = TimeFixture

    /// The minutes of a few days, from a moment on.
    private struct Grid {
        let start: Instant
        var free: [Bool]

        init(_ start: Instant, days: Int) {
            self.start = start
            free = Array(repeating: false, count: days * 1440)
        }

        mutating func fill(_ span: Span, _ value: Bool) {
            for minute in free.indices where span.contains(Span(start + .minutes(minute), minutes: 1)) {
                free[minute] = value
            }
        }

        func starts(_ minutes: Int) -> [Instant] {
            stride(from: 0, through: free.count - minutes, by: 15).filter { from in
                free[from..<(from + minutes)].allSatisfy(\.self)
            }.map { start + .minutes($0) }
        }
    }

    @Test("Free time is what a grid of minutes says it is", arguments: 0..<150)
    func grid(_ seed: Int) {
        var chance = Seeded(UInt64(seed))
        // Three days round a change of the clocks, or in the middle of summer.
        let first = Make.day(chance.pick(["2026-10-31", "2027-03-13", "2026-07-06"]))
        let days = first.following(3)
        let zone = chance.pick(ZoneRules.all)
        let start = zone.start(of: first)
        var grid = Grid(start, days: 4)
        var blocks: [WorkingHours.Block] = []
        var off: [WorkingHours.DaysOff] = []
        for day in days {
            if chance.int(0...4) == 0 {
                off.append(.init(from: day, through: day))
                continue
            }
            for _ in 0..<chance.int(0...2) {
                let from = TimeOfDay(minutesOfDay: chance.int(0...1380))
                let to = TimeOfDay(minutesOfDay: min(1439, from.minutes + chance.int(1...500)))
                blocks.append(.init(weekday: day.weekday, from: from, to: to))
                grid.fill(Span(zone.instant(day, from), zone.instant(day, to)), true)
            }
        }
        let taken = (0..<chance.int(0...6)).map { _ in
            Span(start + .minutes(chance.int(0...4000)), minutes: chance.int(1...240))
        }
        for span in taken { grid.fill(span, false) }
        let now = start + .minutes(chance.int(0...1000))
        grid.fill(Span(start - .hours(1), now), false)
        let hours = WorkingHours(
            id: Make.id(1),
            practice: Make.id(4),
            therapist: Make.id(2),
            blocks: blocks,
            daysOff: off
        )
        let free = hours.free(on: days, in: zone, taken: taken, now: now)
        for minutes in [15, 30, 45, 60] { #expect(free.starts(minutes: minutes) == grid.starts(minutes)) }
    }

    @Test("What both have free is what both grids say", arguments: 0..<150)
    func both(_ seed: Int) {
        var chance = Seeded(UInt64(1000 + seed))
        let start = Instant(startOf: Make.day("2026-10-05"))
        func some() -> FreeTime {
            FreeTime(
                (0..<chance.int(0...8)).map { _ in
                    Span(start + .minutes(chance.int(0...2000)), minutes: chance.int(0...300))
                }
            )
        }
        let (mine, theirs) = (some(), some())
        var (left, right) = (Grid(start, days: 2), Grid(start, days: 2))
        for span in mine.spans { left.fill(span, true) }
        for span in theirs.spans { right.fill(span, true) }
        var common = left
        for minute in common.free.indices { common.free[minute] = left.free[minute] && right.free[minute] }
        let both = mine.intersection(theirs)
        #expect(both == theirs.intersection(mine))
        #expect(both.starts(minutes: 30) == common.starts(30))
    }

    @Test("Of what both have free, little is told", arguments: 0..<100)
    func joint(_ seed: Int) {
        var chance = Seeded(UInt64(2000 + seed))
        let start = Make.at("2026-10-05", "00:00")
        func some() -> FreeTime {
            FreeTime(
                (0..<chance.int(10...60)).map { _ in
                    Span(start + .minutes(chance.int(0...(28 * 1440))), minutes: chance.int(30...600))
                }
            )
        }
        let (mine, theirs) = (some(), some())
        let times = JointSlots.times(mine, theirs, minutes: 45, in: Make.chicago)
        #expect(times.count <= JointSlots.most)
        #expect(times == times.sorted())
        for time in times {
            #expect(mine.contains(Span(time, minutes: 45)) && theirs.contains(Span(time, minutes: 45)))
        }
        let byDay = Dictionary(grouping: times, by: Make.chicago.day)
        #expect(byDay.values.allSatisfy { $0.count <= JointSlots.mostADay })
        #expect(times.isEmpty == mine.intersection(theirs).starts(minutes: 45).isEmpty)
    }

    @Test("Hours that cannot be are said at their day")
    func checking() {
        func hours(_ blocks: [(String, String)]) -> [String] {
            WorkingHours(
                id: Make.id(1),
                practice: Make.id(4),
                therapist: Make.id(2),
                blocks: blocks.map { .init(weekday: 1, from: Make.time($0.0), to: Make.time($0.1)) }
            ).remarks().map(\.message)
        }
        #expect(hours([("08:00", "12:00"), ("12:00", "17:00")]).isEmpty)
        #expect(hours([("08:00", "08:00")]) == ["The end is not after the start."])
        #expect(hours([("08:00", "12:00"), ("11:00", "17:00")]) == ["Two blocks overlap."])
    }
}
