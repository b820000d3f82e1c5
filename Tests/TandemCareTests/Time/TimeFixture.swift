import TandemCare
import TandemCatalog

/// Values that the tests of time share.
enum TimeFixture {
    static let chicago = ZoneRules.named("America/Chicago") ?? .utc
    static let stamp = Stamp(by: id(1), at: Instant(microseconds: 1_790_000_000_000_000))

    static func id<Entity>(_ number: UInt8) -> ID<Entity> {
        ID(at: Instant(microseconds: 0), random: Array(repeating: number, count: 10))
    }

    static func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? CalendarDate(year: 1, month: 1, day: 1) }

    static func time(_ text: String) -> TimeOfDay { TimeOfDay(text) ?? .midnight }

    static func at(_ day: String, _ time: String) -> Instant { chicago.instant(self.day(day), self.time(time)) }

    static func content(
        _ first: String,
        _ at: String,
        minutes: Int = 45,
        _ recurrence: Recurrence? = nil
    ) -> Appointment.Content {
        Appointment.Content(
            therapists: [id(2)],
            discipline: .physical,
            first: day(first),
            at: time(at),
            minutes: minutes,
            recurrence: recurrence
        )
    }

    static func appointment(_ content: Appointment.Content) -> Appointment {
        Appointment(id: id(3), practice: id(4), child: id(5), zone: chicago, content: content, made: stamp)
    }
}
