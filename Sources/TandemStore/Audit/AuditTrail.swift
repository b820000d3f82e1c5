import Synchronization
package import TandemCare
package import TandemDatabase

/// What keeps the trail while the program runs.
///
/// Changes leave their lines in the commit that they are part of. Looks are gathered and written together within a second
/// (`flush`), so that reading stays quick; where they cannot be written, looking ends before the gathered lines grow past
/// `mostGathered`. A process that ends without closing its chain is marked by the next one: a gap is never silent.
package final class AuditTrail: Sendable {
    package static let mostGathered = 20_000
    /// A chain that was not seen for so long belongs to a process that is gone.
    static let silence = Duration.seconds(60)

    package let chain: AuditChain
    private let now: @Sendable () -> Instant
    private let gathered = Mutex<[AuditLine]>([])

    package init(_ effects: Effects) {
        chain = AuditChain(id: effects.id(AuditTrail.self).text)
        now = effects.now
    }

    /// Hand this to the database when it is opened.
    package var closing: Closing {
        { [chain, now] connection, notes in
            try chain.append(notes.compactMap { $0 as? AuditLine }, to: connection, at: now())
        }
    }

    /// Gathers a look.
    /// - Throws: `StoreFailure.trailUnavailable` where too many wait already: nobody looks unseen.
    package func gather(_ line: AuditLine) throws(StoreFailure) {
        let isFull = gathered.withLock { lines in
            guard lines.count < Self.mostGathered else { return true }
            lines.append(line)
            return false
        }
        if isFull { throw .trailUnavailable }
    }

    /// Looks that wait to be written.
    package var waiting: Int { gathered.withLock { $0.count } }

    /// Writes the gathered looks, and shows other processes that this one lives. They are kept where writing fails.
    package func flush(to database: any Database) async throws {
        let lines = gathered.withLock { lines in
            defer { lines = [] }
            return lines
        }
        do {
            try await database.write { [chain, now] connection in
                for line in lines { connection.leave(line) }
                guard lines.isEmpty else { return }
                try connection.execute(
                    "UPDATE audit_chain SET seen_at = $2 WHERE id = $1",
                    [.text(chain.id), .integer(now().microseconds)]
                )
            }
        } catch {
            gathered.withLock { $0 = lines + $0 }
            throw error
        }
    }

    /// Opens the chain of this process behind the newest one.
    package func open(in database: any Database) async throws {
        try await database.write { [self] connection in
            try connection.lock("audit chain")
            let last = try connection.row("SELECT id, position FROM audit_chain ORDER BY position DESC LIMIT 1")
            let first =
                try last.map { try connection.row(firstHashSQL, [.text($0.text("id"))])?.text("hash") ?? "" } ?? ""
            let moment = now()
            try connection.execute(
                """
                INSERT INTO audit_chain (id, position, opened_at, seen_at, number, hash)
                VALUES ($1, $2, $3, $3, 0, $4)
                """,
                [
                    .text(chain.id), .integer(try last.map { try $0.integer("position") + 1 } ?? 1),
                    .integer(moment.microseconds), .text(first),
                ]
            )
            connection.leave(line(.opened, subject: chain.id))
        }
    }

    /// Marks the chains of processes that ended without a word.
    /// - Returns: how many were marked.
    @discardableResult package func markGaps(in database: any Database) async throws -> Int {
        try await database.write { [self] connection in
            let moment = now()
            // In one statement: of two processes that find the same chain, one marks it.
            let silent = try connection.rows(
                """
                UPDATE audit_chain SET closed_at = $3 WHERE closed_at IS NULL AND id <> $1 AND seen_at < $2
                RETURNING id
                """,
                [
                    .text(chain.id), .integer((moment - Self.silence).microseconds), .integer(moment.microseconds),
                ]
            )
            for row in silent { connection.leave(line(.gap, subject: try row.text("id"))) }
            return silent.count
        }
    }

    /// The last line of this process.
    package func close(in database: any Database) async throws {
        try await flush(to: database)
        try await database.write { [self] connection in
            try connection.execute(
                "UPDATE audit_chain SET closed_at = $2 WHERE id = $1",
                [.text(chain.id), .integer(now().microseconds)]
            )
            connection.leave(line(.closed, subject: chain.id))
        }
    }

    private var firstHashSQL: String { "SELECT hash FROM audit_line WHERE chain = $1 AND number = 1" }

    private func line(_ verb: AuditLine.Verb, subject: String) -> AuditLine {
        AuditLine(
            at: now(),
            account: nil,
            practice: nil,
            child: nil,
            verb: verb,
            kind: "audit_chain",
            subject: subject,
            ground: "program"
        )
    }
}
