/// What group commit asks of an engine's connection beside its SQL.
protocol WritingConnection: AnyObject, Connection {
    /// What bodies have left for the `Closing`, in order.
    var notes: [any Sendable] { get set }

    /// The first statement of this transaction that failed. A body fails with it even if it caught the error: on PostgreSQL
    /// nothing more can be done in such a transaction, and both engines are to behave alike.
    var failure: DatabaseFailure? { get set }

    /// Set when a failure is nobody's fault and the transaction is worth another run.
    var trouble: Trouble? { get set }

    /// Whether the transaction still stands: some failures end it, such as a full disk on SQLite.
    var isInTransaction: Bool { get }

    /// Waits for statements that were sent and not waited for.
    func settle() throws(DatabaseFailure)

    func begin() throws(DatabaseFailure)
    func commit() throws(DatabaseFailure)
    /// Ends a transaction that has failed. Cannot fail: a connection that does not answer is given up.
    func rollback()

    func openSavepoint() throws(DatabaseFailure)
    func releaseSavepoint() throws(DatabaseFailure)
    func rollbackToSavepoint() throws(DatabaseFailure)
}

/// Why a transaction is worth another run.
enum Trouble: Sendable {
    /// The connection broke before the commit was asked for.
    case lost
    /// Another connection stood in the way (deadlock, serialization).
    case clash

    /// How often the same bodies are run again.
    var retries: Int {
        switch self {
        case .lost: 1
        case .clash: 5
        }
    }
}

extension WritingConnection {
    func leave(_ note: any Sendable) { notes.append(note) }

    /// Remembers the first failure of a transaction, and passes it on.
    func failed(_ reason: DatabaseFailure) -> DatabaseFailure {
        if failure == nil { failure = reason }
        return reason
    }
}
