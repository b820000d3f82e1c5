package import TandemCare
package import TandemDatabase

/// Somebody of a practice.
package struct Person: Sendable {
    package let membership: Versioned<Membership>
    package let name: String
    package let email: String

    package var account: ID<Account> { membership.value.account }
    package var roles: [Role] { membership.value.roles.sorted() }
    package var isTherapist: Bool { membership.value.roles.contains(where: \.isClinician) }
}

extension Connection {
    /// Everybody of a practice, by name.
    package func people(of practice: ID<Practice>) throws -> [Person] {
        let memberships = try records(
            Membership.self,
            where: "practice = $1 AND ended_at IS NULL ORDER BY id",
            [.text(practice.text)]
        )
        let accounts = try gather(memberships.map(\.value.account.text)) { list, values in
            try records(Account.self, where: "id IN (\(list))", values).map(\.value)
        }
        let byID = Dictionary(accounts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return memberships.compactMap { membership in
            byID[membership.value.account].map { Person(membership: membership, name: $0.name, email: $0.email) }
        }.sorted { $0.name < $1.name }
    }

    /// All practices, by name.
    package func allPractices() throws -> [Practice] {
        try records(Practice.self, where: "archived_at IS NULL ORDER BY name, id", []).map(\.value)
    }
}

extension Transaction {
    /// Takes somebody who no longer treats children in a practice off their teams there.
    package func leaveTeams(_ membership: Membership) throws {
        let rows = try connection.rows(
            "SELECT child FROM child_team WHERE account = $1 AND practice = $2",
            [.text(membership.account.text), .text(membership.practice.text)]
        )
        for row in rows {
            guard let child = ID<Child>(try row.text("child")) else { continue }
            let care = try connection.facts(of: child).care.first { $0.practice == membership.practice }
            if let care { try update(care.id) { $0.therapists.remove(membership.account) } }
            try relist(child)
        }
    }
}
