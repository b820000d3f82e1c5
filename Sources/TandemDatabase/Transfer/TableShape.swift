/// A table as the engine describes it.
package struct TableShape: Sendable, Hashable {
    package struct Column: Sendable, Hashable {
        package let name: String
        let isText: Bool
    }

    package let name: String
    package let columns: [Column]
    /// The primary key, in its order.
    let key: [Column]

    /// The table of the migrations.
    package static let migrations = "migration"

    /// All tables of a database, by name.
    /// - Parameter left: tables to leave out.
    /// - Throws: `TransferFailure.noPrimaryKey`, or what the database throws.
    package static func all(_ connection: any Connection, but left: Set<String> = []) throws -> [Self] {
        var tables: [Self] = []
        let rows = try connection.rows(connection.engine.columns)
        for name in Set(try rows.map { try $0.text("name") }).subtracting(left).sorted() {
            let mine = try rows.filter { try $0.text("name") == name }
            let columns = try mine.map { Column(name: try $0.text("column_name"), isText: try $0.flag("is_text")) }
            let places = try mine.map { try $0.integer("place") }
            let key = zip(places, columns).filter { $0.0 > 0 }.sorted { $0.0 < $1.0 }.map(\.1)
            guard !key.isEmpty else { throw TransferFailure.noPrimaryKey(table: name) }
            tables.append(Self(name: name, columns: columns, key: key))
        }
        return tables
    }

    package func count(_ connection: any Connection) throws(DatabaseFailure) -> Int64 {
        try connection.row("SELECT count(*) AS number FROM \(name.quoted)")?.integer("number") ?? 0
    }

    /// `SELECT` with all columns; `where` is left to the caller.
    var selection: String { "SELECT \(columns.map(\.name.quoted).joined(separator: ", ")) FROM \(name.quoted)" }

    /// The primary key's order, the same bytes first in both engines.
    func order(_ engine: Engine) -> String {
        key.map { $0.isText ? "\($0.name.quoted) \(engine.bytewise)" : $0.name.quoted }.joined(separator: ", ")
    }
}

extension String {
    /// As a name in SQL.
    var quoted: String { "\"\(split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\"" }
}

extension Engine {
    /// A row for each column of each table: its table's name, its own, whether it holds text, and its place in the primary key.
    fileprivate var columns: String {
        switch self {
        case .sqlite:
            """
            SELECT t.name AS name, c.name AS column_name, upper(c.type) = 'TEXT' AS is_text, c.pk AS place
            FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c
            WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
            ORDER BY t.name, c.cid
            """
        case .postgres:
            """
            SELECT t.relname AS name, c.attname AS column_name, c.atttypid = 'text'::regtype AS is_text,
                coalesce(array_position(k.indkey::int[], c.attnum::int) + 1, 0) AS place
            FROM pg_class AS t
            JOIN pg_attribute AS c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped AND c.attgenerated = ''
            LEFT JOIN pg_index AS k ON k.indrelid = t.oid AND k.indisprimary
            WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace
            ORDER BY t.relname, c.attnum
            """
        }
    }
}
