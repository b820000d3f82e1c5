package import TandemCatalog

/// The way back to sport after an injury: phases, and what opens the next one. `Rules/return-to-sport.txt`.
package struct SportProgram: Sendable, Hashable, Codable {
    package let id: Slug<SportProgram>
    package let name: String
    package let condition: Slug<Condition>?
    /// What the weeks are counted from: "operation", "injury".
    package let starts: String
    /// At least two; the last one has no criteria.
    package let phases: [Phase]

    package struct Phase: Sendable, Hashable, Codable {
        package let id: String
        package let name: String
        /// All of them open the next phase.
        package let criteria: [Criterion]
    }
}

/// One thing that must be so before the next phase opens.
package struct Criterion: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable {
        case percent, points, seconds, count
        /// Counted from the day of the injury or operation.
        case weeks
        /// Somebody says so.
        case yes
        /// A doctor says so. Nobody can override it: to clear a child for sport is the doctor's and the therapist's decision, never
        /// the program's.
        case clearance
    }

    package enum Comparison: String, Sendable, Hashable, Codable {
        case atLeast = "at least"
        case atMost = "at most"
        case above, below

        func holds(_ value: Double, _ limit: Double) -> Bool {
            switch self {
            case .atLeast: value >= limit
            case .atMost: value <= limit
            case .above: value > limit
            case .below: value < limit
            }
        }
    }

    /// Unique within its phase.
    package let id: String
    package let words: String
    package let kind: Kind
    /// `nil` for what is only said.
    package let comparison: Comparison?
    package let limit: Double
    package let source: String

    /// - Parameter value: 1 for yes.
    func isMet(by value: Double) -> Bool { comparison.map { $0.holds(value, limit) } ?? (value == 1) }
}
