import TandemCare
import TandemDatabase

/// Reads records from a sealed file.
struct BackupRecords {
    private var reader: SealedReader
    private var piece: [UInt8] = []
    private var place = 0
    /// Columns of the table whose rows come now.
    private var width = 0

    init(_ reader: SealedReader) { self.reader = reader }

    /// - Throws: `BackupFailure.damaged` for what is no record; where the file ends, `.truncated`.
    mutating func next() throws -> BackupRecord {
        switch try byte() {
        case UInt8(ascii: "H"):
            return .head(
                BackupHead(
                    schema: Int(try number()),
                    engine: try text(),
                    madeAt: Instant(microseconds: try number()),
                    rows: try number()
                )
            )
        case UInt8(ascii: "T"):
            let name = try text()
            width = try length()
            return .table(name: name, columns: try (0..<width).map { _ in try text() })
        case UInt8(ascii: "R"): return .row(try (0..<width).map { _ in try value() })
        case UInt8(ascii: "E"): return .end(rows: try number())
        default: throw BackupFailure.damaged
        }
    }

    /// Makes sure that nothing follows.
    mutating func finish() throws {
        guard place == piece.count, try reader.piece() == nil else { throw BackupFailure.damaged }
    }

    private mutating func value() throws -> SQLValue {
        switch try byte() {
        case UInt8(ascii: "n"): .null
        case UInt8(ascii: "i"): .integer(try number())
        case UInt8(ascii: "r"): .real(Double(bitPattern: UInt64(bitPattern: try number())))
        case UInt8(ascii: "t"): .text(try text())
        default: throw BackupFailure.damaged
        }
    }

    private mutating func number() throws -> Int64 {
        var word: UInt64 = 0
        for _ in 0..<8 { word = word << 8 | UInt64(try byte()) }
        return Int64(bitPattern: word)
    }

    private mutating func length() throws -> Int {
        let number = try number()
        guard (0...1 << 30).contains(number) else { throw BackupFailure.damaged }
        return Int(number)
    }

    private mutating func text() throws -> String {
        var missing = try length()
        var bytes: [UInt8] = []
        while missing > 0 {
            try fill()
            let count = min(missing, piece.count - place)
            bytes += piece[place..<place + count]
            place += count
            missing -= count
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func byte() throws -> UInt8 {
        try fill()
        defer { place += 1 }
        return piece[place]
    }

    private mutating func fill() throws {
        while place == piece.count {
            guard let next = try reader.piece() else { throw BackupFailure.truncated }
            piece = next
            place = 0
        }
    }
}
