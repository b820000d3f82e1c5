/// A day of the calendar, without a time or a zone.
package struct CalendarDate: Sendable, Hashable {
    package let year: Int
    /// 1 to 12.
    package let month: Int
    /// 1 to 31.
    package let day: Int

    package init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Whole months from this date's month to the next `month` (1 to 12); 0 if it is this month.
    func months(untilMonth month: Int) -> Int { (month - self.month + 12) % 12 }
}
