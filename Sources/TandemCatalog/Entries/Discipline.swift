/// The two therapies that Tandem joins.
package enum Discipline: String, Sendable, Hashable, CaseIterable, Codable {
    case physical = "PT"
    case occupational = "OT"

    package var name: String {
        switch self {
        case .physical: "physical therapy"
        case .occupational: "occupational therapy"
        }
    }

    package var other: Discipline { self == .physical ? .occupational : .physical }
}
