package import TandemCatalog

/// What somebody does in a practice. One person may have several roles.
package enum Role: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case physicalTherapist = "PT"
    case occupationalTherapist = "OT"
    case frontDesk = "front desk"
    case administrator

    /// PT and OT treat children.
    package var discipline: Discipline? {
        switch self {
        case .physicalTherapist: .physical
        case .occupationalTherapist: .occupational
        case .frontDesk, .administrator: nil
        }
    }

    package var isClinician: Bool { discipline != nil }

    package static func < (left: Role, right: Role) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
