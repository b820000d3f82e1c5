package import TandemCatalog

/// What the clocks of one place show: its offset from UTC, and whether it turns the clock for daylight saving time.
///
/// The United States turn it by one rule (15 U.S.C. 260a): forward an hour at 2:00 standard time on the second Sunday of March,
/// back at 2:00 daylight time on the first Sunday of November. It has held since 2007; times before that are told by it too.
package struct ZoneRules: Sendable, Hashable {
    /// As the IANA time zone database names it: `America/Chicago`.
    package let name: String
    /// As people say it: "Central time".
    package let label: String
    /// Minutes to add to UTC in winter.
    private let standard: Int
    private let turns: Bool

    private init(_ name: String, _ label: String, hours: Int, turns: Bool) {
        self.name = name
        self.label = label
        standard = hours * 60
        self.turns = turns
    }

    /// The zones of the United States and its territories, from east to west, and UTC.
    package static let all = [
        ZoneRules("America/Puerto_Rico", "Atlantic time (Puerto Rico, Virgin Islands)", hours: -4, turns: false),
        ZoneRules("America/New_York", "Eastern time", hours: -5, turns: true),
        ZoneRules("America/Chicago", "Central time", hours: -6, turns: true),
        ZoneRules("America/Denver", "Mountain time", hours: -7, turns: true),
        ZoneRules("America/Phoenix", "Mountain time without daylight saving (Arizona)", hours: -7, turns: false),
        ZoneRules("America/Los_Angeles", "Pacific time", hours: -8, turns: true),
        ZoneRules("America/Anchorage", "Alaska time", hours: -9, turns: true),
        ZoneRules("America/Adak", "Aleutian time", hours: -10, turns: true),
        ZoneRules("Pacific/Honolulu", "Hawaii time", hours: -10, turns: false),
        ZoneRules("Pacific/Pago_Pago", "Samoa time", hours: -11, turns: false),
        ZoneRules("Pacific/Guam", "Chamorro time (Guam)", hours: 10, turns: false),
        utc,
    ]

    package static let utc = ZoneRules("UTC", "Universal time", hours: 0, turns: false)

    /// `nil` for a name that is not in the list.
    package static func named(_ name: String) -> ZoneRules? { all.first { $0.name == name } }

    /// Minutes to add to UTC at a moment.
    package func offset(at instant: Instant) -> Int { isDaylight(instant) ? standard + 60 : standard }

    /// The moment at which the clock shows `time` on `day`.
    ///
    /// A time that the clock leaps over is read with the offset before the leap (2:30 is 3:30), of a time that comes twice the
    /// first is meant: as calendars do (RFC 5545, 3.3.5).
    package func instant(_ day: CalendarDate, _ time: TimeOfDay) -> Instant {
        let wall = Instant(startOf: day) + .minutes(time.minutes)
        guard turns else { return wall - .minutes(standard) }
        let asDaylight = wall - .minutes(standard + 60)
        return isDaylight(asDaylight) ? asDaylight : wall - .minutes(standard)
    }

    /// The first moment of a day.
    package func start(of day: CalendarDate) -> Instant { instant(day, .midnight) }

    /// What the clock shows.
    package func wall(_ instant: Instant) -> (day: CalendarDate, time: TimeOfDay) {
        let shown = instant + .minutes(offset(at: instant))
        let day = CalendarDate(utc: shown)
        let seconds = (shown - Instant(startOf: day)).components.seconds
        return (day, TimeOfDay(minutesOfDay: Int(seconds / 60)))
    }

    package func day(_ instant: Instant) -> CalendarDate { wall(instant).day }

    private func isDaylight(_ instant: Instant) -> Bool {
        guard turns else { return false }
        let year = CalendarDate(utc: instant + .minutes(standard)).year
        let begins = Instant(startOf: Self.sunday(2, of: 3, year)) + .minutes(2 * 60 - standard)
        let ends = Instant(startOf: Self.sunday(1, of: 11, year)) + .minutes(2 * 60 - standard - 60)
        return instant >= begins && instant < ends
    }

    private static func sunday(_ number: Int, of month: Int, _ year: Int) -> CalendarDate {
        let first = CalendarDate(year: year, month: month, day: 1)
        return first.adding(days: (6 - first.weekday) + 7 * (number - 1))
    }
}

extension TimeOfDay {
    package static let midnight = TimeOfDay(minutesOfDay: 0)

    /// - Parameter minutesOfDay: brought into the day where it is outside.
    package init(minutesOfDay: Int) { minutes = min(max(minutesOfDay, 0), 1439) }
}
