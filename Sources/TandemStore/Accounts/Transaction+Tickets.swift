package import TandemCare
package import TandemDatabase

extension Connection {
    /// The ticket that a token opens; `nil` for none, a used and an expired one alike.
    package func ticket(_ token: Token, at now: Instant) throws -> Ticket? {
        try row(
            "SELECT body, expires_at FROM ticket WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2",
            [.text(token.hash), .integer(now.microseconds)]
        ).map(ticket)
    }

    /// The invitations to a practice that nobody has accepted yet, newest first.
    package func openInvitations(to practice: ID<Practice>, at now: Instant) throws -> [(
        PracticeInvitation, until: Instant
    )] {
        try rows(
            """
            SELECT body, expires_at FROM ticket
            WHERE subject = $1 AND kind = 'practice' AND used_at IS NULL AND expires_at > $2 ORDER BY created_at DESC
            """,
            [.text(practice.text), .integer(now.microseconds)]
        ).compactMap { row in
            let ticket = try ticket(row)
            guard case .practice(let invitation) = ticket.purpose else { return nil }
            return (invitation, ticket.expiresAt)
        }
    }

    /// The invitations to a child's family that nobody has accepted yet, newest first.
    package func openInvitations(toFamilyOf child: ID<Child>, at now: Instant) throws -> [FamilyInvitation] {
        try rows(
            """
            SELECT body, expires_at FROM ticket
            WHERE subject = $1 AND kind = 'family' AND used_at IS NULL AND expires_at > $2 ORDER BY created_at DESC
            """,
            [.text(child.text), .integer(now.microseconds)]
        ).compactMap { row in
            guard case .family(let invitation) = try ticket(row).purpose else { return nil }
            return invitation
        }
    }

    fileprivate func ticket(_ row: Row) throws -> Ticket {
        Ticket(
            purpose: try RecordJSON.decode(Ticket.Purpose.self, from: row.text("body")),
            expiresAt: Instant(microseconds: try row.integer("expires_at"))
        )
    }
}

extension Transaction {
    /// Makes a link work. An older link of the same kind, about the same thing, for the same person stops working.
    package func issue(_ purpose: Ticket.Purpose, _ token: Token) throws {
        try withdraw(purpose.kind, subject: purpose.subject, email: purpose.email ?? "")
        try write(purpose, token, until: now + purpose.validity, usedAt: nil)
    }

    /// Writes a ticket that opens nothing, so that asking for a link costs the same whether or not the account is there.
    func issueNothing(_ token: Token) throws {
        let nobody = ID<Account>(at: now, random: effects.random(10))
        try withdraw("password", subject: nobody.text, email: "")
        try write(.newPassword(nobody), token, until: now, usedAt: now)
    }

    private func write(_ purpose: Ticket.Purpose, _ token: Token, until: Instant, usedAt: Instant?) throws {
        try connection.execute(
            """
            INSERT INTO ticket (token_hash, kind, body, subject, email_key, created_at, expires_at, used_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .text(token.hash), .text(purpose.kind), .text(try RecordJSON.encode(purpose)), .text(purpose.subject),
                .text(Account.key(email: purpose.email ?? "")), .integer(now.microseconds),
                .integer(until.microseconds), .instant(usedAt),
            ]
        )
    }

    /// Uses a ticket up: of two that come with the same link, one gets it.
    /// - Throws: `StoreFailure.notFound` for a link that is unknown, used or expired.
    func use(_ token: Token) throws -> Ticket {
        let row = try connection.row(
            """
            UPDATE ticket SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2
            RETURNING body, expires_at
            """,
            [.text(token.hash), .integer(now.microseconds)]
        )
        guard let row else { throw StoreFailure.notFound }
        return try connection.ticket(row)
    }

    /// Takes an invitation back: its link stops working.
    package func withdrawInvitation(to practice: ID<Practice>, email: String) throws {
        try withdraw("practice", subject: practice.text, email: email)
        note(.changed, kind: "invitation", id: practice.text)
    }

    /// Takes the invitation of a family member back.
    package func withdrawInvitation(toFamilyOf child: ID<Child>, email: String) throws {
        try withdraw("family", subject: child.text, email: email)
        note(.changed, kind: "invitation", id: child.text, child: child)
    }

    func withdraw(_ kind: String, subject: String, email: String) throws {
        try connection.execute(
            "UPDATE ticket SET used_at = $4 WHERE kind = $1 AND subject = $2 AND email_key = $3 AND used_at IS NULL",
            [.text(kind), .text(subject), .text(Account.key(email: email)), .integer(now.microseconds)]
        )
    }
}
