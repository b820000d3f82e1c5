package import TandemCatalog

/// Which therapy leads a part of the plan: one of the two, or either and both together. A default, never a rule: the therapists
/// settle it.
package enum Lead: String, Sendable, Hashable, Codable, CaseIterable {
    case physical = "PT"
    case occupational = "OT"
    case both

    package init(_ discipline: Discipline) { self = discipline == .physical ? .physical : .occupational }

    /// What the catalog says of a skill or an activity; nothing said is both.
    package init(catalog lead: [Discipline]) {
        let named = Set(lead)
        self = named.count == 1 ? named.first.map(Lead.init) ?? .both : .both
    }

    package var disciplines: [Discipline] {
        switch self {
        case .physical: [.physical]
        case .occupational: [.occupational]
        case .both: [.physical, .occupational]
        }
    }

    package func includes(_ discipline: Discipline) -> Bool { disciplines.contains(discipline) }
}
