package import TandemCatalog

extension ScaleOutline {
    /// The scale that fits any goal with steps: how many of them the child does alone. Expected is half of what is left; the therapist
    /// moves it. Under four steps left there is no room for five levels, and the remarks of the draft say so.
    ///
    /// - Parameter alone: steps the child does alone today.
    package static func stepsAlone(_ alone: Int, of split: Split, by day: CalendarDate) -> ScaleOutline {
        let count = split.standingSteps.count
        let left = max(0, count - alone)
        return ScaleOutline(
            dimension: .count,
            unit: "of \(count) steps alone",
            bounds: 0...Double(count),
            baseline: Double(alone),
            expected: Double(alone + max(1, (left + 1) / 2)),
            by: day
        )
    }
}

/// How a goal is going, in words for the family.
package enum GoalStanding: Sendable, Hashable {
    case notRated
    case harderThanAtFirst, whereItBegan, onTheWay, asHoped, moreThanHoped, muchMoreThanHoped

    /// - Parameter level: the last rating.
    package init(level: Int?, baselineLevel: Int) {
        switch level {
        case nil: self = .notRated
        case let level? where level < baselineLevel: self = .harderThanAtFirst
        case let level? where level == baselineLevel: self = .whereItBegan
        case let level? where level < 0: self = .onTheWay
        case 0: self = .asHoped
        case 1: self = .moreThanHoped
        default: self = .muchMoreThanHoped
        }
    }

    package var words: String {
        switch self {
        case .notRated: "We have just begun."
        case .harderThanAtFirst: "It is harder right now than when we began."
        case .whereItBegan: "It is about where we began."
        case .onTheWay: "It is on the way."
        case .asHoped: "It is just as we hoped."
        case .moreThanHoped: "It is more than we hoped."
        case .muchMoreThanHoped: "It is much more than we hoped."
        }
    }
}
