import Hummingbird
import TandemCare
import TandemStore

/// A new email: asked for with the password, then confirmed with the link that went to the new address.
extension Visit {
    func emailPage() -> Response { emailPage(typed: "", problems: Problems()) }

    func sendEmailLink() async throws -> Response {
        let typed = Account.key(email: form["email"] ?? "")
        var problems = Problems()
        if !EmailAddress.isSound(typed) {
            problems.add("email", "Write the new email, like name@example.com.")
        } else if typed == Account.key(email: session.account.email) {
            problems.add("email", "This is your email already.")
        }
        if problems.isEmpty { problems.add("current", try await problemWithCurrentPassword()) }
        guard problems.isEmpty else { return emailPage(typed: form["email"] ?? "", problems: problems) }
        guard try await store.countTry(.linkByAccount, by: session.account.id.text) else { throw Failure.throttled }
        let token = Token(store.effects)
        try await store.sendEmailLink(to: typed, of: session.account.id, token, workspace.letters.newEmail(token))
        return response(
            "account-email-sent",
            title: "Look at your new email",
            ["email": typed, "shows_mail": workspace.settings.showsMail]
        )
    }

    private func emailPage(typed: String, problems: Problems) -> Response {
        response(
            "account-email",
            title: "Change your email",
            ["email": typed, "own_email": session.account.email],
            problems: problems
        )
    }
}

extension OpenVisit {
    /// A button, so that a program which opens every link in a letter changes nothing.
    func newEmailPage() async throws -> Response {
        guard let token = linkToken(), let ticket = try await store.ticket(token),
            case .newEmail(_, let email) = ticket.purpose
        else { return deadLink(.email) }
        return response(
            "account-email-confirm",
            title: "Confirm your new email",
            ["email": email, "action": Address.newEmail(token).path]
        )
    }

    func confirmNewEmail() async throws -> Response {
        guard let token = linkToken() else { return deadLink(.email) }
        do {
            try await store.confirmEmail(with: token, telling: workspace.letters.emailChanged)
        } catch StoreFailure.notFound {
            return deadLink(.email)
        }
        return response("account-email-changed", title: "Your email is changed")
    }
}
