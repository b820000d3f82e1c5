/// What a body talks SQL with. Parameters are `$1`, `$2`, ... in both engines; statements are prepared once a connection.
///
/// A statement that fails fails its body, even where the body catches the error: PostgreSQL does nothing more in such a
/// transaction, and both engines behave alike.
package protocol Connection {
    var engine: Engine { get }

    /// The rows of a query.
    func rows(_ sql: String, _ values: [SQLValue]) throws(DatabaseFailure) -> [Row]

    /// Runs one statement.
    /// - Returns: how many rows it inserted, changed or deleted.
    @discardableResult func execute(_ sql: String, _ values: [SQLValue]) throws(DatabaseFailure) -> Int

    /// Runs one statement whose answer the body does not need. On PostgreSQL it travels with the next one that is waited for,
    /// which saves a journey. Where it fails, the body fails, at its end at the latest.
    func send(_ sql: String, _ values: [SQLValue]) throws(DatabaseFailure)

    /// Runs several statements without parameters, as migrations hold them.
    func script(_ sql: String) throws(DatabaseFailure)

    /// Leaves a note for the end of the commit: all notes of all bodies that share it are handed, in order, to the
    /// `Closing` that the database was opened with. The notes of a body that throws are dropped.
    func leave(_ note: any Sendable)
}

extension Connection {
    package func rows(_ sql: String) throws(DatabaseFailure) -> [Row] { try rows(sql, []) }

    @discardableResult package func execute(_ sql: String) throws(DatabaseFailure) -> Int { try execute(sql, []) }

    /// The first row of a query.
    package func row(_ sql: String, _ values: [SQLValue] = []) throws(DatabaseFailure) -> Row? {
        try rows(sql, values).first
    }
}

/// Runs at the end of every shared commit in which somebody left a note, inside the transaction: what belongs to all writes
/// together, such as the links of a hash chain, is written once.
package typealias Closing = @Sendable (any Connection, [any Sendable]) throws -> Void
