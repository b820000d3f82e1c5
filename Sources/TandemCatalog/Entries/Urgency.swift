/// How soon a doctor comes first. Ordered: `none` is least.
package enum Urgency: String, Sendable, Hashable, CaseIterable, Comparable {
    case none
    case doctorSoon = "doctor-soon"
    case doctorNow = "doctor-now"
    case emergency

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .none: 0
        case .doctorSoon: 1
        case .doctorNow: 2
        case .emergency: 3
        }
    }
}
