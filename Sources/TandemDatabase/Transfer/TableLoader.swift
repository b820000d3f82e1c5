/// Fills one table, many rows a statement. Columns that point at rows of the same table are filled in at the end, when all rows
/// are there.
package struct TableLoader {
    /// Rows of one statement; both engines take that many parameters.
    private static let batch = 50

    private let table: TableShape
    private let connection: any Connection
    private let ownPlaces: [Int]
    private var rows: [[SQLValue]] = []
    private var pointing: [[SQLValue]] = []

    package init(_ table: TableShape, in connection: any Connection) {
        self.table = table
        self.connection = connection
        ownPlaces = table.ownReferences.compactMap { table.columns.firstIndex(of: $0) }
    }

    /// - Parameter values: in the order of the table's columns.
    package mutating func add(_ values: [SQLValue]) throws(DatabaseFailure) {
        guard values.count == table.columns.count else { throw .mismatch("a row of '\(table.name)' has other columns") }
        var values = values
        if ownPlaces.contains(where: { values[$0] != .null }) {
            pointing.append(values)
            for place in ownPlaces { values[place] = .null }
        }
        rows.append(values)
        guard rows.count == Self.batch else { return }
        try insert(rows)
        rows = []
    }

    package mutating func finish() throws(DatabaseFailure) {
        for row in rows { try insert([row]) }
        rows = []
        let changes = ownPlaces.enumerated().map { "\(table.columns[$1]) = $\($0 + 1)" }.joined(separator: ", ")
        let key = table.key.enumerated().map { "\($1) = $\($0 + 1 + ownPlaces.count)" }.joined(separator: " AND ")
        let keyPlaces = table.key.compactMap { table.columns.firstIndex(of: $0) }
        for row in pointing {
            try connection.execute(
                "UPDATE \(table.name) SET \(changes) WHERE \(key)",
                (ownPlaces + keyPlaces).map { row[$0] }
            )
        }
        pointing = []
    }

    private func insert(_ rows: [[SQLValue]]) throws(DatabaseFailure) {
        let width = table.columns.count
        let places = rows.indices.map { row in
            "(" + (1...width).map { "$\(row * width + $0)" }.joined(separator: ", ") + ")"
        }
        try connection.execute(
            "INSERT INTO \(table.name) (\(table.columns.joined(separator: ", "))) VALUES \(places.joined(separator: ", "))",
            rows.flatMap { $0 }
        )
    }
}
