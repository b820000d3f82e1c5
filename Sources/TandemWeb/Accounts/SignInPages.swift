import HTTPTypes
import Hummingbird
import TandemCare
import TandemStore

/// Signing in with email and password. What comes back never tells whether there is such an account.
extension OpenVisit {
    /// The form; somebody who is on the way already is led to the step that is still missing.
    func signInPage() async throws -> Response {
        guard let visit = try await signedIn() else { return signInPage(email: "") }
        return .redirect(to: Self.onward(visit.session.missing, next), type: .normal)
    }

    func signIn() async throws -> Response {
        let email = form["email"] ?? ""
        let password = form["password"] ?? ""
        var problems = Problems()
        if Account.key(email: email).isEmpty { problems.add("email", "Write your email.") }
        if password.isEmpty { problems.add("password", "Write your password.") }
        guard problems.isEmpty else { return signInPage(email: email, problems: problems) }
        guard try await mayTry(email) else {
            return signInPage(email: email, isThrottled: true, status: .tooManyRequests)
        }
        let credential = try await store.credential(email: email)
        guard try await workspace.passwords.verify(password, against: credential?.passwordHash), let credential else {
            let message = "The email or the password is not right. Check both, and try again."
            return signInPage(email: email, problems: Problems("email", message))
        }
        try await store.forgetTries(.signInByAccount, by: Account.key(email: email))
        try await strengthen(password, credential)
        return try await begin(credential, next)
    }

    /// Both are counted, whatever comes of the first.
    private func mayTry(_ email: String) async throws -> Bool {
        let account = try await store.countTry(.signInByAccount, by: Account.key(email: email))
        let address = try await store.countTry(.signInByAddress, by: self.address)
        return account && address
    }

    private func strengthen(_ password: String, _ credential: Credential) async throws {
        guard let old = credential.passwordHash, workspace.passwords.hasher.isOutdated(old) else { return }
        try await store.strengthen(old, to: workspace.passwords.hash(password), of: credential.account)
    }

    /// Begins a session for somebody whose password is proved; the second factor may still be to come.
    func begin(_ credential: Credential, _ next: LocalPath?) async throws -> Response {
        let missing: Session.Missing? =
            credential.secondFactor != nil ? .code : credential.needsSecondFactor ? .secondFactor : nil
        let token = try await store.beginSession(
            for: credential.account,
            stage: missing == nil ? .full : .password,
            replacing: self.token
        )
        var response = Response.redirect(to: Self.onward(missing, next), type: .normal)
        response.setCookie(workspace.settings.cookie(token))
        return response
    }

    /// The step that is missing, or the page somebody wanted.
    private static func onward(_ missing: Session.Missing?, _ next: LocalPath?) -> String {
        switch missing {
        case .code: LocalPath.after(.signInCode, next)
        case .secondFactor: LocalPath.after(.secondFactor, next)
        case nil: next?.text ?? Address.start.path
        }
    }

    private func signInPage(
        email: String,
        problems: Problems = Problems(),
        isThrottled: Bool = false,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        var values: Page.Values = [
            "email": email, "throttled": isThrottled, "shows_mail": workspace.settings.showsMail,
        ]
        values["next"] = next?.text
        return response("sign-in", title: "Sign in", values, problems: problems, status: status)
    }
}

extension Visit {
    func signOut() async throws -> Response {
        try await store.endSession(token, of: session.account.id)
        var response = Response.redirect(to: Address.signIn.path, type: .normal)
        response.setCookie(workspace.settings.cookie(nil))
        return response
    }
}
