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
            ORDER BY part, id
            """,
            [.text(account.text)]
        )
        guard let first = rows.first, try first.integer("part") == 0 else { return nil }
        var holdings = Holdings(
            account: Versioned(
                value: try RecordJSON.recall(Account.self, from: first.text("body")),
                version: Int(try first.integer("version"))
            )
        )
        for row in rows.dropFirst() {
            let body = try row.text("body")
            switch try row.integer("part") {
            case 1: holdings.memberships.append(try RecordJSON.recall(Membership.self, from: body))
            case 2: holdings.practices.append(try RecordJSON.recall(Practice.self, from: body))
            default: holdings.ties.append(try RecordJSON.recall(FamilyTie.self, from: body))
            }
        }
        return holdings
    }
}
