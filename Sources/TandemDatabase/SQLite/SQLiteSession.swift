import GRDB
import GRDBSQLite

/// SQLite's side of a body. Statements are GRDB's cached ones, stepped by hand: bound and read without boxes or copies.
final class SQLiteSession: WritingConnection {
    let engine = Engine.sqlite
    var notes: [any Sendable] = []
    var failure: DatabaseFailure?
    var trouble: Trouble?

    private let database: GRDB.Database

    /// - Parameter database: one that stays valid for as long as this connection is used.
    init(_ database: GRDB.Database) { self.database = database }

    func rows(_ sql: String, _ values: [SQLValue]) throws(DatabaseFailure) -> [Row] {
        let statement = try prepare(sql, values)
        defer { release(statement) }
        let names = statement.columnNames
        var rows: [Row] = []
        while try step(statement) {
            let columns = CInt(names.count)
            let values = try (0..<columns).map { column throws(DatabaseFailure) in
                try SQLValue(statement.sqliteStatement, column: column)
            }
            rows.append(Row(names: names, values: values))
        }
        return rows
    }

    @discardableResult func execute(_ sql: String, _ values: [SQLValue]) throws(DatabaseFailure) -> Int {
        let statement = try prepare(sql, values)
        defer { release(statement) }
        let before = sqlite3_total_changes64(database.sqliteConnection)
        while try step(statement) {}
        let hasChanged = sqlite3_total_changes64(database.sqliteConnection) != before
        return hasChanged ? Int(sqlite3_changes64(database.sqliteConnection)) : 0
    }

    func send(_ sql: String, _ values: [SQLValue]) throws(DatabaseFailure) { try execute(sql, values) }

    /// Nothing is ever under way.
    func settle() {}

    func script(_ sql: String) throws(DatabaseFailure) {
        do { try database.execute(sql: sql) } catch { throw failed(DatabaseFailure(sqlite: error)) }
    }

    var isInTransaction: Bool { database.isInsideTransaction }

    func begin() throws(DatabaseFailure) { try execute("BEGIN IMMEDIATE") }
    func commit() throws(DatabaseFailure) { try execute("COMMIT") }

    func rollback() {
        // SQLite has rolled back by itself after some failures.
        guard isInTransaction else { return }
        _ = try? execute("ROLLBACK")
    }

    func openSavepoint() throws(DatabaseFailure) { try execute("SAVEPOINT body") }
    func releaseSavepoint() throws(DatabaseFailure) { try execute("RELEASE body") }

    func rollbackToSavepoint() throws(DatabaseFailure) {
        try execute("ROLLBACK TO body")
        try execute("RELEASE body")
    }

    private func prepare(_ sql: String, _ values: [SQLValue]) throws(DatabaseFailure) -> Statement {
        do {
            let statement = try database.cachedStatement(sql: sql)
            try statement.sqliteStatement.bind(values)
            return statement
        } catch {
            throw failed(DatabaseFailure(sqlite: error))
        }
    }

    /// - Returns: whether there is a row.
    private func step(_ statement: Statement) throws(DatabaseFailure) -> Bool {
        switch sqlite3_step(statement.sqliteStatement) {
        case SQLITE_ROW: true
        case SQLITE_DONE: false
        default: throw failed(DatabaseFailure(sqlite: database.sqliteConnection))
        }
    }

    private func release(_ statement: Statement) {
        sqlite3_reset(statement.sqliteStatement)
        sqlite3_clear_bindings(statement.sqliteStatement)
    }
}
