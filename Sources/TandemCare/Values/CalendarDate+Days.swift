package import TandemCatalog

extension CalendarDate {
    /// The day so many days later; earlier for a negative count.
    package func adding(days: Int) -> CalendarDate { CalendarDate(utc: Instant(startOf: self) + .days(days)) }

    /// Days from this one to `later`; negative where `later` is earlier.
    package func days(until later: CalendarDate) -> Int {
        Int((Instant(startOf: later) - Instant(startOf: self)).components.seconds / 86_400)
    }
}

extension CalendarDate {
    /// Working days that have passed from this day until `later`: weekends do not count, holidays do.
    package func workingDays(until later: CalendarDate) -> Int {
        let days = days(until: later)
        guard days > 0 else { return 0 }
        let rest = (1...7).prefix(days % 7).filter { adding(days: $0).weekday < 5 }.count
        return days / 7 * 5 + rest
    }
}

extension CalendarDate {
    /// 0 for Monday to 6 for Sunday.
    package var weekday: Int {
        // 1970-01-01 was a Thursday.
        let days = CalendarDate(year: 1970, month: 1, day: 1).days(until: self) + 3
        return (days % 7 + 7) % 7
    }

    /// The Monday of its week.
    package var weekStart: CalendarDate { adding(days: -weekday) }
}
