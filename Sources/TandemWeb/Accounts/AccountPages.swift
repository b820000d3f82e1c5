import HTTPTypes
import Hummingbird
import TandemCare
import TandemStore

/// One's own account: name, password, where one is signed in.
extension Visit {
    func accountPage() async throws -> Response {
        let others = try await store.openSessions(of: session.account.id, asking: token).count { !$0.isThis }
        var values: Page.Values = [
            "name": session.account.name, "email": session.account.email, "second_factor": session.hasSecondFactor,
            "one_other": others == 1, "account_is_here": true,
        ]
        if others > 0 { values["others"] = others }
        if session.hasSecondFactor { values["codes_left"] = try await store.recoveryCodesLeft(of: session.account.id) }
        return response("account", title: "Your account", values)
    }

    // MARK: Name

    func namePage() -> Response { namePage(session.account.name, Problems()) }

    func setName() async throws -> Response {
        let name = PersonName.tidied(form["name"] ?? "")
        var problems = Problems()
        problems.add("name", PersonName.problem(with: name))
        guard problems.isEmpty else { return namePage(name, problems) }
        let version = form["version"].flatMap { Int($0) } ?? 0
        do {
            try await store.setName(name, of: session.account.id, version: version)
        } catch StoreFailure.conflict {
            return try await nameConflictPage(name)
        }
        return redirect(.account, .nameChanged)
    }

    /// What stands now is read again: it may have been saved after this request began.
    private func nameConflictPage(_ typed: String) async throws -> Response {
        guard let current = try await store.session(token) else {
            throw Failure.signInNeeded(next: Address.accountName.path)
        }
        let message = "Your name was changed meanwhile, to \"\(current.account.name)\". Save again to use this one."
        return Visit(open: open, session: current, token: token)
            .namePage(typed, Problems("name", message), status: .conflict)
    }

    private func namePage(
        _ name: String,
        _ problems: Problems,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        response(
            "account-name",
            title: "Change your name",
            ["name": name, "version": session.accountVersion],
            problems: problems,
            status: status
        )
    }

    // MARK: Password

    func passwordPage() -> Response { passwordPage(Problems()) }

    func changePassword() async throws -> Response {
        let password = form["password"] ?? ""
        var problems = Problems()
        problems.add("current", try await problemWithCurrentPassword())
        problems.add(
            "password",
            workspace.passwords.rules.problem(
                with: password,
                email: session.account.email,
                name: session.account.name
            )
        )
        guard problems.isEmpty else { return passwordPage(problems) }
        let fresh = try await store.beginSession(for: session.account.id, stage: .full, replacing: token)
        try await store.setPassword(
            of: session.account.id,
            hash: try await workspace.passwords.hash(password),
            sparing: fresh,
            telling: workspace.letters.passwordChanged
        )
        var response = redirect(.account, .passwordChanged)
        response.setCookie(workspace.settings.cookie(fresh))
        return response
    }

    private func passwordPage(_ problems: Problems) -> Response {
        response(
            "account-password",
            title: "Change your password",
            ["email": session.account.email],
            problems: problems
        )
    }

    /// Holds the field `current` against the person's password: what guards the account is changed by its owner only.
    func problemWithCurrentPassword() async throws -> String? {
        let typed = form["current"] ?? ""
        if typed.isEmpty { return "Write the password that you use now." }
        let key = Account.key(email: session.account.email)
        guard try await store.countTry(.signInByAccount, by: key) else { throw Failure.throttled }
        let hash = try await store.credential(of: session.account.id).passwordHash
        guard try await workspace.passwords.verify(typed, against: hash) else { return "This is not your password." }
        try await store.forgetTries(.signInByAccount, by: key)
        return nil
    }

    // MARK: Sessions

    func sessionsPage() async throws -> Response {
        let now = store.effects.now()
        let sessions = try await store.openSessions(of: session.account.id, asking: token)
        let rows: [Page.Values] = sessions.map {
            [
                "is_this": $0.isThis, "began": TimeAgo.text(now - $0.createdAt), "seen": TimeAgo.text(now - $0.seenAt),
            ]
        }
        return response(
            "account-sessions",
            title: "Where you are signed in",
            ["sessions": rows, "has_others": sessions.contains { !$0.isThis }]
        )
    }

    func endOtherSessions() async throws -> Response {
        try await store.endSessions(of: session.account.id, sparing: token)
        return redirect(.account, .signedOutElsewhere)
    }
}
