/// The values of a page as bytes, so that others are other bytes: every part says its kind and length. Equal values that were put
/// together in another order may be other bytes too; nothing is wrong then but that a page is drawn once more.
struct CanonicalValues {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(8 * 1024) }

    mutating func add(_ text: String) { add(0, count: text.utf8.count) { $0.append(contentsOf: text.utf8) } }

    /// - Returns: false where a value is of a kind that is not known here.
    mutating func add(_ values: Page.Values) -> Bool {
        add(1, count: values.names.count) { _ in }
        for (name, value) in zip(values.names, values.values) {
            add(name)
            guard add(any: value) else { return false }
        }
        return true
    }

    /// Asks for the type first: a cast that does not fit costs more than all the rest.
    private mutating func add(any value: any Sendable) -> Bool {
        switch ObjectIdentifier(type(of: value)) {
        case Self.text: (value as? String).map { add($0) } != nil
        case Self.flag: (value as? Bool).map { add(2, count: $0 ? 1 : 0) { _ in } } != nil
        case Self.number: (value as? Int).map { add(3, count: $0) { _ in } } != nil
        case Self.values: (value as? Page.Values).map { add($0) } ?? false
        case Self.list: (value as? [Page.Values]).map { add(list: $0) } ?? false
        case Self.texts: (value as? [String]).map { add(texts: $0) } != nil
        default: false
        }
    }

    private mutating func add(list: [Page.Values]) -> Bool {
        add(4, count: list.count) { _ in }
        return list.allSatisfy { add($0) }
    }

    private mutating func add(texts: [String]) {
        add(5, count: texts.count) { _ in }
        for text in texts { add(text) }
    }

    private mutating func add(_ kind: UInt8, count: Int, _ content: (inout [UInt8]) -> Void) {
        bytes.append(kind)
        withUnsafeBytes(of: Int64(count)) { bytes.append(contentsOf: $0) }
        content(&bytes)
    }

    private static let text = ObjectIdentifier(String.self)
    private static let flag = ObjectIdentifier(Bool.self)
    private static let number = ObjectIdentifier(Int.self)
    private static let values = ObjectIdentifier(Page.Values.self)
    private static let list = ObjectIdentifier([Page.Values].self)
    private static let texts = ObjectIdentifier([String].self)
}
