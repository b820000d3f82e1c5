/// Values that were read lately, by the very text they are kept as: equal texts are equal values, so nothing here can be out of
/// date. It saves reading the JSON of the same account, membership or consent again at every request.
enum RecordMemory {
    private struct Key: Hashable {
        let type: ObjectIdentifier
        let text: String
    }

    private static let recent = RecentValues<Key, any Sendable>(most: 2 * 1024 * 1024)

    static func value<Value: Sendable>(of text: String, _ read: () throws -> Value) throws -> Value {
        let key = Key(type: ObjectIdentifier(Value.self), text: text)
        let known = try recent.value(key, bytes: { _ in text.utf8.count }, make: read)
        return try known as? Value ?? read()
    }
}
