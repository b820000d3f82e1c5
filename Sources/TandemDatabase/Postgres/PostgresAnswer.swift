import CPostgres

/// The server's answer to one command.
final class PostgresAnswer {
    private let result: OpaquePointer

    init(_ result: OpaquePointer) { self.result = result }

    deinit { PQclear(result) }

    var status: ExecStatusType { PQresultStatus(result) }

    var isFailure: Bool {
        switch status {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: false
        default: true
        }
    }

    /// `COMMIT`, `INSERT 0 1`.
    var command: String { PQcmdStatus(result).map { String(cString: $0) } ?? "" }

    /// How many rows a statement inserted, changed or deleted.
    var changes: Int {
        guard !command.hasPrefix("SELECT") else { return 0 }
        return PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
    }

    /// A part of an error report.
    func field(_ code: CInt) -> String? { PQresultErrorField(result, code).map { String(cString: $0) } }

    var columns: PostgresColumns {
        let places = 0..<PQnfields(result)
        return PostgresColumns(
            names: places.map { column in PQfname(result, column).map { String(cString: $0) } ?? "" },
            kinds: places.map { PostgresColumns.Kind(type: PQftype(result, $0)) }
        )
    }

    func rows(_ columns: PostgresColumns) -> [Row] {
        (0..<PQntuples(result)).map { row in
            var column: CInt = -1
            let values = columns.kinds.map { kind -> SQLValue in
                column += 1
                return value(row, column, kind)
            }
            return Row(names: columns.names, values: values)
        }
    }

    private func value(_ row: CInt, _ column: CInt, _ kind: PostgresColumns.Kind) -> SQLValue {
        let bytes = UnsafeBufferPointer(
            start: PQgetvalue(result, row, column).map { UnsafePointer($0) },
            count: Int(PQgetlength(result, row, column))
        )
        if bytes.isEmpty, PQgetisnull(result, row, column) == 1 { return .null }
        return bytes.withMemoryRebound(to: UInt8.self) { kind.value($0) }
    }
}
