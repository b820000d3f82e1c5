package import TandemCatalog

extension ChildProfile {
    /// What classifications say of a child. GMFCS, MACS and Mini-MACS are made for cerebral palsy: a child that has such a level is
    /// taken for one of those whom studies of it speak of. The last level of GMFCS counts.
    package init(of measurements: [Measurement], born: CalendarDate, today: CalendarDate) {
        let corrected = Set(measurements.compactMap(\.corrects))
        let levels = measurements.filter { $0.value != nil && !corrected.contains($0.id) }
            .sorted { ($0.on, $0.stamp.at) < ($1.on, $1.stamp.at) }
        let isClassified = levels.contains { Self.classifications.contains($0.series.measure) }
        self.init(
            conditions: isClassified ? [Slug("cerebral-palsy")] : [],
            ageMonths: Double(max(0, born.wholeMonths(until: today))),
            grossMotorLevel: levels.last { $0.series.measure == Slug("gmfcs") }?.value.map { Int($0) }
        )
    }

    private static let classifications: Set<Slug<Measure>> = [Slug("gmfcs"), Slug("macs"), Slug("mini-macs")]
}
