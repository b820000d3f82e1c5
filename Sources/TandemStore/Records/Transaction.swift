package import TandemCare
package import TandemDatabase

/// One change: who makes it, on what ground, when. Records are written through it and through nothing else, so every write
/// keeps the version it replaces and leaves its audit line in the same commit.
package struct Transaction {
    package let connection: any Connection
    package let effects: Effects
    /// One moment for the whole change.
    package let now: Instant
    package let actor: Actor

    /// Writes a new record, version 1.
    /// - Throws: `DatabaseFailure.constraint` where the schema refuses it.
    @discardableResult package func insert<Value: Record>(_ value: Value) throws -> Versioned<Value> {
        let names = ["id", "version", "body"] + Value.columnNames
        let places = names.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        try connection.send(
            "INSERT INTO \(Value.kind) (\(names.joined(separator: ", "))) VALUES (\(places))",
            [.text(value.id.text), 1, .text(try RecordJSON.encode(value))] + value.columnValues
        )
        note(.created, value)
        return Versioned(value: value, version: 1)
    }

    /// Replaces a record by its next version.
    /// - Parameter version: the version that the writer read.
    /// - Throws: `StoreFailure.conflict` if another one stands now; nothing is written then.
    @discardableResult
    package func replace<Value: Record>(_ value: Value, version: Int) throws -> Versioned<Value> {
        let kept = try connection.execute(
            """
            INSERT INTO history (kind, id, version, body, replaced_at, replaced_by)
            SELECT '\(Value.kind)', id, version, body, $3, $4 FROM \(Value.kind) WHERE id = $1 AND version = $2
            ON CONFLICT DO NOTHING
            """,
            [
                .text(value.id.text), .integer(Int64(version)), .integer(now.microseconds),
                .text(actor.account?.text),
            ]
        )
        guard kept == 1 else { throw try conflict(value) }
        let columns = Value.columnNames.enumerated().map { ", \($0.element) = $\($0.offset + 5)" }.joined()
        let changed = try connection.execute(
            "UPDATE \(Value.kind) SET version = $3, body = $4\(columns) WHERE id = $1 AND version = $2",
            [
                .text(value.id.text), .integer(Int64(version)), .integer(Int64(version + 1)),
                .text(try RecordJSON.encode(value)),
            ] + value.columnValues
        )
        guard changed == 1 else { throw try conflict(value) }
        note(.changed, value)
        return Versioned(value: value, version: version + 1)
    }

    /// Changes a record as it stands now; for rules that hold whatever anybody read.
    @discardableResult
    package func update<Value: Record>(_ id: ID<Value>, _ change: (inout Value) throws -> Void) throws -> Versioned<
        Value
    > {
        var tries = 1
        while true {
            guard let current = try connection.record(id) else { throw StoreFailure.notFound }
            var value = current.value
            try change(&value)
            do {
                return try replace(value, version: current.version)
            } catch StoreFailure.conflict where tries < 5 {
                // Another program has saved since it was read, just now; what it saved is read next.
                tries += 1
            }
        }
    }

    /// Writes an audit line of its own, for what is not the change of a record: signing in, an export.
    package func note(_ verb: AuditLine.Verb, kind: String, id: String, child: ID<Child>? = nil) {
        connection.leave(
            AuditLine(
                at: now,
                account: actor.account,
                practice: actor.practice,
                child: child,
                verb: verb,
                kind: kind,
                subject: id,
                ground: actor.groundWord
            )
        )
    }

    private func note<Value: Record>(_ verb: AuditLine.Verb, _ value: Value) {
        note(verb, kind: Value.kind, id: value.id.text, child: value.childID)
    }

    private func conflict<Value: Record>(_ value: Value) throws -> StoreFailure {
        guard let current = try connection.record(value.id) else { return .notFound }
        return .conflict(kind: Value.kind, id: value.id.text, current: current.version)
    }
}

/// Who makes a change: a person, on some ground, or the program itself.
package struct Actor: Sendable {
    package let account: ID<Account>?
    package let ground: Ground?
    /// The practice on whose behalf.
    let practice: ID<Practice>?
    /// `family`, `care`, `consent`; else `practice`, `referral`, `link`, `self` or `program`.
    package let groundWord: String

    private init(account: ID<Account>?, ground: Ground? = nil, practice: ID<Practice>? = nil, groundWord: String) {
        self.account = account
        self.ground = ground
        self.practice = practice ?? ground?.practice
        self.groundWord = groundWord
    }

    package static let program = Actor(account: nil, groundWord: "program")

    /// The ground of somebody who works on a referral.
    static let referralWord = "referral"

    /// A partner without an account, by a secure link.
    static let link = Actor(account: nil, groundWord: "link")

    /// Somebody in matters of their own account.
    package static func person(_ account: ID<Account>) -> Actor {
        Actor(account: account, groundWord: "self")
    }

    package static func person(_ account: ID<Account>, on ground: Ground) -> Actor {
        Actor(account: account, ground: ground, groundWord: ground.word)
    }

    package static func person(_ account: ID<Account>, in practice: ID<Practice>) -> Actor {
        Actor(account: account, groundWord: "practice")
    }

    /// Somebody of a practice that sent a referral or that it went to.
    static func person(_ account: ID<Account>, onReferralIn practice: ID<Practice>) -> Actor {
        Actor(account: account, practice: practice, groundWord: referralWord)
    }
}
