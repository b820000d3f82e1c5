/// The permanent name of a catalog entry (`stand-balance`), typed by what it names, so that a skill's name cannot be used
/// where an activity's belongs.
package struct Slug<Entry>: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }

    package var description: String { text }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    /// Lower-case letters, digits and single hyphens, starting with a letter.
    package static func isWellFormed(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetter(first), text.utf8.last != hyphen else { return false }
        var previous = first
        for byte in text.utf8.dropFirst() {
            guard isLetter(byte) || isDigit(byte) || (byte == hyphen && previous != hyphen) else { return false }
            previous = byte
        }
        return true
    }

    private static var hyphen: UInt8 { UInt8(ascii: "-") }
    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 97 && byte <= 122 }
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}

extension Slug: Codable {
    /// - Throws: for a text that is no id.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard Self.isWellFormed(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not the id of a catalog entry")
        }
        self.init(text)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
