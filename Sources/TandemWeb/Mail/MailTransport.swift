package import TandemCare
package import TandemStore

/// A way for letters to go out.
package protocol MailTransport: Sendable {
    /// Hands a letter over. Every way it can end is an outcome; nothing is thrown.
    func deliver(_ letter: OutboxLetter, at now: Instant) async -> MailOutcome
}

/// Who writes: stands in every letter.
package struct MailSender: Sendable, Hashable {
    /// `tandem@example.org`
    package let email: String
    /// The host that made the letter, for its Message-ID and for greeting a mail server.
    package let host: String

    package init(email: String, host: String) {
        self.email = email
        self.host = host
    }
}
