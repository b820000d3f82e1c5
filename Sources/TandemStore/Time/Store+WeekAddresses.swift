package import TandemCare
import TandemCatalog
package import TandemDatabase

/// A private address of a therapist's own visits in one practice. The address itself is shown once, when it is made.
package struct WeekAddress: Sendable, Hashable {
    package let account: ID<Account>
    package let practice: ID<Practice>
    /// Children stand in it by their initials.
    package let showsInitials: Bool
    package let createdAt: Instant
}

extension Transaction {
    /// A new address in the place of the one that this person had, which stops at once.
    package func makeWeekAddress(
        of account: ID<Account>,
        in practice: ID<Practice>,
        showsInitials: Bool
    ) throws -> Token {
        try revokeWeekAddress(of: account, in: practice)
        let token = Token(effects)
        try connection.execute(
            """
            INSERT INTO week_address (token_hash, account, practice, names, created_at) VALUES ($1, $2, $3, $4, $5)
            """,
            [
                .text(token.hash), .text(account.text), .text(practice.text), .flag(showsInitials),
                .integer(now.microseconds),
            ]
        )
        note(.created, kind: "week address", id: account.text)
        return token
    }

    package func revokeWeekAddress(of account: ID<Account>, in practice: ID<Practice>) throws {
        let revoked = try connection.execute(
            "UPDATE week_address SET revoked_at = $3 WHERE account = $1 AND practice = $2 AND revoked_at IS NULL",
            [.text(account.text), .text(practice.text), .integer(now.microseconds)]
        )
        if revoked > 0 { note(.changed, kind: "week address", id: account.text) }
    }
}

extension Connection {
    package func weekAddress(of account: ID<Account>, in practice: ID<Practice>) throws -> WeekAddress? {
        try row(
            """
            SELECT account, practice, names, created_at FROM week_address
            WHERE account = $1 AND practice = $2 AND revoked_at IS NULL
            """,
            [.text(account.text), .text(practice.text)]
        ).flatMap(WeekAddress.init)
    }
}

extension Store {
    /// Whose week an address opens; `nil` for one that was never made or taken back, and for somebody who has left.
    package func weekAddress(_ token: Token) async throws -> WeekAddress? {
        let (hash, now, access) = (token.hash, effects.now(), access)
        return try await database.read { connection in
            let found = try connection.row(
                """
                SELECT account, practice, names, created_at FROM week_address
                WHERE token_hash = $1 AND revoked_at IS NULL
                """,
                [.text(hash)]
            ).flatMap(WeekAddress.init)
            guard let found else { return nil }
            let memberships = try connection.records(
                Membership.self,
                where: "account = $1 AND ended_at IS NULL",
                [.text(found.account.text)]
            ).map(\.value)
            let who = Requester(account: found.account, memberships: memberships)
            return access.decide(.seeWeek, by: who, in: found.practice, at: now) ? found : nil
        }
    }
}

extension Store {
    /// What stands in a therapist's own calendar: four weeks back, half a year ahead, nothing that was cancelled.
    package func visits(of address: WeekAddress) async throws -> [PlannedVisit] {
        let now = effects.now()
        let days = CalendarDate(utc: now).adding(days: -28).following(28 + 182)
        return try await database.read { connection in
            try connection.visits(of: address.practice, days, at: now)
                .filter { $0.visit.therapists.contains(address.account) && $0.visit.takesTime }
        }
    }
}

extension WeekAddress {
    fileprivate init?(_ row: Row) throws {
        guard let account = ID<Account>(try row.text("account")), let practice = ID<Practice>(try row.text("practice"))
        else { return nil }
        self.account = account
        self.practice = practice
        showsInitials = try row.flag("names")
        createdAt = Instant(microseconds: try row.integer("created_at"))
    }
}
