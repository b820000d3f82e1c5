import TandemCare
package import TandemDatabase
import TandemDirectory

/// Writing the directory. Every batch is one commit that also says how far the import is: one that was stopped loses nothing, and
/// going on, or applying a file again, writes only what differs.
extension Store {
    /// Begins an import, or takes up the one of the same file that did not come to its end.
    package func beginImport(_ source: DirectoryImport.Source) async throws -> DirectoryImport {
        try await change(by: .program) { transaction in
            if let stopped = try transaction.connection.directoryImports(
                "fingerprint = $1 AND is_full = $2 AND ended_at IS NULL ORDER BY begun_at DESC LIMIT 1",
                [.text(source.fingerprint), .flag(source.isFull)]
            ).first {
                return stopped
            }
            let begun = DirectoryImport(
                id: transaction.effects.id(),
                source: source,
                begun: transaction.now
            )
            try transaction.insert(begun)
            return begun
        }
    }

    /// Writes a batch and how far the import is with it.
    package func write(_ batch: ProviderBatch, of progress: DirectoryImport) async throws {
        try await change(by: .program) { transaction in
            try transaction.connection.write(batch, at: transaction.now)
            try transaction.update(progress)
        }
    }

    /// Ends an import: from now on searches find what it has brought.
    package func endImport(_ progress: DirectoryImport) async throws {
        try await change(by: .program) { transaction in
            var ended = progress
            ended.ended = transaction.now
            try transaction.update(ended)
            try transaction.count(.providers)
            transaction.note(.changed, kind: "directory", id: progress.id.text)
        }
    }

    /// The digest of every provider that is kept, by number.
    package func knownProviders() async throws -> [UInt32: UInt64] {
        try await database.read { connection in
            var known: [UInt32: UInt64] = [:]
            var last: Int64 = 0
            while true {
                let rows = try connection.rows(
                    "SELECT npi, digest FROM provider WHERE npi > $1 ORDER BY npi LIMIT 20000",
                    [.integer(last)]
                )
                for row in rows {
                    last = try row.integer("npi")
                    known[UInt32(truncatingIfNeeded: last)] = UInt64(bitPattern: try row.integer("digest"))
                }
                if rows.count < 20_000 { return known }
            }
        }
    }
}

extension Transaction {
    fileprivate func insert(_ begun: DirectoryImport) throws {
        try connection.execute(
            """
            INSERT INTO directory_import (id, fingerprint, file, is_full, bytes, position, body, begun_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .text(begun.id.text), .text(begun.source.fingerprint), .text(begun.source.name),
                .flag(begun.source.isFull), .integer(begun.source.bytes), .integer(begun.position),
                .text(try RecordJSON.encode(begun.tally)), .integer(begun.begun.microseconds),
            ]
        )
    }

    fileprivate func update(_ progress: DirectoryImport) throws {
        try connection.send(
            "UPDATE directory_import SET position = $2, body = $3, ended_at = $4 WHERE id = $1",
            [
                .text(progress.id.text), .integer(progress.position), .text(try RecordJSON.encode(progress.tally)),
                .integer(progress.ended?.microseconds),
            ]
        )
    }
}

extension Connection {
    /// Imports that meet a condition.
    package func directoryImports(_ condition: String, _ values: [SQLValue] = []) throws -> [DirectoryImport] {
        try rows("SELECT * FROM directory_import WHERE \(condition)", values).map { row in
            guard let id = ID<DirectoryImport>(try row.text("id")) else {
                throw DatabaseFailure.mismatch("an import without an id")
            }
            var found = DirectoryImport(
                id: id,
                source: DirectoryImport.Source(
                    name: try row.text("file"),
                    fingerprint: try row.text("fingerprint"),
                    isFull: try row.flag("is_full"),
                    bytes: try row.integer("bytes")
                ),
                begun: Instant(microseconds: try row.integer("begun_at"))
            )
            found.position = try row.integer("position")
            found.tally = try RecordJSON.decode(DirectoryImport.Tally.self, from: try row.text("body"))
            found.ended = try row.optionalInteger("ended_at").map(Instant.init(microseconds:))
            return found
        }
    }
}
