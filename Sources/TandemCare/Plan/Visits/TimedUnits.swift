/// Units of 15 minutes, as information for whoever bills; Tandem makes no claims.
package enum TimedUnits: String, Sendable, Hashable, Codable, CaseIterable {
    /// All timed minutes of the day together: 8 to 22 are one unit, 23 to 37 two. (Medicare, and payers that copy it.)
    case together = "8-minute rule"
    /// Each service alone, from its midpoint on.
    case each = "midpoint of each service"

    /// - Parameter minutes: timed minutes of each service of one day and one discipline.
    package func units(_ minutes: [Int]) -> Int {
        switch self {
        case .together: Self.units(minutes.reduce(0) { $0 + max(0, $1) })
        case .each: minutes.reduce(0) { $0 + Self.units($1) }
        }
    }

    private static func units(_ minutes: Int) -> Int { max(0, minutes + 7) / 15 }
}
