/// A person who can sign in: of a practice, of a family, or of both. What they sign in with (password, second factor) is no part
/// of the record; the store keeps it apart.
package struct Account: Sendable, Hashable, Codable {
    package let id: ID<Account>
    /// As the person wrote it; `Account.key(email:)` is what it is found by.
    package var email: String
    package var name: String
    package var archivedAt: Instant?

    package init(id: ID<Account>, email: String, name: String) {
        self.id = id
        self.email = email
        self.name = name
    }

    /// Email addresses are the same whatever their case; spaces around them do not count.
    package static func key(email: String) -> String {
        let trimmed = email.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
        return String(trimmed).lowercased()
    }
}
