import FoundationEssentials

/// The one JSON coding of the store: keys in order, so that equal values are equal texts.
package enum RecordJSON {
    package static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// As `decode`, for what is read again and again: the same text is read once.
    package static func recall<Value: Decodable & Sendable>(_: Value.Type, from text: String) throws -> Value {
        try RecordMemory.value(of: text) { try decode(Value.self, from: text) }
    }

    package static func decode<Value: Decodable>(_: Value.Type, from text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}
