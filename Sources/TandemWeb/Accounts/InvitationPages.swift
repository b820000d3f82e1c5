import HTTPTypes
import Hummingbird
import TandemCare
import TandemStore

/// An invitation: somebody new chooses a name and a password; somebody with an account joins with it.
extension OpenVisit {
    func invitationPage() async throws -> Response {
        guard let token = linkToken(), let ticket = try await invitation(token) else { return deadLink(.invitation) }
        if let visit = try await signedIn(), visit.session.missing == nil { return visit.joinPage(ticket, token) }
        return newcomerPage(ticket, token, name: ticket.account?.name ?? "")
    }

    func acceptInvitation() async throws -> Response {
        guard let token = linkToken(), let ticket = try await invitation(token) else { return deadLink(.invitation) }
        do {
            if form["join"] != nil {
                guard let visit = try await signedIn(posting: true), visit.session.missing == nil else {
                    return .redirect(
                        to: LocalPath.after(.signIn, LocalPath(Address.invitation(token).path)),
                        type: .normal
                    )
                }
                try await store.acceptInvitation(
                    token,
                    as: visit.session.account.id,
                    telling: workspace.letters.familyJoined
                )
                return .redirect(to: Address.start.path, type: .normal)
            }
            return try await becomeKnown(ticket, token)
        } catch StoreFailure.notFound {
            return deadLink(.invitation)
        }
    }

    private func becomeKnown(_ ticket: OpenTicket, _ token: Token) async throws -> Response {
        let email = ticket.purpose.email ?? ""
        let name = PersonName.tidied(form["name"] ?? "")
        let password = form["password"] ?? ""
        guard !ticket.hasPassword else { return newcomerPage(ticket, token, name: name) }
        var problems = Problems()
        problems.add("name", PersonName.problem(with: name))
        problems.add("password", workspace.passwords.rules.problem(with: password, email: email, name: name))
        guard problems.isEmpty else { return newcomerPage(ticket, token, name: name, problems: problems) }
        let account = try await store.acceptInvitation(
            token,
            name: name,
            passwordHash: try await workspace.passwords.hash(password),
            telling: workspace.letters.familyJoined
        )
        return try await begin(try await store.credential(of: account), nil)
    }

    private func invitation(_ token: Token) async throws -> OpenTicket? {
        guard let ticket = try await store.ticket(token) else { return nil }
        switch ticket.purpose {
        case .practice, .family: return ticket
        case .newPassword, .newEmail: return nil
        }
    }

    private func newcomerPage(
        _ ticket: OpenTicket,
        _ token: Token,
        name: String,
        problems: Problems = Problems()
    ) -> Response {
        var values = ticket.invitationValues(token)
        values["name"] = name
        values["has_account"] = ticket.hasPassword
        values["sign_in"] = LocalPath.after(.signIn, LocalPath(Address.invitation(token).path))
        return response("invitation", title: ticket.heading, values, problems: problems)
    }
}

extension Visit {
    fileprivate func joinPage(_ ticket: OpenTicket, _ token: Token) -> Response {
        var values = ticket.invitationValues(token)
        values["joins"] = true
        values["own_email"] = session.account.email
        if let email = ticket.purpose.email {
            values["is_other"] = Account.key(email: email) != Account.key(email: session.account.email)
        }
        return response("invitation", title: ticket.heading, values)
    }
}

extension OpenTicket {
    fileprivate var heading: String {
        practice.map { "Join \($0.name)" } ?? "Join your child's page on Tandem"
    }

    fileprivate func invitationValues(_ token: Token) -> Page.Values {
        var values: Page.Values = [
            "heading": heading, "action": Address.invitation(token).path, "invited_email": purpose.email ?? "",
        ]
        switch purpose {
        case .practice(let invitation): values["roles"] = invitation.roles.sorted().map(\.title).joined(separator: ", ")
        case .family: values["is_family"] = true
        case .newPassword, .newEmail: break
        }
        return values
    }
}

extension Role {
    /// As a page names it.
    var title: String {
        switch self {
        case .physicalTherapist: "physical therapist (PT)"
        case .occupationalTherapist: "occupational therapist (OT)"
        case .frontDesk: "front desk"
        case .administrator: "administrator"
        }
    }
}
