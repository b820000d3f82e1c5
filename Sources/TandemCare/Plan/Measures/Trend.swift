package import TandemCatalog

/// One series over time: the same measure, edition, protocol, part and side, and nothing else.
package struct Trend: Sendable, Hashable {
    package struct Point: Sendable, Hashable {
        package let day: CalendarDate
        package let value: Double
        package let by: ID<Account>
    }

    package struct Missing: Sendable, Hashable {
        package let day: CalendarDate
        package let reason: String
    }

    package let measure: Measure
    package let series: Measurement.Series
    /// Oldest first.
    package let points: [Point]
    /// Days on which it should have been measured and was not: said, never filled in.
    package let missing: [Missing]

    /// Trends of everything that was measured, in order of the first measurement; measures that the registry does not know are
    /// left out. Corrected measurements do not count.
    package static func all(of measurements: [Measurement], registry: MeasureRegistry) -> [Trend] {
        let corrected = Set(measurements.compactMap(\.corrects))
        let standing = measurements.filter { !corrected.contains($0.id) }
            .sorted { ($0.on, $0.stamp.at) < ($1.on, $1.stamp.at) }
        var order: [Measurement.Series] = []
        var groups: [Measurement.Series: [Measurement]] = [:]
        for measurement in standing {
            if groups[measurement.series] == nil { order.append(measurement.series) }
            groups[measurement.series, default: []].append(measurement)
        }
        return order.compactMap { series in
            registry.measure(series.measure).map { Trend($0, series, groups[series] ?? []) }
        }
    }

    private init(_ measure: Measure, _ series: Measurement.Series, _ measurements: [Measurement]) {
        self.measure = measure
        self.series = series
        var points: [Point] = []
        var missing: [Missing] = []
        for one in measurements {
            switch one.result {
            case .value(let value): points.append(Point(day: one.on, value: value, by: one.stamp.by))
            case .missing(let reason): missing.append(Missing(day: one.on, reason: reason))
            }
        }
        self.points = points
        self.missing = missing
    }

    /// The band for this child, where a study speaks of children like it.
    package func band(for child: ChildProfile) -> ChangeBand? {
        measure.bands.first { ($0.part == nil || $0.part == series.part) && $0.population.fits(child) }
    }

    /// Values around the first one that may be the same as it: for the plot. `nil` where nobody found how much the measuring varies.
    package func unchanged(for child: ChildProfile) -> ClosedRange<Double>? {
        guard let first = points.first?.value, let noise = band(for: child)?.noise?.upperBound else { return nil }
        return first - noise...first + noise
    }
}
