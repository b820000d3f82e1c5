extension SQLValue {
    /// Refuses what one of the engines cannot hold: U+0000 in a text (PostgreSQL), not-a-number (SQLite).
    func check() throws(DatabaseFailure) {
        switch self {
        case .text(let text) where text.utf8.contains(0): throw .mismatch("a text holds the character U+0000")
        case .real(let number) where number.isNaN: throw .mismatch("a number is not a number (NaN)")
        default: break
        }
    }
}
