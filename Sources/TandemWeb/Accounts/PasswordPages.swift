import HTTPTypes
import Hummingbird
import TandemCare
import TandemStore

/// A forgotten password: a link by mail, and a new password with it.
extension OpenVisit {
    func forgottenPage(email: String = "", problems: Problems = Problems()) -> Response {
        response("password-forgotten", title: "Choose a new password", ["email": email], problems: problems)
    }

    /// The answer is the same, and takes as long, whether or not there is such an account.
    func sendPasswordLink() async throws -> Response {
        let email = Account.key(email: form["email"] ?? "")
        guard EmailAddress.isSound(email) else {
            let message = "Write your email, like name@example.com."
            return forgottenPage(email: form["email"] ?? "", problems: Problems("email", message))
        }
        let byAccount = try await store.countTry(.linkByAccount, by: email)
        let byAddress = try await store.countTry(.linkByAddress, by: address)
        guard byAccount, byAddress else {
            return response(
                "password-forgotten",
                title: "Choose a new password",
                ["email": email, "throttled": true],
                status: .tooManyRequests
            )
        }
        let token = Token(store.effects)
        try await store.sendPasswordLink(email: email, token, workspace.letters.newPassword(token))
        return response(
            "password-sent",
            title: "Look at your email",
            ["email": email, "shows_mail": workspace.settings.showsMail]
        )
    }

    func newPasswordPage() async throws -> Response {
        guard let token = linkToken(), let account = try await passwordAccount(token) else {
            return deadLink(.password)
        }
        return newPasswordPage(token, account)
    }

    /// Sets the password and signs in; the second factor is asked for as always.
    func setNewPassword() async throws -> Response {
        guard let token = linkToken(), let account = try await passwordAccount(token) else {
            return deadLink(.password)
        }
        let password = form["password"] ?? ""
        var problems = Problems()
        problems.add(
            "password",
            workspace.passwords.rules.problem(with: password, email: account.email, name: account.name)
        )
        guard problems.isEmpty else { return newPasswordPage(token, account, problems: problems) }
        let hash = try await workspace.passwords.hash(password)
        do {
            _ = try await store.setPassword(with: token, hash: hash, telling: workspace.letters.passwordChanged)
        } catch StoreFailure.notFound {
            return deadLink(.password)
        }
        try await store.forgetTries(.signInByAccount, by: Account.key(email: account.email))
        return try await begin(try await store.credential(of: account.id), nil)
    }

    private func passwordAccount(_ token: Token) async throws -> Account? {
        guard let ticket = try await store.ticket(token), case .newPassword = ticket.purpose else { return nil }
        return ticket.account
    }

    private func newPasswordPage(
        _ token: Token,
        _ account: Account,
        problems: Problems = Problems()
    ) -> Response {
        response(
            "password-new",
            title: "Choose a new password",
            ["email": account.email, "action": Address.newPassword(token).path],
            problems: problems
        )
    }
}
