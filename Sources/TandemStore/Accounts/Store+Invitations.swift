package import TandemCare
package import TandemDatabase

/// Invitations: how people come to belong to a practice or to a child's family.
extension Store {
    /// Makes a practice and its first administrator, who sets a password with the link.
    /// - Returns: the token of the link.
    package func createPractice(
        _ practice: Practice,
        administrator: (name: String, email: String)
    ) async throws -> Token {
        let token = Token(effects)
        return try await change(by: .program) { transaction in
            try transaction.insert(practice)
            let account =
                try transaction.connection.account(email: administrator.email)?.value
                ?? transaction.insert(
                    Account(id: transaction.effects.id(), email: administrator.email, name: administrator.name)
                ).value
            let invitation = PracticeInvitation(
                practice: practice.id,
                email: account.email,
                roles: [.administrator]
            )
            try transaction.join(invitation, account: account.id)
            try transaction.issue(.practice(invitation), token)
            return token
        }
    }

    /// What a link opens, without using it; `nil` for a link that no longer works.
    package func ticket(_ token: Token) async throws -> OpenTicket? {
        let now = effects.now()
        return try await database.read { connection in
            guard let ticket = try connection.ticket(token, at: now) else { return nil }
            var practice: Practice?
            var account: Account?
            switch ticket.purpose {
            case .practice(let invitation):
                practice = try connection.record(invitation.practice)?.value
                account = try connection.account(email: invitation.email)?.value
            case .family(let invitation): account = try connection.account(email: invitation.email)?.value
            case .newPassword(let id), .newEmail(let id, _): account = try connection.record(id)?.value
            }
            let hasPassword = try account.map { try connection.credential(of: $0.id, at: now).passwordHash != nil }
            return OpenTicket(
                purpose: ticket.purpose,
                practice: practice,
                account: account,
                hasPassword: hasPassword ?? false
            )
        }
    }

    /// Somebody new accepts: their account is made, with the email that the invitation went to.
    /// - Parameter letter: tells those who decide for the child that somebody has joined the family.
    /// - Throws: `StoreFailure.notFound` for a link that no longer works, `.refused` where the email has an account already.
    package func acceptInvitation(_ token: Token, name: String, passwordHash: String, telling letter: Letter)
        async throws
        -> ID<Account>
    {
        try await database.write { [self] connection in
            let ticket = try transaction(connection, .program).use(token)
            guard let email = ticket.purpose.email else { throw StoreFailure.notFound }
            let known = try connection.account(email: email)?.value
            let id = known?.id ?? effects.id()
            let change = transaction(connection, .person(id))
            if let known {
                guard try connection.credential(of: known.id, at: change.now).passwordHash == nil else {
                    throw StoreFailure.refused("There is an account with this email already. Sign in with it to join.")
                }
                try change.update(id) { $0.name = name }
            } else {
                try change.insert(Account(id: id, email: email, name: name))
            }
            try change.setPassword(of: id, hash: passwordHash)
            try change.accept(ticket, as: id, telling: letter)
            return id
        }
    }

    /// Somebody with an account accepts.
    package func acceptInvitation(_ token: Token, as account: ID<Account>, telling letter: Letter) async throws {
        try await change(by: .person(account)) { transaction in
            try transaction.accept(try transaction.use(token), as: account, telling: letter)
        }
    }
}

/// A link that works, with what its page shows.
package struct OpenTicket: Sendable {
    package let purpose: Ticket.Purpose
    /// The practice that invites.
    package let practice: Practice?
    /// The account that the link is about, or that the invited email has.
    package let account: Account?
    /// Somebody signs in with this account.
    package let hasPassword: Bool
}

extension Transaction {
    /// Invites somebody to a practice; the letter holds the link with the token.
    /// - Throws: `StoreFailure.refused` where the person belongs to the practice already.
    package func invite(_ invitation: PracticeInvitation, _ token: Token, _ letter: Letter) throws {
        guard !invitation.roles.isEmpty else { throw StoreFailure.refused("Choose at least one role.") }
        if let account = try connection.account(email: invitation.email)?.value,
            try connection.membership(of: account.id, in: invitation.practice) != nil,
            try connection.credential(of: account.id, at: now).passwordHash != nil
        {
            throw StoreFailure.refused("This person belongs to the practice already.")
        }
        try send(.practice(invitation), token, letter, to: invitation.email, child: nil)
    }

    /// Invites somebody to the family of a child; the letter holds the link with the token.
    package func invite(_ invitation: FamilyInvitation, _ token: Token, _ letter: Letter) throws {
        try send(.family(invitation), token, letter, to: invitation.email, child: invitation.child)
    }

    private func send(
        _ purpose: Ticket.Purpose,
        _ token: Token,
        _ letter: Letter,
        to email: String,
        child: ID<Child>?
    ) throws {
        try issue(purpose, token)
        try send(Mail(to: email, letter))
        note(.created, kind: "invitation", id: purpose.subject, child: child)
    }

    fileprivate func accept(_ ticket: Ticket, as account: ID<Account>, telling letter: Letter) throws {
        switch ticket.purpose {
        case .practice(let invitation): try join(invitation, account: account)
        case .family(let invitation): try join(invitation, account: account, telling: letter)
        case .newPassword, .newEmail: throw StoreFailure.notFound
        }
    }

    /// Somebody who belongs to the practice already gains the roles.
    fileprivate func join(_ invitation: PracticeInvitation, account: ID<Account>) throws {
        if let membership = try connection.membership(of: account, in: invitation.practice) {
            guard !membership.value.roles.isSuperset(of: invitation.roles) else { return }
            try update(membership.value.id) { $0.roles.formUnion(invitation.roles) }
        } else {
            try insert(
                Membership(
                    id: effects.id(),
                    account: account,
                    practice: invitation.practice,
                    roles: invitation.roles,
                    since: now
                )
            )
        }
    }

    /// Somebody who is family of the child already stays what they are, but may come to decide.
    private func join(_ invitation: FamilyInvitation, account: ID<Account>, telling letter: Letter) throws {
        // The record may have been joined into another one since.
        let child = try connection.kept(insteadOf: invitation.child) ?? invitation.child
        let ties = try connection.facts(of: child).ties.filter { $0.isActive(at: now) }
        if let tie = ties.first(where: { $0.account == account }) {
            if invitation.mayConsent, !tie.mayConsent { try update(tie.id) { $0.mayConsent = true } }
        } else {
            try insert(
                FamilyTie(
                    id: effects.id(),
                    child: child,
                    household: invitation.household,
                    account: account,
                    relation: invitation.relation,
                    mayConsent: invitation.mayConsent,
                    since: now
                )
            )
        }
        for tie in ties where tie.mayConsent && tie.account != account { try tell(tie.account, letter) }
    }
}

extension Connection {
    /// The active membership of a person in a practice.
    package func membership(of account: ID<Account>, in practice: ID<Practice>) throws -> Versioned<Membership>? {
        try records(
            Membership.self,
            where: "account = $1 AND practice = $2 AND ended_at IS NULL",
            [.text(account.text), .text(practice.text)]
        ).first
    }
}
