package import TandemCare
import TandemDatabase

/// The secure link of one referral, as the side that sent it sees it: never the token, which only the letter holds.
package struct ReferralLink: Sendable, Hashable {
    /// Six digits that travel another way: by telephone, or on the cover sheet of a fax. Alone they open nothing.
    package let code: String
    package let expiresAt: Instant
    /// When somebody first came in with link and code.
    package let openedAt: Instant?
    /// Too many wrong codes: it opens nothing any more, and has to be renewed.
    package let isLocked: Bool

    /// How long a link opens.
    package static let validity = Duration.days(30)
    /// Wrong codes before it is locked: five of a million.
    package static let mostWrongCodes: Int64 = 5
}

/// What comes of a link and a code.
package enum LinkOutcome<Value: Sendable>: Sendable {
    case opened(Value)
    /// Unknown, expired, taken back and locked look alike.
    case dead
    case wrongCode
}

extension Transaction {
    /// Makes a link work; the ones before it stop.
    /// - Returns: the code.
    @discardableResult
    package func issueLink(_ token: Token, for referral: Referral) throws -> String {
        try endLinks(of: referral)
        let code = Self.code(effects.random(8))
        try connection.execute(
            """
            INSERT INTO referral_link (token_hash, referral, code, created_at, expires_at, wrong_codes)
            VALUES ($1, $2, $3, $4, $5, 0)
            """,
            [
                .text(token.hash), .text(referral.id.text), .text(code), .integer(now.microseconds),
                .integer((now + ReferralLink.validity).microseconds),
            ]
        )
        note(.created, kind: "referral_link", id: referral.id.text, child: referral.child)
        return code
    }

    /// Takes the link back.
    package func endLink(_ permit: ReferralPermit) throws {
        guard permit.side == .sender else { throw StoreFailure.notFound }
        try endLinks(of: permit.referral.value)
        note(.changed, kind: "referral_link", id: permit.referral.value.id.text, child: permit.child)
    }

    private func endLinks(of referral: Referral) throws {
        try connection.execute(
            "UPDATE referral_link SET revoked_at = $2 WHERE referral = $1 AND revoked_at IS NULL",
            [.text(referral.id.text), .integer(now.microseconds)]
        )
    }

    private static func code(_ bytes: [UInt8]) -> String {
        let number = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 1_000_000
        let digits = String(number)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }
}

extension Connection {
    /// The link of a referral that holds now.
    package func link(of referral: ID<Referral>, at now: Instant) throws -> ReferralLink? {
        try row(
            """
            SELECT code, expires_at, opened_at, wrong_codes FROM referral_link
            WHERE referral = $1 AND revoked_at IS NULL AND expires_at > $2
            """,
            [.text(referral.text), .integer(now.microseconds)]
        ).map { row in
            ReferralLink(
                code: try row.text("code"),
                expiresAt: Instant(microseconds: try row.integer("expires_at")),
                openedAt: try row.optionalInteger("opened_at").map(Instant.init(microseconds:)),
                isLocked: try row.integer("wrong_codes") >= ReferralLink.mostWrongCodes
            )
        }
    }
}

extension Store {
    /// Whether a link could open something, for the page that asks for the code; it tells nothing else.
    package func isLinkAlive(_ token: Token) async throws -> Bool {
        let now = effects.now()
        return try await database.read { try $0.liveLink(token, at: now) != nil }
    }

    /// Comes in with link and code: reads or acts in one transaction, and leaves the line that somebody has looked.
    package func open<Value: Sendable>(
        _ token: Token,
        code: String,
        _ body: @escaping @Sendable (Transaction, Versioned<Referral>) throws -> Value
    ) async throws -> LinkOutcome<Value> {
        try await database.write { [self] connection in
            let now = effects.now()
            guard let link = try connection.liveLink(token, at: now),
                let referral = try connection.record(link.referral)
            else { return .dead }
            guard link.code.isSame(as: code) else {
                try connection.execute(
                    "UPDATE referral_link SET wrong_codes = wrong_codes + 1 WHERE token_hash = $1",
                    [.text(token.hash)]
                )
                return .wrongCode
            }
            try connection.execute(
                "UPDATE referral_link SET wrong_codes = 0, opened_at = COALESCE(opened_at, $2) WHERE token_hash = $1",
                [.text(token.hash), .integer(now.microseconds)]
            )
            let transaction = transaction(connection, .link)
            transaction.note(.looked, kind: Referral.kind, id: referral.value.id.text, child: referral.value.child)
            return .opened(try body(transaction, referral))
        }
    }
}

extension Transaction {
    /// A move of whoever has the link.
    @discardableResult
    package func actByLink(
        _ act: ReferralAct,
        _ referral: Versioned<Referral>,
        version: Int,
        _ rules: ReferralRules
    ) throws -> Versioned<Referral> {
        guard referral.version == version else {
            throw StoreFailure.conflict(kind: Referral.kind, id: referral.value.id.text, current: referral.version)
        }
        return try move(referral, act, by: .link, rules)
    }

    package func writeByLink(_ text: String, _ referral: Referral, _ letters: ReferralLetters) throws {
        try write(text, referral, by: .link, letters)
    }

    /// What the page of the link shows.
    package func viewByLink(_ id: ID<Referral>) throws -> ReferralView {
        guard let referral = try connection.record(id) else { throw StoreFailure.notFound }
        return try connection.view(referral, isSender: false)
    }
}

extension Connection {
    fileprivate func liveLink(_ token: Token, at now: Instant) throws -> (referral: ID<Referral>, code: String)? {
        let row = try row(
            """
            SELECT referral, code FROM referral_link
            WHERE token_hash = $1 AND revoked_at IS NULL AND expires_at > $2 AND wrong_codes < $3
            """,
            [.text(token.hash), .integer(now.microseconds), .integer(ReferralLink.mostWrongCodes)]
        )
        guard let row, let referral = ID<Referral>(try row.text("referral")) else { return nil }
        return (referral, try row.text("code"))
    }
}

extension String {
    /// Compares without telling by its time where two secrets differ.
    fileprivate func isSame(as other: String) -> Bool {
        let (left, right) = (Array(utf8), Array(other.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
