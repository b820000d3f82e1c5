/// Items spread over the seven days of a week as evenly as it goes: the longest first, each onto the days that are emptiest so far.
/// The same items always give the same plan.
package struct HomeWeekPlan: Sendable, Hashable {
    /// Items of each day, Monday first.
    package let days: [[ID<HomeItem>]]
    /// Minutes of each day.
    package let minutes: [Int]

    init(_ items: [HomeItem]) {
        var days: [[ID<HomeItem>]] = Array(repeating: [], count: 7)
        var minutes = Array(repeating: 0, count: 7)
        let order = items.sorted { ($1.minutes, $1.daysAWeek, $0.id.text) < ($0.minutes, $0.daysAWeek, $1.id.text) }
        for item in order {
            let emptiest = (0..<7).sorted { (minutes[$0], $0) < (minutes[$1], $1) }
            for day in emptiest.prefix(max(0, item.daysAWeek)) {
                days[day].append(item.id)
                minutes[day] += max(0, item.minutes)
            }
        }
        self.days = days
        self.minutes = minutes
    }
}
