import GRDB
import Glibc

/// One SQLite file in WAL mode, or a database in memory for tests.
package final class SQLiteDatabase: Database {
    package let engine = Engine.sqlite
    private let access: any DatabaseWriter
    private let group: GroupCommit
    private let writes: WriteQueue

    /// Opens a file and creates it, for its owner alone, where there is none.
    /// - Parameters:
    ///   - closing: see `Closing`.
    ///   - sharesCommits: false gives every body a commit of its own; for measuring what sharing brings.
    package convenience init(path: String, closing: Closing? = nil, sharesCommits: Bool = true) throws(DatabaseFailure)
    {
        Self.create(path)
        do {
            let pool = try DatabasePool(path: path, configuration: Self.configuration)
            // The pool chooses NORMAL while it opens, which may lose the last commits when power fails.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            self.init(pool, closing: closing, sharesCommits: sharesCommits)
        } catch {
            throw DatabaseFailure(sqlite: error)
        }
    }

    /// A database that lives in memory for as long as this value.
    package convenience init(inMemory closing: Closing?, sharesCommits: Bool = true) throws(DatabaseFailure) {
        do {
            self.init(
                try DatabaseQueue(configuration: Self.configuration),
                closing: closing,
                sharesCommits: sharesCommits
            )
        } catch {
            throw DatabaseFailure(sqlite: error)
        }
    }

    private init(_ access: any DatabaseWriter, closing: Closing?, sharesCommits: Bool) {
        let group = GroupCommit(closing: closing)
        self.access = access
        self.group = group
        let lane: WriteQueue.Lane = { jobs in
            access.writeWithoutTransaction { group.run(jobs, on: SQLiteSession($0)) }
        }
        writes = WriteQueue(limit: sharesCommits ? WriteQueue.longestBatch : 1, lanes: [lane])
    }

    package var commits: Int { group.commits }
    package var durableWrites: Int { group.writes }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        do {
            return try await access.read { database in
                let session = SQLiteSession(database)
                let value = try body(session)
                if let failure = session.failure { throw failure }
                return value
            }
        } catch let error as DatabaseError {
            throw DatabaseFailure(sqlite: error)
        }
    }

    @discardableResult package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await writes.write(body)
    }

    package func close() async {
        await writes.close()
        try? access.close()
    }

    /// Makes the file readable by its owner alone before SQLite does otherwise; the files beside it follow suit.
    private static func create(_ path: String) {
        let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        if file >= 0 { _ = Glibc.close(file) }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 8
        configuration.foreignKeysEnabled = true
        return configuration
    }
}
