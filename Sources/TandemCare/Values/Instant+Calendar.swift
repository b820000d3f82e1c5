package import TandemCatalog

/// Days of the calendar and moments, both counted from 1970 in UTC. The arithmetic is Howard Hinnant's "days from civil".
extension Instant {
    private static var dayInMicroseconds: Int64 { 86_400_000_000 }

    /// Midnight UTC at which a day begins.
    package init(startOf day: CalendarDate) {
        let year = Int64(day.month <= 2 ? day.year - 1 : day.year)
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let month = Int64(day.month > 2 ? day.month - 3 : day.month + 9)
        let dayOfYear = (153 * month + 2) / 5 + Int64(day.day) - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(microseconds: (era * 146_097 + dayOfEra - 719_468) * Self.dayInMicroseconds)
    }

    /// Whole days since 1970-01-01.
    fileprivate var days: Int64 {
        microseconds / Self.dayInMicroseconds - (microseconds % Self.dayInMicroseconds < 0 ? 1 : 0)
    }
}

extension CalendarDate {
    /// The day in UTC.
    package init(utc instant: Instant) {
        let days = instant.days + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let calendarMonth = month < 10 ? month + 3 : month - 9
        let year = yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0)
        self.init(year: Int(year), month: Int(calendarMonth), day: Int(day))
    }
}
