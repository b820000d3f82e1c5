package import TandemCatalog

extension CalendarDate {
    /// The day so many days later; earlier for a negative count.
    package func adding(days: Int) -> CalendarDate { CalendarDate(utc: Instant(startOf: self) + .days(days)) }

    /// Days from this one to `later`; negative where `later` is earlier.
    package func days(until later: CalendarDate) -> Int {
        Int((Instant(startOf: later) - Instant(startOf: self)).components.seconds / 86_400)
    }
}
