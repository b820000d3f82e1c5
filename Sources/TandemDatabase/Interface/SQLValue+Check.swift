import Glibc

extension SQLValue {
    /// Refuses what one of the engines cannot hold: U+0000 in a text (PostgreSQL), not-a-number (SQLite).
    func check() throws(DatabaseFailure) {
        switch self {
        case .text(let text) where text.holdsNul: throw .mismatch("a text holds the character U+0000")
        case .real(let number) where number.isNaN: throw .mismatch("a number is not a number (NaN)")
        default: break
        }
    }
}

extension String {
    /// Asked of every text that is bound: by the whole run of bytes, where the text has one.
    fileprivate var holdsNul: Bool {
        utf8.withContiguousStorageIfAvailable { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        } ?? utf8.contains(0)
    }
}
