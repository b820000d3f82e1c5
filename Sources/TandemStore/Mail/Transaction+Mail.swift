import TandemCare
import TandemDatabase

/// What a letter says, whoever it goes to. It holds no health information and no child's name: it says that there is something
/// to read, and where.
package struct Letter: Sendable, Hashable {
    package let subject: String
    package let body: String

    package init(subject: String, body: String) {
        self.subject = subject
        self.body = body
    }
}

/// A letter by electronic mail, to somebody.
package struct Mail: Sendable, Hashable {
    package let recipient: String
    package let subject: String
    package let body: String

    package init(to recipient: String, subject: String, body: String) {
        self.recipient = recipient
        self.subject = subject
        self.body = body
    }

    package init(to recipient: String, _ letter: Letter) {
        self.init(to: recipient, subject: letter.subject, body: letter.body)
    }
}

extension Transaction {
    /// Puts a letter into the outbox, in the same commit as what it tells of. It goes out later, once.
    package func send(_ mail: Mail) throws {
        try connection.execute(
            """
            INSERT INTO outbox (id, recipient, subject, body, created_at, state, attempts, next_at)
            VALUES ($1, $2, $3, $4, $5, 'waiting', 0, $5)
            """,
            [
                .text(effects.id(Mail.self).text), .text(mail.recipient), .text(mail.subject), .text(mail.body),
                .integer(now.microseconds),
            ]
        )
    }
}
