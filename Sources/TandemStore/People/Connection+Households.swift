package import TandemCare
package import TandemDatabase

extension Connection {
    /// The homes of a child that somebody may see: family their own; a practice that treats the child all of them; a practice
    /// with the family's consent those of the households that gave it.
    package func households(_ permit: Permit) throws -> [Versioned<Household>] {
        guard let visible = permit.visibleHouseholds else { return [] }
        let all = try records(
            Household.self,
            where: """
                id IN (SELECT household FROM residence WHERE child = $1 AND ended_at IS NULL
                       UNION SELECT household FROM family_tie WHERE child = $1 AND ended_at IS NULL) ORDER BY id
                """,
            [.text(permit.child.text)]
        )
        return switch visible {
        case .all: all
        case .some(let ids): all.filter { ids.contains($0.value.id) }
        }
    }
}

/// Which homes of a child somebody may see.
package enum VisibleHouseholds: Sendable, Hashable {
    case all
    case some(Set<ID<Household>>)
}

extension Permit {
    /// `nil` where contact is not this person's to see.
    package var visibleHouseholds: VisibleHouseholds? {
        guard let ground = ground(for: .seeContact) else { return nil }
        switch ground {
        case .family:
            let own = facts.ties.filter { $0.account == who.account && $0.isActive(at: now) }
            return .some(Set(own.map(\.household)))
        case .care: return .all
        case .consent(let consent):
            let giving = facts.consents.filter {
                $0.practice == consent.practice && $0.isActive(at: now) && $0.scope.contains(.contact)
            }
            return .some(Set(giving.map(\.household)))
        }
    }
}
