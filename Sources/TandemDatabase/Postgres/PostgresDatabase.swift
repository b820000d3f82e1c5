import Synchronization

/// A database on a PostgreSQL server, reached through libpq. Any number of programs may work on the same database.
///
/// One connection writes, so that bodies of one program never wait for each other's rows; the others read.
package final class PostgresDatabase: Database {
    package let engine = Engine.postgres
    private let group: GroupCommit
    private let readers: PostgresPool
    private let writes: JobQueue

    /// Connects at the first use, not now.
    /// - Parameters:
    ///   - address: `postgres://user:password@host:port/database`, with libpq's parameters (`?sslmode=verify-full`).
    ///   - connections: how many bodies may read at once.
    ///   - closing: see `Closing`.
    ///   - sharesCommits: false gives every body a commit of its own, as many at once as may read; for measuring what sharing
    ///     brings.
    package init(
        address: String,
        connections: Int = 8,
        closing: Closing? = nil,
        sharesCommits: Bool = true
    ) throws(DatabaseFailure) {
        let address = try PostgresAddress(address)
        let group = GroupCommit(closing: closing)
        self.group = group
        readers = PostgresPool(address, size: connections)
        writes = JobQueue(
            "writer",
            limit: sharesCommits ? JobQueue.longestBatch : 1,
            lanes: (0..<(sharesCommits ? 1 : connections)).map { _ in Self.lane(address, group) }
        )
    }

    private static func lane(_ address: PostgresAddress, _ group: GroupCommit) -> JobQueue.Lane {
        let writer = Writer(address)
        return { jobs in writer.session.withLock { group.run(jobs, on: $0) } }
    }

    /// A connection that the thread of its lane has to itself.
    private final class Writer: Sendable {
        let session: Mutex<PostgresSession>

        init(_ address: PostgresAddress) { session = Mutex(PostgresSession(address)) }
    }

    package var commits: Int { group.commits }
    package var durableWrites: Int { group.writes }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { caller in
            let isAccepted = readers.add { session in caller.resume(with: Result { try session.read(body) }) }
            if !isAccepted { caller.resume(throwing: DatabaseFailure.closed) }
        }
    }

    @discardableResult package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await writes.run(body)
    }

    package func close() async {
        await writes.close()
        await readers.close()
    }
}

extension PostgresSession {
    /// Runs a body on one snapshot; once more where the connection was lost since it was last used.
    func read<Value>(_ body: (any Connection) throws -> Value) throws -> Value {
        var retries = 0
        while true {
            notes = []
            failure = nil
            trouble = nil
            beginReading()
            defer { rollback() }
            do {
                let value = try body(self)
                try settle()
                if let failure { throw failure }
                return value
            } catch {
                guard let trouble, retries < trouble.retries else { throw error }
                retries += 1
            }
        }
    }
}
