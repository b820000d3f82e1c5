package import TandemCare
package import TandemDatabase

/// When somebody sat down with a child's plan. What others did since the sitting before is news as long as this one lasts, so
/// that going to a goal and back loses nothing.
package struct PlanLook: Sendable, Hashable {
    /// `nil` for somebody who never did.
    package let began: Instant?
    package let before: Instant?

    package init(began: Instant?, before: Instant?) {
        self.began = began
        self.before = before
    }

    /// How long a sitting lasts.
    package static let length = Duration.hours(1)

    package func isOver(at now: Instant) -> Bool { began.map { now - $0 >= Self.length } ?? true }

    /// Since when what others did is news; `nil` in the first sitting, when all of it is new.
    package func newsSince(at now: Instant) -> Instant? { isOver(at: now) ? began : before }
}

/// That somebody changed the words of a goal.
package struct GoalEdit: Sendable, Hashable {
    package let goal: ID<Goal>
    package let by: ID<Account>
    package let at: Instant
}

extension Connection {
    package func planLook(_ permit: Permit) throws -> PlanLook {
        let row = try row(
            "SELECT looked_at, before_at FROM plan_look WHERE account = $1 AND child = $2",
            [.text(permit.who.account.text), .text(permit.child.text)]
        )
        return PlanLook(
            began: try row?.optionalInteger("looked_at").map(Instant.init(microseconds:)),
            before: try row?.optionalInteger("before_at").map(Instant.init(microseconds:))
        )
    }

    /// Who changed the words of goals since a moment, from the versions that were replaced.
    package func goalEdits(_ goals: [Versioned<Goal>], since: Instant, _ permit: Permit) throws -> [GoalEdit] {
        let rows = try rows(
            """
            SELECT id, body, replaced_at, replaced_by FROM history WHERE kind = 'goal' AND replaced_at > $2
            AND replaced_by IS NOT NULL AND id IN (SELECT id FROM goal WHERE child IN (\(joinedSQL)))
            ORDER BY id, version DESC
            """,
            [.text(permit.child.text), .integer(since.microseconds)]
        )
        var next = Dictionary(goals.map { ($0.value.id, $0.value.text) }, uniquingKeysWith: { first, _ in first })
        var edits: [GoalEdit] = []
        for row in rows {
            guard let id = ID<Goal>(try row.text("id")), let by = ID<Account>(try row.text("replaced_by")) else {
                continue
            }
            let text = try RecordJSON.recall(Goal.self, from: row.text("body")).text
            if let after = next[id], after != text {
                edits.append(GoalEdit(goal: id, by: by, at: Instant(microseconds: try row.integer("replaced_at"))))
            }
            next[id] = text
        }
        return edits
    }
}

extension Store {
    /// Notes that a sitting begins, where the last one is over.
    package func sitDown(_ permit: Permit, _ look: PlanLook) async throws {
        guard look.isOver(at: permit.now) else { return }
        _ = try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO plan_look (account, child, looked_at) VALUES ($1, $2, $3)
                ON CONFLICT (account, child) DO UPDATE SET before_at = plan_look.looked_at, looked_at = $3
                WHERE plan_look.looked_at <= $4
                """,
                [
                    .text(permit.who.account.text), .text(permit.child.text), .integer(permit.now.microseconds),
                    .integer((permit.now - PlanLook.length).microseconds),
                ]
            )
        }
    }
}
