/// Reads a table from end to end in the order of its primary key, some rows at a time.
package struct TableReader {
    package static let batch = 500

    let table: TableShape
    let connection: any Connection

    package init(table: TableShape, connection: any Connection) {
        self.table = table
        self.connection = connection
    }

    /// Hands the rows to `body`, batch by batch.
    package func forEachBatch(_ body: ([Row]) throws -> Void) throws {
        switch connection.engine {
        case .sqlite: try walkKey(body)
        case .postgres: try walkCursor(body)
        }
    }

    /// SQLite's keys are indexes in this order: each batch starts where the last one ended.
    private func walkKey(_ body: ([Row]) throws -> Void) throws {
        let order = table.order(connection.engine)
        let names = table.key.map(\.name)
        let places = names.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        let first = "\(table.selection) ORDER BY \(order) LIMIT \(Self.batch)"
        let next = "\(table.selection) WHERE (\(order)) > (\(places)) ORDER BY \(order) LIMIT \(Self.batch)"
        var rows = try connection.rows(first)
        while let last = rows.last {
            try body(rows)
            rows = try connection.rows(next, try names.map { try last.value($0) })
        }
    }

    /// PostgreSQL's keys may be indexes in a language's order: a cursor sorts once.
    private func walkCursor(_ body: ([Row]) throws -> Void) throws {
        let cursor = "walk_\(table.name)".quoted
        try connection.execute(
            "DECLARE \(cursor) NO SCROLL CURSOR FOR \(table.selection) ORDER BY \(table.order(connection.engine))"
        )
        while true {
            let rows = try connection.rows("FETCH FORWARD \(Self.batch) FROM \(cursor)")
            guard !rows.isEmpty else { break }
            try body(rows)
        }
        try connection.execute("CLOSE \(cursor)")
    }
}
