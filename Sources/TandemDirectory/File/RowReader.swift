/// Reads rows one by one and strictly, for what `tandem_scan` does not take: the first line, fields that run over the end of a
/// line, and rows that are broken, for which it says how.
struct RowReader {
    /// A field that runs over more lines than this is a forgotten quote.
    private static let mostBytes = 64 * 1024

    private let bytes: UnsafeRawBufferPointer
    /// Where the next row begins.
    private(set) var position: Int

    init(_ bytes: UnsafeRawBufferPointer, from position: Int) {
        self.bytes = bytes
        self.position = position
    }

    var isAtEnd: Bool { position >= bytes.count }

    /// The places of a row's fields, quotes included. After a fault `position` is the beginning of the next line, so that a broken
    /// row costs nothing but itself.
    mutating func row() throws(RowFault) -> [Range<Int>] {
        let begin = position
        do throws(RowFault) {
            return try fields()
        } catch {
            position = bytes[begin...].firstIndex(of: .lineFeed).map { $0 + 1 } ?? bytes.count
            throw error
        }
    }

    private mutating func fields() throws(RowFault) -> [Range<Int>] {
        var fields: [Range<Int>] = []
        var place = position
        while true {
            let begin = place
            if place < bytes.count, bytes[place] == .quote {
                place = try endOfQuoted(from: place)
            } else {
                while place < bytes.count, bytes[place] != .comma, bytes[place] != .lineFeed {
                    guard bytes[place] != .quote else { throw RowFault("a quote stands inside a field") }
                    place += 1
                }
            }
            var end = place
            if place >= bytes.count || bytes[place] == .lineFeed, end > begin, bytes[end - 1] == .carriageReturn {
                end -= 1
            }
            fields.append(begin..<end)
            guard place < bytes.count, bytes[place] == .comma else {
                position = min(place + 1, bytes.count)
                return fields
            }
            place += 1
        }
    }

    /// - Returns: where the separator after the field stands.
    private func endOfQuoted(from begin: Int) throws(RowFault) -> Int {
        var place = begin + 1
        let limit = min(bytes.count, begin + Self.mostBytes)
        while place < limit {
            guard bytes[place] == .quote else {
                place += 1
                continue
            }
            place += 1
            guard place < bytes.count else { return place }
            switch bytes[place] {
            case .quote: place += 1
            case .comma, .lineFeed: return place
            case .carriageReturn where place + 1 == bytes.count || bytes[place + 1] == .lineFeed: return place + 1
            default: throw RowFault("something stands between a closing quote and the next comma")
            }
        }
        throw RowFault("a quote is opened and not closed")
    }
}

/// What is wrong with a row.
struct RowFault: Error, Hashable {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}

extension UInt8 {
    static let quote = UInt8(ascii: "\"")
    static let comma = UInt8(ascii: ",")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
}

extension Slice<UnsafeRawBufferPointer> {
    /// Without the quotes round it, and without the second of each pair inside.
    var unquoted: [UInt8] {
        guard first == .quote, last == .quote, count >= 2 else { return Array(self) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        var isSecond = false
        for byte in dropFirst().dropLast() {
            isSecond = byte == .quote && !isSecond
            if byte != .quote || isSecond { bytes.append(byte) }
        }
        return bytes
    }
}
