package import TandemCatalog

/// All that rules may not reach for themselves: the clock, the calendar and chance. The composition root gives real ones,
/// tests fixed ones.
package struct Effects: Sendable {
    package let now: @Sendable () -> Instant
    /// Today where the practice is.
    package let today: @Sendable () -> CalendarDate
    /// The day of a moment where the practice is.
    package let day: @Sendable (Instant) -> CalendarDate
    /// The clock that a practice goes by which settled none of its own.
    package let zone: ZoneRules
    /// That many bytes nobody can guess.
    package let random: @Sendable (_ count: Int) -> [UInt8]

    package init(
        now: @escaping @Sendable () -> Instant,
        today: @escaping @Sendable () -> CalendarDate,
        day: @escaping @Sendable (Instant) -> CalendarDate = { CalendarDate(utc: $0) },
        zone: ZoneRules = .utc,
        random: @escaping @Sendable (_ count: Int) -> [UInt8]
    ) {
        self.now = now
        self.today = today
        self.day = day
        self.zone = zone
        self.random = random
    }

    package func id<Entity>(_: Entity.Type = Entity.self) -> ID<Entity> { ID(at: now(), random: random(10)) }
}
