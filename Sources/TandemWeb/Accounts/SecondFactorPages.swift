import HTTPTypes
import Hummingbird
import TandemCare
import TandemStore

/// The second step at sign-in: turning it on and off, recovery codes.
extension Visit {
    func secondFactorPage() async throws -> Response {
        if session.missing == .code { return .redirect(to: Address.signInCode.path, type: .normal) }
        if session.hasSecondFactor { return .redirect(to: Address.account.path, type: .normal) }
        return setupPage(secret: Base32.encode(store.effects.random(TOTP.secretLength)), Problems())
    }

    /// Turns it on once a code proves that the telephone has the secret; other sessions end.
    func turnOnSecondFactor() async throws -> Response {
        if session.missing == .code { return .redirect(to: Address.signInCode.path, type: .normal) }
        if session.hasSecondFactor { return .redirect(to: Address.account.path, type: .normal) }
        guard let secret = form["secret"], let totp = TOTP(base32: secret) else {
            return .redirect(to: Address.secondFactor.path, type: .normal)
        }
        var problems = Problems()
        if asksPassword { problems.add("current", try await problemWithCurrentPassword()) }
        guard try await store.countTry(.codeByAccount, by: session.account.id.text) else { throw Failure.throttled }
        let step = totp.step(of: form["code"] ?? "", at: store.effects.now())
        if step == nil {
            problems.add("code", "This code is not right. Write the 6 numbers that your phone shows now.")
        }
        guard problems.isEmpty, let step else { return setupPage(secret: secret, problems) }
        let codes = RecoveryCodes.make(store.effects)
        try await store.turnOnSecondFactor(
            of: session.account.id,
            secret: secret,
            step: step,
            recoveryCodes: codes,
            telling: workspace.letters.secondFactorOn
        )
        let fresh = try await store.beginSession(for: session.account.id, stage: .full, replacing: token)
        try await store.endSessions(of: session.account.id, sparing: fresh)
        try await store.forgetTries(.codeByAccount, by: session.account.id.text)
        var response = codesPage(codes, isNew: true)
        response.setCookie(workspace.settings.cookie(fresh))
        return response
    }

    /// The password was typed a moment ago, or is asked for again.
    private var asksPassword: Bool {
        session.missing == nil && store.effects.now() - session.createdAt > .minutes(15)
    }

    private func setupPage(secret: String, _ problems: Problems) -> Response {
        let link = TOTP.link(secret: secret, email: session.account.email)
        var values: Page.Values = [
            "secret": secret, "groups": Base32.groups(secret), "link": link, "asks_password": asksPassword,
            "required": session.missing == .secondFactor, "email": session.account.email,
        ]
        values["next"] = open.next?.text
        return response("account-second-factor", title: "Add a second step at sign-in", values, problems: problems)
    }

    // MARK: Off

    func secondFactorOffPage() -> Response { offPage(Problems()) }

    func turnOffSecondFactor() async throws -> Response {
        guard session.hasSecondFactor else { return .redirect(to: Address.account.path, type: .normal) }
        var problems = Problems()
        problems.add("current", try await problemWithCurrentPassword())
        guard problems.isEmpty else { return offPage(problems) }
        try await store.turnOffSecondFactor(of: session.account.id, telling: workspace.letters.secondFactorOff)
        return redirect(.account, .secondFactorOff)
    }

    private func offPage(_ problems: Problems) -> Response {
        let asking = session.practices.filter(\.requiresSecondFactor).map(\.name)
        var values: Page.Values = ["email": session.account.email]
        if !asking.isEmpty { values["asking"] = asking.joined(separator: ", ") }
        return response(
            "account-second-factor-off",
            title: "Turn off the second step at sign-in",
            values,
            problems: problems
        )
    }

    // MARK: Recovery codes

    func recoveryCodesPage() -> Response { newCodesPage(Problems()) }

    func makeRecoveryCodes() async throws -> Response {
        guard session.hasSecondFactor else { return .redirect(to: Address.account.path, type: .normal) }
        var problems = Problems()
        problems.add("current", try await problemWithCurrentPassword())
        guard problems.isEmpty else { return newCodesPage(problems) }
        let codes = RecoveryCodes.make(store.effects)
        try await store.setRecoveryCodes(codes, of: session.account.id)
        return codesPage(codes, isNew: false)
    }

    private func newCodesPage(_ problems: Problems) -> Response {
        response(
            "account-recovery-codes-new",
            title: "Make new recovery codes",
            ["email": session.account.email],
            problems: problems
        )
    }

    /// Shown once, and kept by no browser.
    private func codesPage(_ codes: [String], isNew: Bool) -> Response {
        var values: Page.Values = ["codes": codes]
        if isNew { values["notice"] = "The second step is on. You are signed out everywhere else." }
        values["onward"] = open.next?.text ?? (isNew ? Address.start.path : Address.account.path)
        var page = response("account-recovery-codes", title: "Keep your recovery codes", values)
        page.headers[.cacheControl] = "no-store"
        return page
    }
}
