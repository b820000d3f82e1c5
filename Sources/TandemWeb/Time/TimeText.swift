import TandemCare
import TandemCatalog
import TandemStore

/// Days and times of visits in words.
enum TimeText {
    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    static func weekday(_ number: Int) -> String { weekdays[min(max(number, 0), 6)] }

    /// "Tuesday, September 22".
    static func day(_ day: CalendarDate) -> String {
        "\(weekday(day.weekday)), \(months[day.month - 1]) \(day.day)"
    }

    /// "Tue, Sep 22".
    static func short(_ day: CalendarDate) -> String {
        "\(weekday(day.weekday).prefix(3)), \(months[day.month - 1].prefix(3)) \(day.day)"
    }

    /// "3:30 pm".
    static func time(_ time: TimeOfDay) -> String {
        "\(clock(time)) \(half(time))"
    }

    /// "3:30 to 4:15 pm".
    static func range(_ from: TimeOfDay, minutes: Int) -> String {
        let end = TimeOfDay(minutesOfDay: (from.minutes + minutes) % 1440)
        let first = half(from) == half(end) ? clock(from) : time(from)
        return "\(first) to \(time(end))"
    }

    /// What the clock of a place shows of a stretch of time: "Tuesday, September 22, 3:30 to 4:15 pm".
    static func span(_ span: Span, in zone: ZoneRules) -> String {
        let wall = zone.wall(span.start)
        return "\(day(wall.day)), \(range(wall.time, minutes: span.minutes))"
    }

    /// "12:05 pm on Tue, Sep 22".
    static func moment(_ instant: Instant, in zone: ZoneRules) -> String {
        let wall = zone.wall(instant)
        return "\(time(wall.time)) on \(short(wall.day))"
    }

    private static func clock(_ time: TimeOfDay) -> String {
        let hour = time.minutes / 60 % 12
        let minute = time.minutes % 60
        return "\(hour == 0 ? 12 : hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    private static func half(_ time: TimeOfDay) -> String { time.minutes < 720 ? "am" : "pm" }
}

extension Appointment.Place {
    /// For the clinic.
    var text: String {
        switch self {
        case .clinic: "At the clinic"
        case .home: "At home"
        case .school: "At school"
        case .telehealth: "By video"
        }
    }
}

extension Occurrence.State {
    /// What stands beside a visit; nothing while it is planned.
    var text: String? {
        switch self {
        case .planned: nil
        case .attended: "came"
        case .noShow: "did not come"
        case .cancelled: "cancelled"
        }
    }

    var tag: String {
        switch self {
        case .planned: ""
        case .attended: "tag-good"
        case .noShow: "tag-over"
        case .cancelled: "tag-warn"
        }
    }
}

extension Occurrence.Reason {
    var text: String {
        switch self {
        case .cannotCome: "Cannot come"
        case .away: "Therapist is away"
        case .weather: "Weather or travel"
        case .closed: "Office is closed"
        case .moved: "Moved to another time"
        case .ended: "Visits have ended"
        case .other: "Another reason"
        }
    }

    /// What somebody who cancels can choose.
    static let offered: [Occurrence.Reason] = [.cannotCome, .away, .weather, .closed, .ended, .other]
}

extension JointAppointment.State {
    var text: String {
        switch self {
        case .proposed: "waits for an answer"
        case .confirmed: "both together"
        case .declined: "the other practice cannot"
        case .withdrawn: "no longer together"
        }
    }
}

extension Appointment {
    /// The number of a visit in addresses, from 1.
    func number(of ruleDay: CalendarDate) -> Int { (days.firstIndex(of: ruleDay) ?? -1) + 1 }

    /// The day of a number in an address.
    func ruleDay(_ number: Int) -> CalendarDate? {
        let days = days
        return days.indices.contains(number - 1) ? days[number - 1] : nil
    }

    /// "every week on Tuesday and Thursday until October 29".
    var rhythm: String? {
        guard let recurrence = content.recurrence else { return nil }
        let names = recurrence.weekdays.union([content.first.weekday]).sorted().map(TimeText.weekday)
        let days =
            names.count > 1
            ? names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "") : names.first ?? ""
        let every = recurrence.everyWeeks == 1 ? "Every week" : "Every \(recurrence.everyWeeks) weeks"
        guard let last = self.days.last else { return nil }
        return "\(every) on \(days) until \(TimeText.day(last))"
    }
}

extension ScheduleFault {
    /// - Parameter name: of a therapist.
    func message(_ name: (ID<Account>) -> String) -> String {
        switch self {
        case .taken(let therapist, let days):
            "\(name(therapist)) is not free then: \(Self.list(days)). Choose another time; nothing was saved."
        case .childBusy(let days):
            "The child has another visit then: \(Self.list(days)). Choose another time; nothing was saved."
        case .gone: "This time is no longer free for both. Look at the times again; nothing was saved."
        case .joint: "A visit with two practices cannot be moved. Cancel it, and propose another time."
        }
    }

    private static func list(_ days: [CalendarDate]) -> String {
        let shown = days.prefix(6).map(TimeText.short).joined(separator: "; ")
        return days.count > 6 ? "\(shown) and \(days.count - 6) more" : shown
    }
}

extension Appointment.Fault {
    var message: String {
        switch self {
        case .noSuchVisit: "Somebody has changed these visits meanwhile. Look at the schedule again."
        case .notPlanned: "This visit took place or was cancelled already. Look at it again."
        case .stillToCome: "This visit is still to come."
        }
    }
}
