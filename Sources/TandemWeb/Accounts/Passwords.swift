import Foundation
package import TandemCare

/// Passwords: which are good enough, and how they are kept.
package struct Passwords: Sendable {
    package let hasher: PasswordHasher
    let rules: PasswordRules

    /// - Parameter common: `Rules/common-passwords.txt`.
    package init(_ effects: Effects, strength: PasswordHasher.Strength = .production, common: String) {
        hasher = PasswordHasher(strength: strength, random: effects.random)
        rules = PasswordRules(common: common)
    }

    func hash(_ password: String) async throws -> String { try await hasher.hash(Self.normalized(password)) }

    /// - Parameter hash: `nil` where there is no account, which takes as long.
    func verify(_ password: String, against hash: String?) async throws -> Bool {
        // What is longer than any password is cut, so that it costs no more to refuse.
        try await hasher.verify(Self.normalized(String(password.unicodeScalars.prefix(1000))), against: hash)
    }

    /// The same password typed on another keyboard: "é" is one letter or two, and means the same (NIST SP 800-63B, NFKC).
    static func normalized(_ password: String) -> String { password.precomposedStringWithCompatibilityMapping }
}
