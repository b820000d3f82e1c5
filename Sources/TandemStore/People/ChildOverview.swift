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
    /// Everything in one statement, however many people and practices there are.
    ///
    /// - Throws: `StoreFailure.notFound` where the child is not there.
    package func overview(_ permit: Permit) throws -> ChildOverview {
        var child: Versioned<Child>?
        var intake: Versioned<Intake>?
        var households: [Versioned<Household>] = []
        var team: [TeamMember] = []
        var people: [ID<Account>: String] = [:]
        var practices: [ID<Practice>: String] = [:]
        for row in try rows(overviewSQL, [.text(permit.child.text)]) {
            let text = try row.text("text")
            switch try row.text("part") {
            case "child": child = try versioned(row)
            case "intake": if permit.may(.seeIntake) { intake = try versioned(row) }
            case "household": households.append(try versioned(row))
            case "practice": if let id = ID<Practice>(try row.text("id")) { practices[id] = text }
            case "person": if let id = ID<Account>(try row.text("id")) { people[id] = text }
            default:
                if let member = TeamMember(
                    try row.text("id"),
                    try row.text("practice"),
                    text,
                    try row.optionalText("roles")
                ) {
                    team.append(member)
                }
            }
        }
        guard let child else { throw StoreFailure.notFound }
        for member in team { people[member.account] = member.name }
        return ChildOverview(
            permit: permit,
            child: child,
            intake: intake,
            households: permit.visible(households).sorted { $0.value.name < $1.value.name },
            team: team,
            people: people,
            practices: practices
        )
    }

    private func versioned<Value: Record>(_ row: Row) throws -> Versioned<Value> {
        Versioned(
            value: try RecordJSON.recall(Value.self, from: row.text("text")),
            version: Int(try row.integer("version"))
        )
    }
}

/// Columns: part, id, practice, version, text (a record's JSON or a name), roles.
private let overviewSQL = """
    SELECT 'child' AS part, id, '' AS practice, version, body AS text, '' AS roles FROM child WHERE id = $1
    UNION ALL
    SELECT 'intake', id, '', version, body, '' FROM intake WHERE child = $1
    UNION ALL
    SELECT 'household', id, '', version, body, '' FROM household
        WHERE id IN (SELECT household FROM residence WHERE child = $1 AND ended_at IS NULL
            UNION SELECT household FROM family_tie WHERE child = $1 AND ended_at IS NULL)
    UNION ALL
    SELECT 'practice', id, '', 0, name, '' FROM practice
        WHERE id IN (SELECT practice FROM care_relationship WHERE child = $1 AND ended_at IS NULL
            UNION SELECT practice FROM consent WHERE child = $1)
    UNION ALL
    SELECT 'person', id, '', 0, name, '' FROM account
        WHERE id IN (SELECT account FROM family_tie WHERE child = $1 AND ended_at IS NULL
            UNION SELECT given_by FROM consent WHERE child = $1)
    UNION ALL
    SELECT 'member', t.account, t.practice, 0, a.name, m.roles FROM child_team t
        JOIN account a ON a.id = t.account
        LEFT JOIN membership m ON m.account = t.account AND m.practice = t.practice AND m.ended_at IS NULL
        WHERE t.child = $1
    ORDER BY part, text, id
    """
