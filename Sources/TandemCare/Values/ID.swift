/// The id of one thing of one kind, so that a child's id can never stand where a practice's is meant. UUID version 7
/// (RFC 9562): ids made later sort later.
package struct ID<Entity>: Hashable, Sendable {
    /// Canonical form: 36 lower-case characters.
    package let text: String

    /// - Parameter text: a UUID in canonical form, in either case; `nil` for anything else.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 36 else { return nil }
        for (index, byte) in bytes.enumerated() {
            let isDash = index == 8 || index == 13 || index == 18 || index == 23
            let isHex = (48...57).contains(byte) || (97...102).contains(byte | 0x20)
            guard isDash ? byte == 45 : isHex else { return nil }
        }
        self.text = text.lowercased()
    }

    /// - Parameter random: ten bytes or more.
    package init(at instant: Instant, random: [UInt8]) {
        let milliseconds = UInt64(max(0, instant.microseconds / 1000))
        var bytes = (0..<6).map { UInt8(truncatingIfNeeded: milliseconds >> UInt64(40 - 8 * $0)) }
        bytes += random.prefix(10)
        bytes[6] = bytes[6] & 0x0f | 0x70
        bytes[8] = bytes[8] & 0x3f | 0x80
        var text = ""
        for (index, byte) in bytes.enumerated() {
            if index == 4 || index == 6 || index == 8 || index == 10 { text.append("-") }
            text += byte.hex
        }
        self.text = text
    }
}

extension ID: Comparable {
    package static func < (left: ID, right: ID) -> Bool { left.text < right.text }
}

extension ID: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = ID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an id")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension UInt8 {
    /// Two lower-case hexadecimal digits.
    package var hex: String { (self < 16 ? "0" : "") + String(self, radix: 16) }
}

extension ID {
    /// The same id for what there is one of for each entity: a goal's scale, an alert of a tick.
    package func of<Part>(_: Part.Type = Part.self) -> ID<Part> { ID<Part>(canonical: text) }

    fileprivate init(canonical text: String) { self.text = text }
}
