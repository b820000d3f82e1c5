import HTTPTypes
import Hummingbird
import TandemCare
import TandemStore

/// The second step of signing in: a code from the telephone, or a recovery code.
extension Visit {
    func codePage() -> Response {
        guard session.missing == .code else { return .redirect(to: Address.signIn.path, type: .normal) }
        return codePage(problems: Problems())
    }

    func checkCode() async throws -> Response {
        guard session.missing == .code else { return .redirect(to: Address.signIn.path, type: .normal) }
        let account = session.account.id
        let recovery = RecoveryCodes.normalized(form["recovery"] ?? "")
        let code = form["code"] ?? ""
        if code.allSatisfy(\.isWhitespace), recovery.isEmpty {
            return codePage(problems: Problems("code", "Write the 6 numbers that your phone shows."))
        }
        guard try await store.countTry(.codeByAccount, by: account.text) else {
            return codePage(problems: Problems(), isThrottled: true, status: .tooManyRequests)
        }
        if recovery.isEmpty {
            guard try await isRight(code) else {
                let message = "This code is not right, or was used before. Wait for the next one, and write that."
                return codePage(problems: Problems("code", message))
            }
        } else {
            guard try await store.useRecoveryCode(recovery, of: account) else {
                return codePage(problems: Problems("recovery", "This recovery code is not right, or was used before."))
            }
        }
        try await store.forgetTries(.codeByAccount, by: account.text)
        let token = try await store.beginSession(for: account, stage: .full, replacing: self.token)
        var response = Response.redirect(to: open.next?.text ?? Address.start.path, type: .normal)
        response.setCookie(workspace.settings.cookie(token))
        return response
    }

    private func isRight(_ code: String) async throws -> Bool {
        guard let secret = try await store.credential(of: session.account.id).secondFactor,
            let step = TOTP(base32: secret)?.step(of: code, at: store.effects.now())
        else { return false }
        return try await store.useStep(step, of: session.account.id)
    }

    private func codePage(
        problems: Problems,
        isThrottled: Bool = false,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        var values: Page.Values = ["throttled": isThrottled, "recovery_open": (form["recovery"] ?? "") != ""]
        values["next"] = open.next?.text
        return response(
            "sign-in-code",
            title: "Write the code from your phone",
            values,
            problems: problems,
            status: status
        )
    }
}
