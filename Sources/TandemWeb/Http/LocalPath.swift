/// A page of this site that somebody goes on to after signing in. Nothing else fits in: no other site, no query, no tricks.
struct LocalPath: Sendable, Hashable {
    let text: String

    /// - Returns: `nil` for all but `/word/word-2`.
    init?(_ text: String?) {
        guard let text, text.utf8.count <= 300, text.first == "/", !text.contains("//"), !text.contains("..") else {
            return nil
        }
        let isPlain = text.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (97...122).contains(byte) || (65...90).contains(byte)
                || "/-_.".utf8.contains(byte)
        }
        guard isPlain else { return nil }
        self.text = text
    }

    /// An address with this one behind it.
    static func after(_ address: Address, _ next: LocalPath?) -> String {
        next.map { address.path + "?next=" + PercentCoding.encode($0.text) } ?? address.path
    }
}
