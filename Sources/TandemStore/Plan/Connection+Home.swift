package import TandemCare
package import TandemCatalog
package import TandemDatabase

extension Connection {
    /// What the family ticked from a day on, oldest first.
    package func ticks(_ permit: Permit, since day: CalendarDate) throws -> [Tick] {
        try parts(Tick.self, permit, "AND on_day >= $2 ORDER BY on_day, id", [.day(day)]).map(\.value)
    }
}
