package import TandemCare
package import TandemCatalog
package import TandemDatabase

/// A child's plan as one person may see it: goals with their scales and ratings, the home program, who works on it. Notes,
/// ticks and measurements grow without end and are read where they are shown.
package struct ChildPlan: Sendable {
    package let permit: Permit
    package let child: Child
    /// Oldest first, those set aside among them.
    package let goals: [Versioned<Goal>]
    package let scales: [ID<Goal>: Versioned<AttainmentScale>]
    /// In order of writing.
    package let ratings: [Rating]
    /// Oldest first, closed ones among them.
    package let questions: [Versioned<GoalQuestion>]
    /// Oldest first, paused and retired ones among them.
    package let items: [Versioned<HomeItem>]
    /// `nil` where the family settled nothing yet.
    package let settings: Versioned<HomeProgram.Settings>?
    /// That no therapist has taken up yet.
    package let alerts: [Versioned<HurtAlert>]
    package let team: PlanTeam
    /// Names of everybody who wrote something above, and of the team.
    package let people: [ID<Account>: String]

    package var home: HomeProgram {
        HomeProgram(settings: settings?.value ?? HomeProgram.Settings(child: child.id), items: items.map(\.value))
    }

    package func goal(_ id: ID<Goal>) -> Versioned<Goal>? { goals.first { $0.value.id == id } }

    package func ratings(of goal: ID<Goal>) -> [Rating] { ratings.filter { $0.goal == goal }.standing }

    /// Who leads which skill, over all goals that are worked on; both where two goals say otherwise.
    package var leads: [Slug<Skill>: Lead] {
        var leads: [Slug<Skill>: Lead] = [:]
        for goal in goals where goal.value.status == .active || goal.value.status == .proposed {
            for part in goal.value.split.standingParts {
                leads[part.skill] = leads[part.skill].map { $0 == part.lead ? $0 : .both } ?? part.lead
            }
        }
        return leads
    }

    package func name(_ account: ID<Account>) -> String { people[account] ?? "Somebody" }
}

/// Who works on a plan.
package struct PlanTeam: Sendable {
    /// Therapists on the child's team, of every practice that treats the child, by name.
    package let members: [TeamMember]
    package let practices: [PlanPractice]

    /// Therapies of the team: of its therapists, and of a practice that treats the child where nobody of it is on the team yet.
    package var disciplines: Set<Discipline> {
        var found = Set(members.flatMap(\.disciplines))
        for practice in practices where !members.contains(where: { $0.practice == practice.id }) {
            found.formUnion(practice.disciplines)
        }
        return found
    }

    /// PT and OT work under one roof.
    package var isInOnePractice: Bool { practices.contains { disciplines(in: $0) == Set(Discipline.allCases) } }

    package func practice(_ id: ID<Practice>) -> PlanPractice? { practices.first { $0.id == id } }

    private func disciplines(in practice: PlanPractice) -> Set<Discipline> {
        Set(members.filter { $0.practice == practice.id }.flatMap(\.disciplines))
    }
}

/// A practice that treats the child.
package struct PlanPractice: Sendable, Hashable {
    package let id: ID<Practice>
    package let name: String
    package let disciplines: Set<Discipline>
}

extension TeamMember {
    package var disciplines: [Discipline] { roles.sorted().compactMap(\.discipline) }
}

extension Permit {
    /// The therapies that this person practices where the permit holds; none for family.
    package var disciplines: [Discipline] {
        guard let practice = ground.practice else { return [] }
        let roles = who.memberships.filter { $0.practice == practice && $0.isActive(at: now) }.flatMap(\.roles)
        return Discipline.allCases.filter { discipline in roles.contains { $0.discipline == discipline } }
    }

    package var isFamily: Bool { ground.practice == nil }

    /// This person, at the moment of the permit.
    package var stamp: Stamp { Stamp(by: who.account, at: now) }
}

extension Connection {
    /// The plan in one statement.
    ///
    /// - Throws: `StoreFailure.notFound` where the child is not there.
    package func plan(_ permit: Permit) throws -> ChildPlan {
        var reading = PlanReading()
        for row in try rows(planSQL, [.text(permit.child.text)]) { try reading.take(row) }
        guard let child = reading.child else { throw StoreFailure.notFound }
        let (members, practices) = (reading.members, reading.practices)
        var people = reading.people
        for member in members { people[member.account] = member.name }
        let missing = reading.writers.subtracting(people.keys)
        if !missing.isEmpty { people.merge(try names(of: missing)) { known, _ in known } }
        return ChildPlan(
            permit: permit,
            child: child,
            goals: reading.goals.sorted { $0.value.id < $1.value.id },
            scales: reading.scales,
            ratings: reading.ratings.sorted { ($0.stamp.at, $0.id) < ($1.stamp.at, $1.id) },
            questions: reading.questions.sorted { $0.value.id < $1.value.id },
            items: reading.items.sorted { $0.value.id < $1.value.id },
            settings: reading.settings,
            alerts: reading.alerts.sorted { $0.value.id < $1.value.id },
            team: PlanTeam(
                members: members.sorted { ($0.name, $0.account) < ($1.name, $1.account) },
                practices: practices.sorted { $0.name < $1.name }
            ),
            people: people
        )
    }

    /// One record of this child's plan, by an id that came from outside.
    ///
    /// - Throws: `StoreFailure.notFound` for a record of another child: an id in a form proves nothing.
    package func part<Value: PlanRecord>(_ id: ID<Value>, _ permit: Permit) throws -> Versioned<Value> {
        guard let part = try record(id) else { throw StoreFailure.notFound }
        if part.value.child != permit.child {
            guard try ids(joinedInto: permit.child).contains(part.value.child) else { throw StoreFailure.notFound }
        }
        return part
    }

    /// Records of this child's plan, of records joined into it among them.
    /// - Parameter rest: SQL after the condition on the child, with `$2`... for `values`: further conditions, order, limit.
    package func parts<Value: PlanRecord>(
        _: Value.Type = Value.self,
        _ permit: Permit,
        _ rest: String = "ORDER BY id",
        _ values: [SQLValue] = []
    ) throws -> [Versioned<Value>] {
        try records(
            Value.self,
            where: "child IN (\(joinedSQL)) \(rest)",
            [.text(permit.child.text)] + values
        )
    }
}

extension Transaction {
    /// Changes a part of this child's plan as it stands now; for rules that hold whatever anybody read.
    @discardableResult package func update<Value: PlanRecord>(
        _ id: ID<Value>,
        _ permit: Permit,
        _ change: (inout Value) throws -> Void
    ) throws -> Versioned<Value> {
        _ = try connection.part(id, permit)
        return try update(id, change)
    }
}

/// The child and the records joined into it; `$1` is the child.
let joinedSQL = """
    WITH RECURSIVE joined (id) AS (
        SELECT id FROM child WHERE id = $1
        UNION SELECT c.id FROM child c JOIN joined j ON c.merged_into = j.id
    ) SELECT id FROM joined
    """

/// Gathers the rows of `planSQL`.
private struct PlanReading {
    var child: Child?
    var goals: [Versioned<Goal>] = []
    var scales: [ID<Goal>: Versioned<AttainmentScale>] = [:]
    var ratings: [Rating] = []
    var questions: [Versioned<GoalQuestion>] = []
    var items: [Versioned<HomeItem>] = []
    var settings: Versioned<HomeProgram.Settings>?
    var alerts: [Versioned<HurtAlert>] = []
    var members: [TeamMember] = []
    var practices: [PlanPractice] = []
    var people: [ID<Account>: String] = [:]
    /// Everybody whose name stands beside something.
    var writers: Set<ID<Account>> = []

    mutating func take(_ row: Row) throws {
        switch try row.text("part") {
        case "child": child = try value(row)
        case "goal":
            let goal: Versioned<Goal> = try versioned(row)
            goals.append(goal)
            writers.formUnion(goal.value.timeline.compactMap(\.by))
        case "attainment_scale":
            let scale: Versioned<AttainmentScale> = try versioned(row)
            scales[scale.value.goal] = scale
        case "rating":
            let rating: Rating = try value(row)
            ratings.append(rating)
            writers.insert(rating.stamp.by)
        case "goal_question":
            let question: Versioned<GoalQuestion> = try versioned(row)
            questions.append(question)
            writers.formUnion(question.value.lines.map(\.stamp.by))
        case "home_item":
            let item: Versioned<HomeItem> = try versioned(row)
            items.append(item)
            writers.insert(item.value.made.by)
            if let stamp = item.value.state.stamp { writers.insert(stamp.by) }
        case "home_settings": if settings == nil { settings = try versioned(row) }
        case "hurt_alert": alerts.append(try versioned(row))
        case "practice":
            guard let id = ID<Practice>(try row.text("id")) else { break }
            let practice: Practice = try value(row)
            practices.append(PlanPractice(id: id, name: practice.name, disciplines: practice.disciplines))
        default:
            let roles = try row.optionalText("roles")
            if let member = TeamMember(
                try row.text("id"),
                try row.text("practice"),
                try row.text("text"),
                roles
            ) {
                members.append(member)
            }
        }
    }

    private func value<Value: Record>(_ row: Row) throws -> Value {
        try RecordJSON.recall(Value.self, from: row.text("text"))
    }

    private func versioned<Value: Record>(_ row: Row) throws -> Versioned<Value> {
        Versioned(value: try value(row), version: Int(try row.integer("version")))
    }
}

/// Columns: part, id, practice, version, text (a record's JSON or a name), roles.
private let planSQL: String = {
    let parts = ["goal", "attainment_scale", "rating", "goal_question", "home_item", "home_settings"].map { kind in
        "SELECT '\(kind)', id, '', version, body, '' FROM \(kind) WHERE child IN (SELECT id FROM joined)"
    }
    return """
        WITH RECURSIVE joined (id) AS (
            SELECT id FROM child WHERE id = $1
            UNION SELECT c.id FROM child c JOIN joined j ON c.merged_into = j.id
        )
        SELECT 'child' AS part, id, '' AS practice, version, body AS text, '' AS roles FROM child WHERE id = $1
        UNION ALL
        \(parts.joined(separator: "\nUNION ALL\n"))
        UNION ALL
        SELECT 'hurt_alert', id, '', version, body, '' FROM hurt_alert
            WHERE child IN (SELECT id FROM joined) AND taken_at IS NULL
        UNION ALL
        SELECT 'practice', id, '', version, body, '' FROM practice
            WHERE id IN (SELECT practice FROM care_relationship WHERE child = $1 AND ended_at IS NULL)
        UNION ALL
        SELECT 'member', t.account, t.practice, 0, a.name, m.roles FROM child_team t
            JOIN account a ON a.id = t.account
            LEFT JOIN membership m ON m.account = t.account AND m.practice = t.practice AND m.ended_at IS NULL
            WHERE t.child = $1
        """
}()
