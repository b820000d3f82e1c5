/// One SQL, two engines: SQLite in one file, or PostgreSQL.
///
/// Bodies are synchronous and run on a thread of the database's own, never on Swift's shared pool. What they return is Sendable;
/// a `Connection` never leaves its body.
package protocol Database: Sendable {
    var engine: Engine { get }

    /// Runs `body` on one consistent snapshot. Reads go on while somebody writes.
    /// - Throws: what `body` throws, or `DatabaseFailure`.
    func read<Value: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> Value) async throws -> Value

    /// Runs `body` in a transaction that it may share with other bodies waiting at the same time (group commit). Returns only
    /// once the commit is durable. A body that throws leaves nothing behind and disturbs no other.
    ///
    /// `body` may run more than once (when another body of the same commit fails, or after a lost connection), so it must have
    /// no effect but on the database.
    /// - Throws: what `body` throws, or `DatabaseFailure`.
    @discardableResult func write<Value: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> Value)
        async throws -> Value

    /// Commits made since it was opened.
    var commits: Int { get }

    /// Bodies that those commits made durable: divided by the commits they tell how well commits are shared.
    var durableWrites: Int { get }

    /// Waits for the writes under way and lets go of files and connections.
    func close() async
}
