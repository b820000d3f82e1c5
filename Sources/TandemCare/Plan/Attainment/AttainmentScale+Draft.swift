package import TandemCatalog

/// What a therapist knows before there is a scale.
package struct ScaleOutline: Sendable, Hashable {
    package var dimension: Dimension
    package var unit: String
    package var direction: Direction
    package var grain: Double
    /// The values that there can be: 0 to 10 for steps of ten.
    package var bounds: ClosedRange<Double>
    package var baseline: Double
    package var expected: Double
    /// -2, or -1 where the child could come to do less than today.
    package var baselineLevel: Int
    package var by: CalendarDate

    /// What is left open is usual for the dimension.
    package init(
        dimension: Dimension,
        unit: String? = nil,
        direction: Direction? = nil,
        grain: Double = 1,
        bounds: ClosedRange<Double>? = nil,
        baseline: Double,
        expected: Double,
        baselineLevel: Int = -2,
        by: CalendarDate
    ) {
        self.dimension = dimension
        self.unit = unit ?? dimension.usualUnit
        self.direction = direction ?? dimension.usualDirection
        self.grain = grain
        self.bounds = bounds ?? dimension.usualBounds
        self.baseline = baseline
        self.expected = expected
        self.baselineLevel = baselineLevel
        self.by = by
    }
}

extension AttainmentScale {
    /// Five levels between where the child is and what is expected, without gap or overlap; a first word, not the last.
    ///
    /// Level 0 begins at `expected`; -1 lies between it and the baseline; +1 and +2 go on by half the way from baseline to
    /// expected, or by what room the bounds leave. A level for which there is no room is left out, and `remarks` says so.
    package static func draft(_ outline: ScaleOutline, child: ID<Child>, goal: ID<Goal>) -> AttainmentScale {
        let sign = outline.direction.sign
        let grain = outline.grain > 0 ? outline.grain : 1
        // Counted in grains, with more always better.
        func good(_ value: Double) -> Double { (sign * value / grain).rounded() }
        let start = good(outline.baseline)
        let expected = good(outline.expected)
        let best = max(good(outline.bounds.lowerBound), good(outline.bounds.upperBound))
        let half = max(1, ((expected - start) / 2).rounded(.down))
        let up = min(half, ((best - expected) / 2).rounded(.down))
        // The first value of each level but the lowest, which has no lower bound.
        var starts: [Int: Double] = [-1: outline.baselineLevel == -1 ? start : start + 1, 0: expected]
        if up >= 1 { starts[1] = expected + up }
        if up >= 1 { starts[2] = expected + 2 * up } else if best > expected { starts[1] = expected + 1 }
        if expected <= (starts[-1] ?? expected) { starts[-1] = nil }
        var levels: [Level] = []
        for level in Self.levels where level == -2 || starts[level] != nil {
            let next = (level + 1...3).compactMap { starts[$0] }.first
            let from = starts[level].map { $0 * grain * sign }
            let to = next.map { ($0 - 1) * grain * sign }
            let (low, high) = sign > 0 ? (from, to) : (to, from)
            let words = Self.words(from: low, to: high, unit: outline.unit)
            levels.append(Level(level, words, dimension: outline.dimension, from: low, to: high))
        }
        return AttainmentScale(
            child: child,
            goal: goal,
            dimension: outline.dimension,
            unit: outline.unit,
            direction: outline.direction,
            grain: grain,
            by: outline.by,
            baseline: outline.baseline,
            baselineLevel: outline.baselineLevel,
            levels: levels
        )
    }

    private static func words(from: Double?, to: Double?, unit: String) -> String {
        switch (from, to) {
        case (let from?, let to?) where from == to: "\(from.shortText) \(unit)"
        case (let from?, let to?): "\(from.shortText) to \(to.shortText) \(unit)"
        case (let from?, nil): "\(from.shortText) \(unit) or more"
        case (nil, let to?): "\(to.shortText) \(unit) or less"
        case (nil, nil): unit
        }
    }
}
