package import TandemCare
package import TandemCatalog
package import TandemDatabase

extension Connection {
    /// What the family ticked from a day on, oldest first.
    package func ticks(_ permit: Permit, since day: CalendarDate) throws -> [Tick] {
        try parts(Tick.self, permit, "AND on_day >= $2 ORDER BY on_day, id", [.day(day)]).map(\.value)
    }

    /// What was said of one item on one day.
    func ticks(of item: ID<HomeItem>, on day: CalendarDate, _ permit: Permit) throws -> [Tick] {
        try parts(
            Tick.self,
            permit,
            "AND on_day = $2 AND item = $3 ORDER BY id",
            [.day(day), .text(item.text)]
        ).map(\.value)
    }

    /// Alerts about one item, oldest first, those taken up among them.
    func alerts(of item: ID<HomeItem>, _ permit: Permit) throws -> [Versioned<HurtAlert>] {
        try parts(HurtAlert.self, permit, "AND item = $2 ORDER BY id", [.text(item.text)])
    }

    /// Alerts that a therapist has taken up since a moment, oldest first.
    package func takenAlerts(_ permit: Permit, since moment: Instant) throws -> [HurtAlert] {
        try parts(HurtAlert.self, permit, "AND taken_at >= $2 ORDER BY id", [.instant(moment)]).map(\.value)
    }
}
