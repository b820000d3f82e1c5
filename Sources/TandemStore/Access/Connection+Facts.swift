package import TandemCare
package import TandemDatabase

extension Connection {
    /// What decides about a child, in one statement; all of it empty for a child that is not there.
    package func facts(of child: ID<Child>) throws -> ChildFacts {
        let rows = try rows(
            """
            SELECT 'tie' AS part, id, body FROM family_tie WHERE child = $1 AND ended_at IS NULL
            UNION ALL
            SELECT 'care' AS part, id, body FROM care_relationship WHERE child = $1 AND ended_at IS NULL
            UNION ALL
            SELECT 'consent' AS part, id, body FROM consent WHERE child = $1
            """,
            [.text(child.text)]
        )
        var ties: [FamilyTie] = []
        var care: [CareRelationship] = []
        var consents: [Consent] = []
        for row in rows {
            let body = try row.text("body")
            switch try row.text("part") {
            case "tie": ties.append(try RecordJSON.recall(FamilyTie.self, from: body))
            case "care": care.append(try RecordJSON.recall(CareRelationship.self, from: body))
            default: consents.append(try RecordJSON.recall(Consent.self, from: body))
            }
        }
        // A compound SELECT that sorts costs SQLite more than all the rest of it.
        return ChildFacts(
            child: child,
            ties: ties.sorted { $0.id < $1.id },
            care: care.sorted { $0.id < $1.id },
            consents: consents.sorted { $0.id < $1.id }
        )
    }

    /// The record that a merged one was joined into, at the end of the way; `nil` for one that was not merged.
    package func kept(insteadOf child: ID<Child>) throws -> ID<Child>? {
        var kept: ID<Child>?
        while let next = try row("SELECT merged_into FROM child WHERE id = $1", [.text((kept ?? child).text)])?
            .optionalText("merged_into").flatMap({ ID<Child>($0) })
        {
            kept = next
        }
        return kept
    }

    /// A child's id and those of all records that were joined into it: its history is theirs too.
    package func ids(joinedInto child: ID<Child>) throws -> [ID<Child>] {
        try rows(
            """
            WITH RECURSIVE joined (id) AS (
                SELECT id FROM child WHERE id = $1
                UNION SELECT c.id FROM child c JOIN joined j ON c.merged_into = j.id
            ) SELECT id FROM joined ORDER BY id
            """,
            [.text(child.text)]
        ).compactMap { ID(try $0.text("id")) }
    }
}
