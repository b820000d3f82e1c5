package import TandemCare
import TandemDatabase

/// Sessions: they rotate at every step of signing in, end when idle, and can be ended everywhere at once.
extension Store {
    /// Who carries this token; `nil` for nobody, an ended or an expired session.
    package func session(_ token: Token) async throws -> Session? {
        try await session(token) { _, _, _ in }?.session
    }

    /// Who carries this token, and in the same reading what `body` reads for them, at the moment that it is handed.
    func session<Value: Sendable>(
        _ token: Token,
        _ body: @escaping @Sendable (any Connection, Session, Instant) throws -> Value
    ) async throws -> (session: Session, value: Value)? {
        let now = effects.now()
        let found = try await database.read { connection in
            try connection.session(token, at: now).map { session, seenAt in
                (session, seenAt, Result { try body(connection, session, now) })
            }
        }
        guard let (session, seenAt, result) = found else { return nil }
        // Where it cannot be written down (the disk is full) the session goes on, and is over the sooner.
        if now - seenAt > .minutes(5) { try? await touch(token, at: now) }
        return (session, try result.get())
    }

    private func touch(_ token: Token, at now: Instant) async throws {
        try await database.write { connection in
            _ = try connection.execute(
                "UPDATE session SET seen_at = $2 WHERE token_hash = $1",
                [.text(token.hash), .integer(now.microseconds)]
            )
        }
    }

    /// Begins a session and ends the one it grew out of, if any.
    package func beginSession(for account: ID<Account>, stage: Session.Stage, replacing old: Token?) async throws
        -> Token
    {
        let token = Token(effects)
        return try await change(by: .person(account)) { transaction in
            if let old { try transaction.endSession(old) }
            try transaction.connection.execute(
                """
                INSERT INTO session (token_hash, account, stage, created_at, seen_at, expires_at)
                VALUES ($1, $2, $3, $4, $4, $5)
                """,
                [
                    .text(token.hash), .text(account.text), .text(stage.rawValue),
                    .integer(transaction.now.microseconds),
                    .integer((transaction.now + Session.lasting(stage)).microseconds),
                ]
            )
            if stage == .full { transaction.note(.signedIn, kind: "session", id: account.text) }
            return token
        }
    }

    /// Where somebody is signed in now, latest first.
    package func openSessions(of account: ID<Account>, asking token: Token) async throws -> [OpenSession] {
        let now = effects.now()
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT token_hash, created_at, seen_at FROM session
                WHERE account = $1 AND stage = 'full' AND ended_at IS NULL AND expires_at > $2 AND seen_at > $3
                ORDER BY seen_at DESC, created_at DESC
                """,
                [.text(account.text), .integer(now.microseconds), .integer((now - Session.idle).microseconds)]
            ).map { row in
                OpenSession(
                    createdAt: Instant(microseconds: try row.integer("created_at")),
                    seenAt: Instant(microseconds: try row.integer("seen_at")),
                    isThis: try row.text("token_hash") == token.hash
                )
            }
        }
    }

    package func endSession(_ token: Token, of account: ID<Account>) async throws {
        try await change(by: .person(account)) { transaction in
            try transaction.endSession(token)
            transaction.note(.signedOut, kind: "session", id: account.text)
        }
    }

    /// Ends every session of a person, on all devices; with `sparing` all but that one.
    package func endSessions(of account: ID<Account>, sparing token: Token? = nil) async throws {
        try await change(by: .person(account)) { try $0.endSessions(of: account, sparing: token) }
    }
}

extension Connection {
    fileprivate func session(_ token: Token, at now: Instant) throws -> (Session, seenAt: Instant)? {
        guard
            let row = try row(
                """
                SELECT s.account, s.stage, s.created_at, s.seen_at,
                    CASE WHEN c.totp_secret IS NULL THEN 0 ELSE 1 END AS has_factor
                FROM session s LEFT JOIN credential c ON c.account = s.account
                WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > $2 AND s.seen_at > $3
                """,
                [.text(token.hash), .integer(now.microseconds), .integer((now - Session.idle).microseconds)]
            ),
            let id = ID<Account>(try row.text("account")),
            let stage = Session.Stage(rawValue: try row.text("stage")),
            let holdings = try holdings(of: id), holdings.account.value.archivedAt == nil
        else { return nil }
        let session = Session(
            account: holdings.account.value,
            accountVersion: holdings.account.version,
            memberships: holdings.memberships,
            practices: holdings.practices,
            ties: holdings.ties,
            stage: stage,
            hasSecondFactor: try row.flag("has_factor"),
            createdAt: Instant(microseconds: try row.integer("created_at"))
        )
        return (session, Instant(microseconds: try row.integer("seen_at")))
    }
}

extension Transaction {
    func endSession(_ token: Token) throws {
        try connection.execute(
            "UPDATE session SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL",
            [.text(token.hash), .integer(now.microseconds)]
        )
    }

    package func endSessions(of account: ID<Account>, sparing token: Token? = nil) throws {
        try connection.execute(
            "UPDATE session SET ended_at = $2 WHERE account = $1 AND ended_at IS NULL AND token_hash <> $3",
            [.text(account.text), .integer(now.microseconds), .text(token?.hash ?? "")]
        )
        note(.signedOut, kind: "sessions", id: account.text)
    }
}
