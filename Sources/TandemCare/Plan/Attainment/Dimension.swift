/// The one thing that a scale measures.
package enum Dimension: String, Sendable, Hashable, Codable, CaseIterable {
    /// Level of help 0 to 4: 0 full help, 1 most, 2 some, 3 watching or a prompt, 4 alone.
    case help
    case time, distance, count
    /// How often: days a week, times of five.
    case frequency = "how often"

    /// The unit that is offered first.
    package var usualUnit: String {
        switch self {
        case .help: "level of help"
        case .time: "minutes"
        case .distance: "meters"
        case .count: "steps alone"
        case .frequency: "days a week"
        }
    }

    /// The values that there can be, as far as the dimension alone says: a week has seven days.
    package var usualBounds: ClosedRange<Double> {
        switch self {
        case .help: 0...4
        case .frequency: 0...7
        case .time, .distance, .count: 0...100_000
        }
    }

    /// What is better as a rule: more of everything but time.
    package var usualDirection: Direction { self == .time ? .lower : .higher }
}

/// Which way is better.
package enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
    case higher, lower

    /// +1 where more is better, -1 where less is.
    var sign: Double { self == .higher ? 1 : -1 }
}
