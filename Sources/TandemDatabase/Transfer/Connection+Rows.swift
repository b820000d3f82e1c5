/// Whole tables, a page at a time, so that no table has to fit into memory.
extension Connection {
    package func count(of table: TableShape) throws(DatabaseFailure) -> Int64 {
        try row("SELECT COUNT(*) AS count FROM \(table.name)")?.integer("count") ?? 0
    }

    /// Hands over every row, in the order of the primary key, with its values in the order of `table.columns`.
    /// - Parameter page: most rows in memory at once.
    package func eachRow(of table: TableShape, page: Int = 500, _ body: ([SQLValue]) throws -> Void) throws {
        let columns = table.columns.joined(separator: ", ")
        let key = table.key.joined(separator: ", ")
        let places = table.key.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        let keyPlaces = table.key.compactMap { table.columns.firstIndex(of: $0) }
        let end = "ORDER BY \(key) LIMIT \(page)"
        var last: [SQLValue]?
        while true {
            let found =
                if let last {
                    try rows("SELECT \(columns) FROM \(table.name) WHERE (\(key)) > (\(places)) \(end)", last)
                } else {
                    try rows("SELECT \(columns) FROM \(table.name) \(end)")
                }
            for row in found { try body(row.values) }
            guard found.count == page, let row = found.last else { return }
            last = keyPlaces.map { row.values[$0] }
        }
    }
}
