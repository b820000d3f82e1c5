import TandemCare
import TandemDatabase

/// Who an account is, and where it belongs.
struct Holdings {
    let account: Versioned<Account>
    var memberships: [Membership] = []
    /// The practices of the memberships, in their order.
    var practices: [Practice] = []
    var ties: [FamilyTie] = []
}

extension Connection {
    /// Everything that every request asks of an account, in one statement; `nil` where there is no such account.
    func holdings(of account: ID<Account>) throws -> Holdings? {
        let rows = try rows(
            """
            SELECT 0 AS part, id, version, body FROM account WHERE id = $1
            UNION ALL
            SELECT 1 AS part, id, version, body FROM membership WHERE account = $1 AND ended_at IS NULL
            UNION ALL
            SELECT 2 AS part, m.id AS id, p.version AS version, p.body AS body
            FROM membership m JOIN practice p ON p.id = m.practice WHERE m.account = $1 AND m.ended_at IS NULL
            UNION ALL
            SELECT 3 AS part, id, version, body FROM family_tie WHERE account = $1 AND ended_at IS NULL
            """,
            [.text(account.text)]
        ).map { (part: try $0.integer("part"), id: try $0.text("id"), row: $0) }
            .sorted { ($0.part, $0.id) < ($1.part, $1.id) }
        guard let (part, _, first) = rows.first, part == 0 else { return nil }
        var holdings = Holdings(
            account: Versioned(
                value: try RecordJSON.recall(Account.self, from: first.text("body")),
                version: Int(try first.integer("version"))
            )
        )
        for (part, _, row) in rows.dropFirst() {
            let body = try row.text("body")
            switch part {
            case 1: holdings.memberships.append(try RecordJSON.recall(Membership.self, from: body))
            case 2: holdings.practices.append(try RecordJSON.recall(Practice.self, from: body))
            default: holdings.ties.append(try RecordJSON.recall(FamilyTie.self, from: body))
            }
        }
        return holdings
    }
}
