import Synchronization

/// A database on a PostgreSQL server, reached through libpq.
///
/// One connection writes, so that writes share commits; the others read. Any number of programs may work on the same database.
package final class PostgresDatabase: Database {
    package let engine = Engine.postgres
    private let group: GroupCommit
    private let pool: PostgresPool
    /// `nil` where every body has a commit of its own: those write over all connections at once.
    private let writes: WriteQueue?

    /// Connects at the first use, not now.
    /// - Parameters:
    ///   - address: `postgres://user:password@host:port/database`, with libpq's parameters (`?sslmode=verify-full`).
    ///   - connections: how many bodies may read at once.
    ///   - closing: see `Closing`.
    ///   - sharesCommits: false gives every body a commit of its own; for measuring what sharing brings.
    package init(
        address: String,
        connections: Int = 8,
        closing: Closing? = nil,
        sharesCommits: Bool = true
    ) throws(DatabaseFailure) {
        let address = try PostgresAddress(address)
        let group = GroupCommit(closing: closing)
        self.group = group
        pool = PostgresPool(address, size: connections)
        writes = sharesCommits ? Self.sharedWrites(address, group) : nil
    }

    private static func sharedWrites(_ address: PostgresAddress, _ group: GroupCommit) -> WriteQueue {
        let writer = PostgresPool.Lane(address, number: 0)
        return WriteQueue(limit: WriteQueue.longestBatch) { jobs in
            writer.session.withLock { group.run(jobs, on: $0) }
        }
    }

    package var commits: Int { group.commits }
    package var durableWrites: Int { group.writes }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { caller in
            let isAccepted = pool.add { session in caller.resume(with: Result { try session.read(body) }) }
            if !isAccepted { caller.resume(throwing: DatabaseFailure.closed) }
        }
    }

    @discardableResult package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        if let writes { return try await writes.write(body) }
        return try await withCheckedThrowingContinuation { [pool, group] caller in
            let job = Write(body, caller: caller)
            let isAccepted = pool.add { session in group.run([job], on: session) }
            if !isAccepted { job.fail(DatabaseFailure.closed) }
        }
    }

    package func close() async {
        await writes?.close()
        await pool.close()
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
                if let failure { throw failure }
                return value
            } catch {
                guard let trouble, retries < trouble.retries else { throw error }
                retries += 1
            }
        }
    }
}
