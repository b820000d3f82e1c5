import GRDB
import GRDBSQLite

extension SQLiteStatement {
    /// Binds `$1`, `$2`, ... SQLite takes them for names and counts them in the order in which they appear, so each is looked up
    /// by the number that it spells.
    func bind(_ values: [SQLValue]) throws(DatabaseFailure) {
        let count = sqlite3_bind_parameter_count(self)
        var highest = 0
        for place in 0..<count {
            guard let number = number(ofParameterAt: place + 1), values.indices.contains(number - 1) else {
                throw .mismatch("a parameter of the statement is not one of $1 to $\(values.count)")
            }
            try bind(values[number - 1], at: place + 1)
            highest = max(highest, number)
        }
        guard highest == values.count else { throw .mismatch("\(values.count) values for \(highest) parameters") }
    }

    /// 12 for `$12`.
    private func number(ofParameterAt place: CInt) -> Int? {
        guard var letter = sqlite3_bind_parameter_name(self, place) else { return nil }
        var number = 0
        letter += 1
        while letter.pointee != 0 {
            let digit = Int(letter.pointee) - 48
            guard (0...9).contains(digit), number < 100_000 else { return nil }
            number = number * 10 + digit
            letter += 1
        }
        return number
    }

    private func bind(_ value: SQLValue, at place: CInt) throws(DatabaseFailure) {
        try value.check()
        let code =
            switch value {
            case .null: sqlite3_bind_null(self, place)
            case .integer(let number): sqlite3_bind_int64(self, place, number)
            case .real(let number): sqlite3_bind_double(self, place, number)
            case .text(let text): text.bind(to: self, at: place)
            }
        guard code == SQLITE_OK else { throw .mismatch("a value is too large for SQLite") }
    }
}

extension SQLValue {
    /// - Precondition: the statement stands on a row.
    init(_ statement: SQLiteStatement, column: CInt) throws(DatabaseFailure) {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_NULL: self = .null
        case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(statement, column))
        case SQLITE_FLOAT: self = .real(sqlite3_column_double(statement, column))
        case SQLITE_TEXT:
            let bytes = UnsafeBufferPointer(
                start: sqlite3_column_text(statement, column),
                count: Int(sqlite3_column_bytes(statement, column))
            )
            self = .text(String(decoding: bytes, as: UTF8.self))
        default: throw .mismatch("a column holds bytes, which are not used here")
        }
    }
}
