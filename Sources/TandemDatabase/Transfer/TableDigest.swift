import Crypto

/// SHA-256 over the rows of a table in the order of its primary key, the same for both engines.
struct TableDigest {
    private var hash = SHA256()
    private(set) var rows = 0

    mutating func add(_ batch: [Row]) {
        var bytes: [UInt8] = []
        for row in batch {
            for value in row.values { bytes.append(canonical: value) }
        }
        hash.update(data: bytes)
        rows += batch.count
    }

    func proof(of table: String) -> Transfer.Proof {
        Transfer.Proof(table: table, rows: rows, digest: hash.finalize().hexadecimal)
    }
}

extension [UInt8] {
    /// A letter for the kind, eight bytes for the number or the length, the text.
    fileprivate mutating func append(canonical value: SQLValue) {
        switch value {
        case .null: append(UInt8(ascii: "n"))
        case .integer(let number): append("i", UInt64(bitPattern: number))
        // The two zeros are one number.
        case .real(let number): append("r", (number == 0 ? 0 : number).bitPattern)
        case .text(let text):
            append("t", UInt64(text.utf8.count))
            append(contentsOf: text.utf8)
        }
    }

    private mutating func append(_ kind: Unicode.Scalar, _ number: UInt64) {
        append(UInt8(ascii: kind))
        for shift in stride(from: 56, through: 0, by: -8) { append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}
