import GRDB
import Glibc

/// One SQLite file in WAL mode, or a database in memory for tests.
package final class SQLiteDatabase: Database {
    package let engine = Engine.sqlite
    private let access: any DatabaseWriter
    private let group: GroupCommit
    private let writes: JobQueue
    private let reads: JobQueue

    /// Opens a file and creates it, for its owner alone, where there is none.
    /// - Parameters:
    ///   - closing: see `Closing`.
    ///   - sharesCommits: false gives every body a commit of its own; for measuring what sharing brings.
    package convenience init(path: String, closing: Closing? = nil, sharesCommits: Bool = true)
        throws(DatabaseFailure)
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
    package convenience init(inMemory closing: Closing?, sharesCommits: Bool = true)
        throws(DatabaseFailure)
    {
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
        let lane: JobQueue.Lane = { jobs in
            access.writeWithoutTransaction { group.run(jobs, on: SQLiteSession($0)) }
        }
        writes = JobQueue("writer", limit: sharesCommits ? JobQueue.longestBatch : 1, lanes: [lane])
        let readers = Array(
            repeating: { @Sendable in Self.read($0, from: access) } as JobQueue.Lane,
            count: Self.readers
        )
        reads = JobQueue("reader", limit: 1, lanes: readers)
    }

    package var commits: Int { group.commits }
    package var durableWrites: Int { group.writes }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await reads.run(body)
    }

    /// Each job on a snapshot of its own, which is taken after the job was asked for: it sees every write before that.
    private static func read(_ jobs: [any Job], from access: any DatabaseWriter) {
        for job in jobs {
            do {
                try access.read { database in
                    let session = SQLiteSession(database)
                    try job.run(on: session)
                    if let failure = session.failure { throw failure }
                }
                job.succeed()
            } catch let error as DatabaseError {
                job.fail(DatabaseFailure(sqlite: error))
            } catch {
                job.fail(error)
            }
        }
    }

    @discardableResult package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await writes.run(body)
    }

    package func close() async {
        await writes.close()
        await reads.close()
        try? access.close()
    }

    /// Makes the file readable by its owner alone before SQLite does otherwise; the files beside it follow suit.
    private static func create(_ path: String) {
        let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        if file >= 0 { _ = Glibc.close(file) }
    }

    private static let readers = 8

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = readers
        configuration.foreignKeysEnabled = true
        return configuration
    }
}
