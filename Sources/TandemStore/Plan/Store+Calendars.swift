package import TandemCare
package import TandemDatabase

/// A private address of a child's calendar, as its owner sees it. The address itself is shown once, when it is made.
package struct CalendarAddress: Sendable, Hashable {
    package let account: ID<Account>
    package let child: ID<Child>
    /// Activities stand in it by name.
    package let showsNames: Bool
    package let createdAt: Instant
}

extension Transaction {
    /// A new address in the place of the one that this person had for the child, which stops at once.
    package func makeCalendar(_ permit: Permit, showsNames: Bool) throws -> Token {
        try revokeCalendar(permit)
        let token = Token(effects)
        try connection.execute(
            """
            INSERT INTO calendar_address (token_hash, account, child, names, created_at) VALUES ($1, $2, $3, $4, $5)
            """,
            [
                .text(token.hash), .text(permit.who.account.text), .text(permit.child.text), .flag(showsNames),
                .integer(now.microseconds),
            ]
        )
        note(.created, kind: "calendar", id: permit.child.text, child: permit.child)
        return token
    }

    package func revokeCalendar(_ permit: Permit) throws {
        let revoked = try connection.execute(
            "UPDATE calendar_address SET revoked_at = $3 WHERE account = $1 AND child = $2 AND revoked_at IS NULL",
            [.text(permit.who.account.text), .text(permit.child.text), .integer(now.microseconds)]
        )
        if revoked > 0 { note(.changed, kind: "calendar", id: permit.child.text, child: permit.child) }
    }
}

extension Connection {
    /// The address that this person has for the child, if any.
    package func calendar(_ permit: Permit) throws -> CalendarAddress? {
        try row(
            """
            SELECT account, child, names, created_at FROM calendar_address
            WHERE account = $1 AND child = $2 AND revoked_at IS NULL
            """,
            [.text(permit.who.account.text), .text(permit.child.text)]
        ).flatMap(CalendarAddress.init)
    }
}

extension Store {
    /// Whose calendar an address opens; `nil` for one that was never made and for one that was taken back.
    package func calendar(_ token: Token) async throws -> CalendarAddress? {
        let hash = token.hash
        return try await database.read { connection in
            try connection.row(
                """
                SELECT account, child, names, created_at FROM calendar_address
                WHERE token_hash = $1 AND revoked_at IS NULL
                """,
                [.text(hash)]
            ).flatMap(CalendarAddress.init)
        }
    }
}

extension CalendarAddress {
    fileprivate init?(_ row: Row) throws {
        guard let account = ID<Account>(try row.text("account")), let child = ID<Child>(try row.text("child")) else {
            return nil
        }
        self.account = account
        self.child = child
        showsNames = try row.flag("names")
        createdAt = Instant(microseconds: try row.integer("created_at"))
    }
}
