package import TandemCare
package import TandemDatabase

/// What somebody signs in with.
package struct Credential: Sendable, Hashable {
    package let account: ID<Account>
    /// scrypt with its parameters and salt; `nil` until the person has chosen a password.
    package let passwordHash: String?
    /// The secret shared with an authenticator program, in base32; `nil` without a second factor.
    package let secondFactor: String?
    /// One of the person's practices asks for a second factor.
    package let needsSecondFactor: Bool
}

extension Store {
    /// By email, whatever its case. `nil` for nobody, and for an account that was archived.
    package func credential(email: String) async throws -> Credential? {
        let now = effects.now()
        return try await database.read { connection in
            guard let account = try connection.account(email: email)?.value, account.archivedAt == nil else {
                return nil
            }
            return try connection.credential(of: account.id, at: now)
        }
    }

    package func credential(of account: ID<Account>) async throws -> Credential {
        let now = effects.now()
        return try await database.read { try $0.credential(of: account, at: now) }
    }
}

extension Connection {
    /// The account with this email, whatever its case.
    package func account(email: String) throws -> Versioned<Account>? {
        try records(Account.self, where: "email_key = $1", [.text(Account.key(email: email))]).first
    }

    /// Everything but the account may be missing: somebody who was invited has no password yet.
    package func credential(of account: ID<Account>, at now: Instant) throws -> Credential {
        let row = try row("SELECT password_hash, totp_secret FROM credential WHERE account = $1", [.text(account.text)])
        let practices = try records(
            Membership.self,
            where: "account = $1 AND ended_at IS NULL ORDER BY id",
            [.text(account.text)]
        ).filter { $0.value.isActive(at: now) }.compactMap { try record($0.value.practice)?.value }
        return Credential(
            account: account,
            passwordHash: try row?.optionalText("password_hash"),
            secondFactor: try row?.optionalText("totp_secret"),
            needsSecondFactor: practices.contains(where: \.requiresSecondFactor)
        )
    }
}
