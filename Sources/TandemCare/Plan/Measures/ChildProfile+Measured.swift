package import TandemCatalog

extension ChildProfile {
    /// What classifications say of a child. GMFCS, MACS and Mini-MACS are made for cerebral palsy: a child that has such a level is
    /// taken for one of those whom studies of it speak of. The last level of GMFCS counts.
    package init(of measurements: [Measurement], born: CalendarDate, today: CalendarDate) {
        let corrected = Set(measurements.compactMap(\.corrects))
        var isClassified = false
        var newest: (on: CalendarDate, at: Instant, level: Double)?
        for one in measurements where !corrected.contains(one.id) && Self.classifications.contains(one.series.measure) {
            guard case .value(let level) = one.result else { continue }
            isClassified = true
            guard one.series.measure == Self.grossMotor else { continue }
            if let newest, (one.on, one.stamp.at) < (newest.on, newest.at) { continue }
            newest = (one.on, one.stamp.at, level)
        }
        self.init(
            conditions: isClassified ? [Slug("cerebral-palsy")] : [],
            ageMonths: Double(max(0, born.wholeMonths(until: today))),
            grossMotorLevel: newest.map { Int($0.level) }
        )
    }

    private static let grossMotor = Slug<Measure>("gmfcs")
    private static let classifications: Set<Slug<Measure>> = [grossMotor, Slug("macs"), Slug("mini-macs")]
}
