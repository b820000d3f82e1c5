/// How the side that is hurt compares with the other: 100 is as good. (PMC5315711.)
package enum LimbSymmetry {
    /// - Parameter better: `.higher` for distance and force: involved ÷ uninvolved; `.lower` for time: uninvolved ÷ involved.
    /// - Returns: percent; `nil` where the divisor is 0 or a value is below 0.
    package static func percent(involved: Double, uninvolved: Double, better: Direction) -> Double? {
        guard involved >= 0, uninvolved >= 0 else { return nil }
        let (part, whole) = better == .higher ? (involved, uninvolved) : (uninvolved, involved)
        return whole > 0 ? part / whole * 100 : nil
    }

    /// How much less the involved side does, in percent of the other; below 0 where it does more.
    package static func deficit(involved: Double, uninvolved: Double) -> Double? {
        uninvolved > 0 ? (uninvolved - involved) / uninvolved * 100 : nil
    }
}

/// Arithmetic of the measures that are free.
package enum Scoring {
    /// The better of several tries; `nil` without one.
    package static func best(_ tries: [Double], better: Direction) -> Double? {
        better == .higher ? tries.max() : tries.min()
    }

    /// `nil` without a try.
    package static func mean(_ tries: [Double]) -> Double? {
        tries.isEmpty ? nil : tries.reduce(0, +) / Double(tries.count)
    }

    /// Seconds on one leg: the best of up to three tries, none counted beyond 10 s (the project's choice of cap).
    package static func singleLegStance(_ tries: [Double]) -> Double? {
        tries.count > 3 ? nil : best(tries.map { min($0, 10) }, better: .higher)
    }

    /// Meters a second, from meters and seconds.
    package static func speed(meters: Double, seconds: Double) -> Double? { seconds > 0 ? meters / seconds : nil }

    /// Nm/kg, from newtons, the lever arm in meters and the body's mass in kilograms.
    package static func torque(newtons: Double, lever: Double, mass: Double) -> Double? {
        mass > 0 ? newtons * lever / mass : nil
    }

    /// How many of the standing steps of a goal the child does alone; `nil` where more are named than there are.
    package static func stepsAlone(_ done: Set<Int>, of split: Split) -> (done: Int, of: Int)? {
        let standing = Set(split.standingSteps.map(\.number))
        return done.isSubset(of: standing) ? (done.count, standing.count) : nil
    }
}

/// How much help a child has with something.
package enum HelpLevel: Int, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case full, most, some, prompt, alone

    /// In words for families.
    package var words: String {
        switch self {
        case .full: "somebody does it for the child"
        case .most: "somebody helps with most of it"
        case .some: "somebody helps with some of it"
        case .prompt: "somebody watches or reminds"
        case .alone: "alone"
        }
    }

    package static func < (left: HelpLevel, right: HelpLevel) -> Bool { left.rawValue < right.rawValue }
}
