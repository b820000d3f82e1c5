/// A table as it stands in the schema of a database.
package struct TableShape: Sendable, Hashable {
    package let name: String
    /// In the order in which they were made.
    package let columns: [String]
    /// The columns of the primary key, in its order.
    package let key: [String]
    /// Tables whose rows have to be there first; not itself.
    package let parents: Set<String>
    /// Columns that point at rows of this same table.
    package let ownReferences: [String]
}

extension Connection {
    /// All tables, each behind those that its rows point at.
    /// - Throws: `.mismatch` where tables point at each other in a ring.
    package func tables() throws(DatabaseFailure) -> [TableShape] {
        var waiting: [TableShape] = []
        for row in try rows(engine.tablesSQL) { waiting.append(try shape(of: row.text("name"))) }
        var done: Set<String> = []
        var ordered: [TableShape] = []
        while !waiting.isEmpty {
            let ready = waiting.filter { $0.parents.isSubset(of: done) }
            guard !ready.isEmpty else { throw .mismatch("tables point at each other: \(waiting.map(\.name))") }
            ordered += ready
            done.formUnion(ready.map(\.name))
            waiting.removeAll { done.contains($0.name) }
        }
        return ordered
    }

    private func shape(of name: String) throws(DatabaseFailure) -> TableShape {
        let columns = try names(engine.columnsSQL, of: name)
        let key = try names(engine.keySQL, of: name)
        guard !key.isEmpty else { throw .mismatch("table '\(name)' has no primary key") }
        var parents: Set<String> = []
        var own: [String] = []
        for row in try rows(engine.referencesSQL, [.text(name)]) {
            let parent = try row.text("parent")
            if parent == name { own.append(try row.text("name")) } else { parents.insert(parent) }
        }
        return TableShape(name: name, columns: columns, key: key, parents: parents, ownReferences: own)
    }

    private func names(_ sql: String, of table: String) throws(DatabaseFailure) -> [String] {
        var names: [String] = []
        for row in try rows(sql, [.text(table)]) { names.append(try row.text("name")) }
        return names
    }
}

/// What each engine tells of its schema.
extension Engine {
    fileprivate var tablesSQL: String {
        switch self {
        case .sqlite:
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
        case .postgres:
            """
            SELECT relname::text AS name FROM pg_class
            WHERE relkind = 'r' AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
            ORDER BY relname
            """
        }
    }

    fileprivate var columnsSQL: String {
        switch self {
        case .sqlite: "SELECT name FROM pragma_table_info($1) ORDER BY cid"
        case .postgres:
            """
            SELECT attname::text AS name FROM pg_attribute
            WHERE attrelid = to_regclass($1::text) AND attnum > 0 AND NOT attisdropped ORDER BY attnum
            """
        }
    }

    fileprivate var keySQL: String {
        switch self {
        case .sqlite: "SELECT name FROM pragma_table_info($1) WHERE pk > 0 ORDER BY pk"
        case .postgres:
            """
            SELECT a.attname::text AS name FROM pg_constraint c
            CROSS JOIN LATERAL unnest(c.conkey) WITH ORDINALITY AS k (number, place)
            JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number
            WHERE c.contype = 'p' AND c.conrelid = to_regclass($1::text) ORDER BY k.place
            """
        }
    }

    fileprivate var referencesSQL: String {
        switch self {
        case .sqlite: #"SELECT "from" AS name, "table" AS parent FROM pragma_foreign_key_list($1)"#
        case .postgres:
            """
            SELECT a.attname::text AS name, p.relname::text AS parent FROM pg_constraint c
            CROSS JOIN LATERAL unnest(c.conkey) AS k (number)
            JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number
            JOIN pg_class p ON p.oid = c.confrelid
            WHERE c.contype = 'f' AND c.conrelid = to_regclass($1::text)
            """
        }
    }
}
