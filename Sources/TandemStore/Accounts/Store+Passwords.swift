package import TandemCare
import TandemDatabase

/// Passwords: chosen, changed, forgotten. The store sees their hashes only.
extension Store {
    /// Changes a password and ends every other session of the person.
    /// - Parameter letter: tells the person that it was changed.
    package func setPassword(of account: ID<Account>, hash: String, sparing token: Token, telling letter: Letter)
        async throws
    {
        try await change(by: .person(account)) { transaction in
            try transaction.setPassword(of: account, hash: hash)
            try transaction.endSessions(of: account, sparing: token)
            try transaction.tell(account, letter)
        }
    }

    /// Sends the link for a new password, if there is such an account. It costs the same if there is none.
    package func sendPasswordLink(email: String, _ token: Token, _ letter: Letter) async throws {
        try await change(by: .program) { transaction in
            guard let account = try transaction.connection.account(email: email)?.value, account.archivedAt == nil
            else {
                try transaction.issueNothing(token)
                return
            }
            try transaction.issue(.newPassword(account.id), token)
            try transaction.send(Mail(to: account.email, letter))
        }
    }

    /// Sets a new password with the link that was sent, and ends every session of the person.
    /// - Throws: `StoreFailure.notFound` for a link that no longer works.
    package func setPassword(with token: Token, hash: String, telling letter: Letter) async throws -> ID<Account> {
        try await database.write { [self] connection in
            let ticket = try transaction(connection, .program).use(token)
            guard case .newPassword(let account) = ticket.purpose else { throw StoreFailure.notFound }
            let change = transaction(connection, .person(account))
            try change.setPassword(of: account, hash: hash)
            try change.endSessions(of: account)
            try change.tell(account, letter)
            return account
        }
    }

    /// Writes the same password anew, hashed more strongly; nothing happens if the password was changed meanwhile.
    package func strengthen(_ old: String, to new: String, of account: ID<Account>) async throws {
        try await database.write { connection in
            _ = try connection.execute(
                "UPDATE credential SET password_hash = $3 WHERE account = $1 AND password_hash = $2",
                [.text(account.text), .text(old), .text(new)]
            )
        }
    }
}

extension Transaction {
    /// Sets a password; links for a new one that were sent before stop working.
    package func setPassword(of account: ID<Account>, hash: String) throws {
        try connection.execute(
            """
            INSERT INTO credential (account, password_hash, totp_step) VALUES ($1, $2, 0)
            ON CONFLICT (account) DO UPDATE SET password_hash = $2
            """,
            [.text(account.text), .text(hash)]
        )
        try withdraw("password", subject: account.text, email: "")
        note(.changed, kind: "password", id: account.text)
    }

    /// Writes to somebody in matters of their own account.
    func tell(_ account: ID<Account>, _ letter: Letter) throws {
        guard let account = try connection.record(account)?.value else { throw StoreFailure.notFound }
        try send(Mail(to: account.email, letter))
    }
}
