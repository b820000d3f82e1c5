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
            case "household":
                let household: Versioned<Household> = try versioned(row)
                if !households.contains(where: { $0.value.id == household.value.id }) { households.append(household) }
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
            households: permit.visible(households).sorted {
                ($0.value.name, $0.value.id) < ($1.value.name, $1.value.id)
            },
            team: team.sorted { ($0.name, $0.account) < ($1.name, $1.account) },
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

/// Columns: part, id, practice, version, text (a record's JSON or a name), roles. In no order, and the same thing may come twice:
/// sorting and `IN (... UNION ...)` would each make SQLite build a table of its own.
private let overviewSQL = """
    SELECT 'child' AS part, id, '' AS practice, version, body AS text, '' AS roles FROM child WHERE id = $1
    UNION ALL
    SELECT 'intake', id, '', version, body, '' FROM intake WHERE child = $1
    UNION ALL
    SELECT 'household', h.id, '', h.version, h.body, '' FROM residence r JOIN household h ON h.id = r.household
        WHERE r.child = $1 AND r.ended_at IS NULL
    UNION ALL
    SELECT 'household', h.id, '', h.version, h.body, '' FROM family_tie f JOIN household h ON h.id = f.household
        WHERE f.child = $1 AND f.ended_at IS NULL
    UNION ALL
    SELECT 'practice', p.id, '', 0, p.name, '' FROM care_relationship r JOIN practice p ON p.id = r.practice
        WHERE r.child = $1 AND r.ended_at IS NULL
    UNION ALL
    SELECT 'practice', p.id, '', 0, p.name, '' FROM consent c JOIN practice p ON p.id = c.practice WHERE c.child = $1
    UNION ALL
    SELECT 'person', a.id, '', 0, a.name, '' FROM family_tie f JOIN account a ON a.id = f.account
        WHERE f.child = $1 AND f.ended_at IS NULL
    UNION ALL
    SELECT 'person', a.id, '', 0, a.name, '' FROM consent c JOIN account a ON a.id = c.given_by WHERE c.child = $1
    UNION ALL
    SELECT 'member', t.account, t.practice, 0, a.name, m.roles FROM child_team t
        JOIN account a ON a.id = t.account
        LEFT JOIN membership m ON m.account = t.account AND m.practice = t.practice AND m.ended_at IS NULL
        WHERE t.child = $1
    """
