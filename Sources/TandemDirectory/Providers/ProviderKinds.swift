package import TandemCatalog

/// What a provider is found by, as bits of one number; the store keeps it as a column.
package struct ProviderKinds: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let physical = Self(rawValue: 1)
    package static let occupational = Self(rawValue: 2)
    /// Neither of the two, such as an early intervention agency.
    package static let other = Self(rawValue: 4)
    /// A pediatric code of that discipline.
    package static let pediatricPhysical = Self(rawValue: 8)
    package static let pediatricOccupational = Self(rawValue: 16)
    package static let pediatricOther = Self(rawValue: 32)
    package static let organization = Self(rawValue: 64)

    /// What somebody is found by who looks for a discipline; only among pediatric codes where asked.
    package static func wanted(_ discipline: Discipline, pediatric: Bool) -> Self {
        switch discipline {
        case .physical: pediatric ? .pediatricPhysical : .physical
        case .occupational: pediatric ? .pediatricOccupational : .occupational
        }
    }

    package var disciplines: [Discipline] {
        (contains(.physical) ? [.physical] : []) + (contains(.occupational) ? [.occupational] : [])
    }

    package func isPediatric(_ discipline: Discipline) -> Bool {
        contains(.wanted(discipline, pediatric: true))
    }
}
