import Crypto
import NIOCore
import TandemStore

/// Pages that were drawn lately: a page with the same values is the same text, so it is drawn once. Drawing a page costs more
/// than all the reading for it.
///
/// It is asked only for pages of the workspace, whose values come from the store at every request and after every decision; it
/// keeps no value, only the drawn text under a hash of template and values.
struct PageMemory: Sendable {
    private let recent = RecentValues<SHA256.Digest, ByteBuffer>(most: 4 * 1024 * 1024)

    /// - Parameter draw: draws the page, where it is not there.
    func page(_ template: String, _ values: Page.Values, draw: () -> String) -> ByteBuffer {
        var canonical = CanonicalValues()
        canonical.add(template)
        guard canonical.add(values) else { return ByteBuffer(string: draw()) }
        return recent.value(SHA256.hash(data: canonical.bytes), bytes: \.readableBytes) { ByteBuffer(string: draw()) }
    }
}

/// The values of a page as bytes, so that equal values are equal bytes and others are not: every part says its kind and length.
struct CanonicalValues {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ text: String) { add(0, count: text.utf8.count) { $0.append(contentsOf: text.utf8) } }

    /// - Returns: false where a value is of a kind that is not known here.
    mutating func add(_ values: Page.Values) -> Bool {
        add(1, count: values.count) { _ in }
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            add(name)
            guard add(any: value) else { return false }
        }
        return true
    }

    private mutating func add(any value: any Sendable) -> Bool {
        switch value {
        case let text as String: add(text)
        case let flag as Bool: add(2, count: flag ? 1 : 0) { _ in }
        case let number as Int: add(3, count: number) { _ in }
        case let values as Page.Values: return add(values)
        case let list as [Page.Values]:
            add(4, count: list.count) { _ in }
            for values in list where !add(values) { return false }
        case let list as [String]:
            add(5, count: list.count) { _ in }
            for text in list { add(text) }
        default: return false
        }
        return true
    }

    private mutating func add(_ kind: UInt8, count: Int, _ content: (inout [UInt8]) -> Void) {
        bytes.append(kind)
        withUnsafeBytes(of: Int64(count)) { bytes.append(contentsOf: $0) }
        content(&bytes)
    }
}
