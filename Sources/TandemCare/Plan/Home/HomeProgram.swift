/// The one list of a family: the home activities of both disciplines within the minutes that the family has.
package struct HomeProgram: Sendable, Hashable {
    /// What the family settles.
    package struct Settings: Sendable, Hashable, Codable {
        package let child: ID<Child>
        /// Minutes a day for all of it. 20 is the project's choice, beside a home program that worked with 16.5 minutes a session
        /// (Novak 2009).
        package var dailyMinutes: Int
        /// How many activities at a time; the project's choice, no source.
        package var itemsAtATime: Int
        /// Parts of the day that the family has for practice.
        package var routines: Set<Routine>

        package init(
            child: ID<Child>,
            dailyMinutes: Int = 20,
            itemsAtATime: Int = 3,
            routines: Set<Routine> = [.morning, .meals, .play, .bath, .bedtime]
        ) {
            self.child = child
            self.dailyMinutes = dailyMinutes
            self.itemsAtATime = itemsAtATime
            self.routines = routines
        }
    }

    package let settings: Settings
    /// Of both disciplines, paused and retired ones among them.
    package let items: [HomeItem]

    package init(settings: Settings, items: [HomeItem]) {
        self.settings = settings
        self.items = items
    }

    package var active: [HomeItem] { items.filter(\.isActive) }

    package var week: HomeWeekPlan { HomeWeekPlan(active) }

    package var budget: HomeBudget { HomeBudget(week: week, limit: settings.dailyMinutes) }
}

/// What the list asks of the family's day.
package struct HomeBudget: Sendable, Hashable {
    package let limit: Int
    /// Minutes of the fullest day of the week, spread as evenly as it goes.
    package let fullestDay: Int
    /// Minutes of all days of the week together.
    package let week: Int

    init(week: HomeWeekPlan, limit: Int) {
        self.limit = limit
        fullestDay = week.minutes.max() ?? 0
        self.week = week.minutes.reduce(0, +)
    }

    /// Minutes beyond the limit on the fullest day.
    package var over: Int { max(0, fullestDay - limit) }

    package var left: Int { max(0, limit - fullestDay) }
}
