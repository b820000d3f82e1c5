/// The values of a page as bytes, so that others are other bytes: every part says its kind and length. Equal values that were put
/// together in another order may be other bytes too; nothing is wrong then but that a page is drawn once more.
struct CanonicalValues {
    enum Kind: UInt8 { case text, values, flag, number, list }

    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(16 * 1024) }

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            add(.text, utf8.count)
            bytes.append(contentsOf: utf8)
        }
    }

    /// - Parameter number: how long what follows is, or the value itself.
    mutating func add(_ kind: Kind, _ number: Int) {
        bytes.append(kind.rawValue)
        // Seven bits a byte, the last one with a zero above them.
        var rest = UInt(bitPattern: number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}
