package import TandemCare
package import TandemDatabase

extension Connection {
    /// The homes of a child that somebody may see: family their own; a practice that treats the child all of them; a practice
    /// with the family's consent those of the households that gave it.
    package func households(_ permit: Permit) throws -> [Versioned<Household>] {
        let all = try records(
            Household.self,
            where: """
                id IN (SELECT household FROM residence WHERE child = $1 AND ended_at IS NULL
                       UNION SELECT household FROM family_tie WHERE child = $1 AND ended_at IS NULL) ORDER BY id
                """,
            [.text(permit.child.text)]
        )
        return permit.visible(all)
    }
}

/// Which homes of a child somebody may see.
package enum VisibleHouseholds: Sendable, Hashable {
    case all
    case these(Set<ID<Household>>)
}

extension Permit {
    /// Of a child's homes those that this person may see.
    func visible(_ households: [Versioned<Household>]) -> [Versioned<Household>] {
        switch visibleHouseholds {
        case nil: []
        case .all: households
        case .these(let ids): households.filter { ids.contains($0.value.id) }
        }
    }

    /// `nil` where contact is not this person's to see.
    package var visibleHouseholds: VisibleHouseholds? {
        guard let ground = ground(for: .seeContact) else { return nil }
        switch ground {
        case .family:
            let own = facts.ties.filter { $0.account == who.account && $0.isActive(at: now) }
            return .these(Set(own.map(\.household)))
        case .care: return .all
        case .consent(let consent):
            let giving = facts.consents.filter {
                $0.practice == consent.practice && $0.isActive(at: now) && $0.scope.contains(.contact)
            }
            return .these(Set(giving.map(\.household)))
        }
    }
}
