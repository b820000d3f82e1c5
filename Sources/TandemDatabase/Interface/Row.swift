/// One row of an answer. Columns are asked for by name and by the type that the schema gives them.
package struct Row: Sendable, Hashable {
    /// Names of the columns, shared by all rows of one answer.
    package let names: [String]
    package let values: [SQLValue]

    package init(names: [String], values: [SQLValue]) {
        self.names = names
        self.values = values
    }

    /// - Throws: `.mismatch` where there is no such column.
    package func value(_ name: String) throws(DatabaseFailure) -> SQLValue {
        guard let index = names.firstIndex(of: name) else { throw .mismatch("no column '\(name)' among \(names)") }
        return values[index]
    }

    package func text(_ name: String) throws(DatabaseFailure) -> String {
        guard let text = try optionalText(name) else { throw .mismatch("'\(name)' is null") }
        return text
    }

    package func optionalText(_ name: String) throws(DatabaseFailure) -> String? {
        switch try value(name) {
        case .text(let text): text
        case .null: nil
        default: throw .mismatch("'\(name)' is not text")
        }
    }

    package func integer(_ name: String) throws(DatabaseFailure) -> Int64 {
        guard let number = try optionalInteger(name) else { throw .mismatch("'\(name)' is null") }
        return number
    }

    package func optionalInteger(_ name: String) throws(DatabaseFailure) -> Int64? {
        switch try value(name) {
        case .integer(let number): number
        case .null: nil
        default: throw .mismatch("'\(name)' is not a whole number")
        }
    }

    /// A number; whole ones too, which SQLite keeps without a fraction.
    package func real(_ name: String) throws(DatabaseFailure) -> Double {
        guard let number = try optionalReal(name) else { throw .mismatch("'\(name)' is null") }
        return number
    }

    package func optionalReal(_ name: String) throws(DatabaseFailure) -> Double? {
        switch try value(name) {
        case .real(let number): number
        case .integer(let number): Double(number)
        case .null: nil
        default: throw .mismatch("'\(name)' is not a number")
        }
    }

    package func flag(_ name: String) throws(DatabaseFailure) -> Bool { try integer(name) != 0 }
}
