package import TandemCatalog

/// What the family sees first: today's activities in the order of the day, each with what was ticked.
package struct HomeToday: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        package let item: HomeItem
        /// What was said of it today; `nil` while nothing was.
        package let tick: Tick?
        /// Days of this week on which it was done or tried, today among them.
        package let daysThisWeek: Int

        /// It had its days this week; another is welcome and not asked for.
        package var hasHadItsDays: Bool { daysThisWeek >= item.daysAWeek }
    }

    package struct Slot: Sendable, Hashable {
        package let routine: Routine
        package let lines: [Line]
    }

    /// In order of the day.
    package let slots: [Slot]

    /// - Parameter ticks: of this week at least; others do not count.
    package init(_ plan: DayPlan, ticks: [Tick], today: CalendarDate) {
        let monday = today.weekStart
        let week = Dictionary(
            grouping: ticks.filter { monday <= $0.on && $0.on <= today }.standing,
            by: \.item
        )
        slots = plan.slots.map { slot in
            let lines = slot.items.map { item in
                let own = week[item.id] ?? []
                return Line(
                    item: item,
                    tick: own.last { $0.on == today },
                    daysThisWeek: own.count { $0.outcome != .notToday }
                )
            }
            return Slot(routine: slot.routine, lines: lines)
        }
    }

    /// Minutes that are still asked for today.
    package var minutesLeft: Int {
        slots.flatMap(\.lines).reduce(0) { $0 + ($1.tick == nil && !$1.hasHadItsDays ? $1.item.minutes : 0) }
    }
}
