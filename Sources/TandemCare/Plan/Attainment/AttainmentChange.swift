package import TandemCatalog

/// How far the T-score has moved between two days, over the same goals with the same weights.
package struct AttainmentChange: Sendable, Hashable {
    package let before: Attainment
    package let after: Attainment

    /// `nil` where the two are not about as many goals with the same weights, or no goal counts.
    package init?(from before: Attainment, to after: Attainment) {
        guard before.terms.map(\.weight) == after.terms.map(\.weight), !before.terms.isEmpty else { return nil }
        self.before = before
        self.after = after
    }

    /// The difference of the two scores as they are, not as they are rounded.
    package var points: Double { (after.score ?? 0) - (before.score ?? 0) }
}

/// A plan's scales with their ratings: what the T-score over time is made of.
package struct AttainmentHistory: Sendable {
    private let scales: [AttainmentScale]
    private let ratings: [Rating]

    package init(scales: [AttainmentScale], ratings: [Rating]) {
        self.scales = scales
        let goals = Set(scales.map(\.goal))
        self.ratings = ratings.standing.filter { goals.contains($0.goal) }
    }

    /// One score for every day on which a goal was rated. A goal not rated yet stands at its baseline level.
    package var points: [Point] {
        var levels = Dictionary(scales.map { ($0.goal, $0.baselineLevel) }, uniquingKeysWith: { first, _ in first })
        var points: [Point] = []
        for rating in ratings {
            levels[rating.goal] = rating.level
            let attainment = Attainment(
                scales.map { .init(level: levels[$0.goal] ?? $0.baselineLevel, weight: $0.weight.value) }
            )
            if points.last?.day == rating.on { points.removeLast() }
            points.append(Point(day: rating.on, attainment: attainment))
        }
        return points
    }

    /// From the baseline to the last rating; `nil` where nothing was rated or nothing counts.
    package var change: AttainmentChange? {
        points.last.flatMap { last in
            let start = Attainment(scales.map { .init(level: $0.baselineLevel, weight: $0.weight.value) })
            return AttainmentChange(from: start, to: last.attainment)
        }
    }

    package struct Point: Sendable, Hashable {
        package let day: CalendarDate
        package let attainment: Attainment
    }
}
