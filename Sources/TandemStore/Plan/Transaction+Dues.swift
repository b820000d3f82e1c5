package import TandemCare
package import TandemCatalog
package import TandemDatabase

/// Keeps `due` as plans of care, signed notes and goals say. Whatever changes one of these calls one of these functions in the
/// same transaction.
extension Transaction {
    /// Anew for one plan of care: what is to be signed, sent, certified, reported, evaluated.
    ///
    /// - Parameter payer: the rules that the plan names; `nil` for a payer that is not known any more: nothing is due then but
    ///   the signature.
    package func listDues(of plan: PlanOfCare, rules: PayerRules?) throws {
        try forgetDues(of: plan.id.text)
        let isReplaced = try connection.row(
            "SELECT 1 AS one FROM plan_of_care WHERE child = $1 AND id > $2 AND practice = $3 AND discipline = $4 AND signed_at IS NOT NULL",
            [.text(plan.child.text), .text(plan.id.text), .text(plan.practice.text), .text(plan.discipline.rawValue)]
        )
        guard isReplaced == nil, let rules else { return }
        let today = effects.today()
        let treatments = try connection.treatmentDays(plan, today: today)
        for due in plan.dues(rules, treatments: treatments, today: today) {
            // What a draft is to take the place of still runs, and has its own dates.
            if plan.signature == nil, plan.replaces != nil, due.kind != .signature { continue }
            try insert(
                due,
                practice: plan.practice,
                child: plan.child,
                discipline: plan.discipline.rawValue,
                plan.id.text
            )
        }
    }

    /// Anew for one goal: the day on which the team looks at it together, for every practice that treats the child.
    ///
    /// - Parameter lastReview: the day of the last rating.
    package func listDues(of goal: Goal, lastReview: CalendarDate?, care: [CareRelationship]) throws {
        try forgetDues(of: goal.id.text)
        guard let due = goal.reviewDue(lastReview: lastReview) else { return }
        for care in care where care.isActive(at: now) {
            try insert(due, practice: care.practice, child: goal.child, discipline: "both", goal.id.text)
        }
    }

    private func forgetDues(of subject: String) throws {
        try connection.send("DELETE FROM due WHERE subject = $1", [.text(subject)])
    }

    private func insert(
        _ due: Due,
        practice: ID<Practice>,
        child: ID<Child>,
        discipline: String,
        _ subject: String
    ) throws {
        var day: CalendarDate?
        var left: Int64?
        switch due.when {
        case .day(let last): day = last
        case .treatmentDays(let count):
            left = Int64(count)
            if count <= 0 { day = effects.today() }
        }
        try connection.send(
            """
            INSERT INTO due (practice, child, discipline, kind, subject, on_day, treatments_left)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .text(practice.text), .text(child.text), .text(discipline), .text(due.kind.rawValue), .text(subject),
                day.map(SQLValue.day) ?? .null, .integer(left),
            ]
        )
    }
}

/// One thing that is due in a practice, with the child it is about.
package struct PracticeDue: Sendable {
    package let child: Child
    package let due: Due
    /// `nil` of a goal, which is everybody's.
    package let discipline: Discipline?
    /// Id of the plan of care or the goal.
    package let subject: String
}

extension Connection {
    /// Days on which the discipline treated the child in this practice since the plan began to hold.
    package func treatmentDays(_ plan: PlanOfCare, today: CalendarDate) throws -> [CalendarDate] {
        let from = plan.content.evaluated ?? today.adding(days: -366)
        return try rows(
            """
            SELECT DISTINCT on_day FROM visit_note
            WHERE child = $1 AND practice = $2 AND discipline = $3 AND signed_at IS NOT NULL AND on_day >= $4
            ORDER BY on_day
            """,
            [.text(plan.child.text), .text(plan.practice.text), .text(plan.discipline.rawValue), .day(from)]
        ).compactMap { CalendarDate(try $0.text("on_day")) }
    }

    /// What is due in a practice up to and on a day, most urgent first.
    package func dues(
        in practice: ID<Practice>,
        until day: CalendarDate,
        at now: Instant,
        count: Int
    ) throws -> [PracticeDue] {
        let rows = try rows(
            """
            SELECT d.kind, d.subject, d.discipline, d.on_day, d.treatments_left, c.body FROM due d
            JOIN child_listing l ON l.practice = d.practice AND l.child = d.child
            JOIN child c ON c.id = d.child
            WHERE d.practice = $1 AND d.on_day <= $2 AND l.archived = 0 AND l.in_care = 1 AND l.until > $3
            ORDER BY d.on_day, d.subject, d.kind LIMIT \(count)
            """,
            [.text(practice.text), .day(day), .integer(now.microseconds)]
        )
        return try rows.compactMap { row in
            guard let kind = Due.Kind(rawValue: try row.text("kind")) else { return nil }
            let left = try row.optionalInteger("treatments_left")
            let day = try row.optionalText("on_day").flatMap { CalendarDate($0) }
            guard let when = left.map({ .treatmentDays(Int($0)) }) ?? day.map(Due.When.day) else { return nil }
            return PracticeDue(
                child: try RecordJSON.recall(Child.self, from: row.text("body")),
                due: Due(kind, when, source: nil),
                discipline: Discipline(rawValue: try row.text("discipline")),
                subject: try row.text("subject")
            )
        }
    }
}
