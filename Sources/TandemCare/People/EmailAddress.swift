/// What counts as an email address: the common form, which every mail server takes. It is proved by a letter that arrives.
package enum EmailAddress {
    /// - Parameter text: without spaces around it.
    package static func isSound(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254 else { return false }
        return isLocal(parts[0]) && isDomain(parts[1])
    }

    private static func isLocal(_ part: Substring) -> Bool {
        let atoms = part.split(separator: ".", omittingEmptySubsequences: false)
        let marks = Array("!#$%&'*+/=?^_`{|}~-".utf8)
        return part.utf8.count <= 64
            && atoms.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { isWord($0) || marks.contains($0) } }
    }

    private static func isDomain(_ part: Substring) -> Bool {
        let labels = part.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy { isWord($0) || $0 == UInt8(ascii: "-") }
            }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (97...122).contains(byte | 0x20)
    }
}
