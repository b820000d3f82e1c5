package import TandemCatalog

/// How an appointment comes again: every so many weeks, on some weekdays, until a day or so many times.
package struct Recurrence: Sendable, Hashable, Codable {
    package enum End: Sendable, Hashable, Codable {
        /// The last day on which it may be.
        case until(CalendarDate)
        /// So many times, the first one among them.
        case count(Int)
    }

    /// 1 for every week.
    package let everyWeeks: Int
    /// 0 for Monday to 6 for Sunday. The weekday of the first day counts always.
    package let weekdays: Set<Int>
    package let end: End

    package init(everyWeeks: Int = 1, weekdays: Set<Int>, end: End) {
        self.everyWeeks = everyWeeks
        self.weekdays = weekdays
        self.end = end
    }

    /// A series ends within so many days; then it is looked at again, as plans of care are.
    package static let longestDays = 366
    package static let mostWeeks = 8

    /// The days of a series that begins on `first`.
    package func days(from first: CalendarDate) -> [CalendarDate] {
        let last = first.adding(days: Self.longestDays)
        let wanted = weekdays.union([first.weekday]).sorted()
        var days: [CalendarDate] = []
        var monday = first.weekStart
        while monday <= last {
            for day in wanted.map(monday.adding(days:)) where day >= first {
                switch end {
                case .until(let until) where day > until: return days
                case .count(let count) where days.count >= count: return days
                default: break
                }
                guard day <= last else { return days }
                days.append(day)
            }
            monday = monday.adding(days: 7 * max(1, everyWeeks))
        }
        return days
    }
}
