/// A person who can sign in: of a practice, of a family, or of both.
package struct Account: Sendable, Hashable, Codable {
    package let id: ID<Account>
    /// As the person wrote it; `Account.key(email:)` is what it is found by.
    package var email: String
    package var name: String
    /// scrypt with its parameters and salt; `nil` until the person has chosen a password.
    package var passwordHash: String?
    package var secondFactor: SecondFactor?
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

    /// Codes from an authenticator program (RFC 6238), and single-use codes for the day it is lost.
    package struct SecondFactor: Sendable, Hashable, Codable {
        /// The shared secret, in base32.
        package var secret: String
        /// The last time step that was used: a code works once.
        package var lastStep: Int64
        /// Hashes of the recovery codes not used yet.
        package var recoveryHashes: [String]

        package init(secret: String, lastStep: Int64 = 0, recoveryHashes: [String]) {
            self.secret = secret
            self.lastStep = lastStep
            self.recoveryHashes = recoveryHashes
        }
    }
}
