package import TandemCare
package import TandemDatabase

/// A child's record at a glance, as one person may see it.
package struct ChildOverview: Sendable {
    package let permit: Permit
    package let child: Versioned<Child>
    package let intake: Versioned<Intake>?
    package let households: [Versioned<Household>]
    /// The therapists of every practice that treats the child.
    package let team: [TeamMember]
    package let people: [ID<Account>: String]
    package let practices: [ID<Practice>: String]
}

extension Connection {
    /// - Throws: `StoreFailure.notFound` where the child is not there.
    package func overview(_ permit: Permit) throws -> ChildOverview {
        guard let child = try record(permit.child) else { throw StoreFailure.notFound }
        let facts = permit.facts
        let therapists = facts.care.flatMap(\.therapists)
        let people = Set(therapists + facts.ties.map(\.account) + facts.consents.map(\.givenBy))
        return ChildOverview(
            permit: permit,
            child: child,
            intake: permit.may(.seeIntake) ? try intake(of: permit.child) : nil,
            households: try households(permit),
            team: therapists.isEmpty ? [] : try team(of: permit.child),
            people: try names(of: people),
            practices: try names(of: Set(facts.care.map(\.practice) + facts.consents.map(\.practice)))
        )
    }

    /// The therapists on a child's team, by name.
    package func team(of child: ID<Child>) throws -> [TeamMember] {
        try rows(
            """
            SELECT t.account, t.practice, a.name, m.roles FROM child_team t
            JOIN account a ON a.id = t.account
            LEFT JOIN membership m ON m.account = t.account AND m.practice = t.practice AND m.ended_at IS NULL
            WHERE t.child = $1 ORDER BY a.name
            """,
            [.text(child.text)]
        ).compactMap { try TeamMember($0) }
    }
}
