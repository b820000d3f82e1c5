import Hummingbird
import HummingbirdTesting
import TandemAssets
import TandemCare
import TandemCatalog
import TandemStore
import TandemTestSupport
import TandemWeb

/// A server with a practice whose administrator, Dana, has chosen a password.
struct AccountWorld {
    static let email = "dana@example.org"
    static let password = "correct horse battery"

    let store: Store
    let clock: TestClock
    let passwords: Passwords
    let practice: Practice
    let client: any TestClientProtocol

    static func with(
        requiresSecondFactor: Bool = false,
        showsMail: Bool = false,
        home: TestHome = .memory,
        _ body: @Sendable (AccountWorld) async throws -> Void
    ) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let site = try Fixture.site(today: clock.effects.today)
            let common = Assets.texts(in: "Rules").first { $0.path == "common-passwords.txt" }?.text ?? ""
            let passwords = Passwords(clock.effects, strength: .quick, common: common)
            let workspace = Workspace(
                store: store,
                site: site,
                settings: WebSettings(
                    publicAddress: "http://localhost",
                    isSecure: false,
                    trustsProxy: false,
                    showsMail: showsMail
                ),
                passwords: passwords
            )
            let practice = Practice(
                id: store.effects.id(),
                name: "Bright Steps",
                disciplines: [.physical],
                requiresSecondFactor: requiresSecondFactor
            )
            let token = try await store.createPractice(practice, administrator: ("Dana", email))
            try await Application(router: site.router(workspace)).test(.router) { client in
                let browser = Browser(client)
                let joined = try await browser.post(
                    "/invitations/\(token.text)",
                    [("name", "Dana Reyes"), ("password", password)]
                )
                guard joined.status == 303 else { throw Unexpected(page: joined) }
                let world = AccountWorld(
                    store: store,
                    clock: clock,
                    passwords: passwords,
                    practice: practice,
                    client: client
                )
                try await body(world)
            }
        }
    }

    struct Unexpected: Error { let page: Browser.Page }

    func browser() -> Browser { Browser(client) }

    /// A browser in which Dana has signed in with her password.
    func signedIn() async throws -> Browser {
        let browser = browser()
        let page = try await signIn(browser)
        guard page.status == 303 else { throw Unexpected(page: page) }
        _ = try await browser.get("/account")
        return browser
    }

    func signIn(
        _ browser: Browser,
        email: String = AccountWorld.email,
        password: String = AccountWorld.password,
        next: String? = nil
    ) async throws -> Browser.Page {
        let fields = [("email", email), ("password", password)] + (next.map { [("next", $0)] } ?? [])
        return try await browser.post("/sign-in", fields)
    }

    /// The path in the newest letter to somebody.
    func link(to recipient: String) async throws -> String {
        let letters = try await store.waitingLetters().filter { $0.mail.recipient == recipient }
        let lines = letters.last?.mail.body.split(separator: "\n") ?? []
        return lines.first { $0.hasPrefix("http://localhost/") }.map { String($0.dropFirst(16)) } ?? ""
    }

    /// The code that Dana's telephone shows now.
    func code(_ secret: String) -> String {
        TOTP(base32: secret)?.code(step: TOTP.step(at: clock.now)) ?? ""
    }

    /// Turns the second factor on in a signed-in browser.
    /// - Returns: the secret and the recovery codes.
    func turnOnSecondFactor(_ browser: Browser) async throws -> (secret: String, recovery: [String]) {
        let secret = try await browser.get("/account/second-factor").value(of: "secret") ?? ""
        let page = try await browser.post("/account/second-factor", [("secret", secret), ("code", code(secret))])
        let codes = page.html.split(separator: "<li><code>").dropFirst().map { String($0.prefix { $0 != "<" }) }
        guard page.status == 200, codes.count == 10 else { throw Unexpected(page: page) }
        return (secret, codes)
    }
}
