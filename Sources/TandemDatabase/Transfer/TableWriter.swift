/// Adds rows to a table, many with one statement.
package struct TableWriter {
    private let table: TableShape
    private let connection: any Connection
    private let rowsAtOnce: Int

    package init(_ table: TableShape, _ connection: any Connection) {
        self.table = table
        self.connection = connection
        rowsAtOnce = max(1, min(50, 900 / table.columns.count))
    }

    /// - Throws: `TransferFailure.refused` where the table does not take a row.
    package func add(_ rows: [Row]) throws(TransferFailure) {
        var rest = rows[...]
        do {
            while rest.count >= rowsAtOnce {
                try insert(rest.prefix(rowsAtOnce))
                rest = rest.dropFirst(rowsAtOnce)
            }
            for row in rest { try insert([row]) }
        } catch {
            throw .refused(table: table.name, error)
        }
    }

    private func insert(_ rows: ArraySlice<Row>) throws(DatabaseFailure) {
        var number = 0
        let tuples = rows.map { row in
            let places = row.values.indices.map { place in "$\(number + place + 1)" }.joined(separator: ", ")
            number += row.values.count
            return "(\(places))"
        }
        let names = table.columns.map(\.name.quoted).joined(separator: ", ")
        try connection.execute(
            "INSERT INTO \(table.name.quoted) (\(names)) VALUES \(tuples.joined(separator: ", "))",
            rows.flatMap(\.values)
        )
    }
}
