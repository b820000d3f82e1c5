import TandemCare
import TandemDatabase

/// What a backup is made of, in order: a head, then for every table its name and its rows, then the end.
enum BackupRecord: Sendable, Hashable {
    case head(BackupHead)
    case table(name: String, columns: [String])
    case row([SQLValue])
    /// - rows: how many rows there were in all.
    case end(rows: Int64)

    /// Bytes of one record: a letter for its kind, then its parts. Numbers have 8 bytes, most significant first; a text its
    /// length and UTF-8; a value a letter for its type.
    var bytes: [UInt8] {
        var bytes = BackupBytes()
        switch self {
        case .head(let head):
            bytes.letter("H")
            bytes.number(Int64(head.schema))
            bytes.text(head.engine)
            bytes.number(head.madeAt.microseconds)
            bytes.number(head.rows)
        case .table(let name, let columns):
            bytes.letter("T")
            bytes.text(name)
            bytes.number(Int64(columns.count))
            for column in columns { bytes.text(column) }
        case .row(let values):
            bytes.letter("R")
            for value in values { bytes.value(value) }
        case .end(let rows):
            bytes.letter("E")
            bytes.number(rows)
        }
        return bytes.bytes
    }
}

/// The bytes of a record as they are put together.
private struct BackupBytes {
    private(set) var bytes: [UInt8] = []

    mutating func letter(_ letter: Unicode.Scalar) { bytes.append(UInt8(ascii: letter)) }

    mutating func number(_ number: Int64) { word(UInt64(bitPattern: number)) }

    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            word(UInt64(utf8.count))
            bytes.append(contentsOf: utf8)
        }
    }

    mutating func value(_ value: SQLValue) {
        switch value {
        case .null: letter("n")
        case .integer(let number):
            letter("i")
            self.number(number)
        case .real(let real):
            letter("r")
            word(real.bitPattern)
        case .text(let text):
            letter("t")
            self.text(text)
        }
    }

    private mutating func word(_ word: UInt64) {
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
        }
    }
}
