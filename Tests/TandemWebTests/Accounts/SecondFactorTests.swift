import HTTPTypes
import TandemCare
import TandemStore
import TandemTestSupport
import Testing

@Suite("The second step at sign-in")
struct SecondFactorTests {
    @Test("After the password the code is asked for, and nothing else opens before it")
    func code() async throws {
        try await AccountWorld.with { world in
            let (secret, _) = try await world.turnOnSecondFactor(try await world.signedIn())
            world.clock.advance(by: .seconds(30))
            let browser = world.browser()
            let half = try await world.signIn(browser, next: "/account/name")
            #expect(half.location == "/sign-in/code?next=%2Faccount%2Fname")
            for path in ["/account", "/account/password", "/start"] {
                #expect(try await browser.get(path).location?.hasPrefix("/sign-in") == true)
            }
            #expect(try await browser.get("/account/second-factor").location == "/sign-in/code")
            let page = try await browser.get("/sign-in/code?next=%2Faccount%2Fname")
            #expect(page.html.contains("autocomplete=\"one-time-code\""))
            let before = browser.token
            let done = try await browser.post(
                "/sign-in/code",
                [("code", world.code(secret)), ("next", "/account/name")]
            )
            #expect(done.location == "/account/name")
            #expect(browser.token != before)
            #expect(try await browser.get("/account").status == 200)
            #expect(try await Browser(world.client, cookie: before).get("/account").status == 303)
        }
    }

    @Test("A code works once, also the one that turned it on")
    func replay() async throws {
        try await AccountWorld.with { world in
            let (secret, _) = try await world.turnOnSecondFactor(try await world.signedIn())
            let first = try await half(world)
            #expect(try await first.post("/sign-in/code", [("code", world.code(secret))]).status == 422)
            world.clock.advance(by: .seconds(30))
            let code = world.code(secret)
            #expect(try await first.post("/sign-in/code", [("code", code)]).status == 303)
            #expect(try await half(world).post("/sign-in/code", [("code", code)]).status == 422)
        }
    }

    @Test("A wrong code is refused, and six of them are enough", arguments: ["000000", "12345", "abcdef", "１２３４５６"])
    func wrong(_ code: String) async throws {
        try await AccountWorld.with { world in
            let (secret, _) = try await world.turnOnSecondFactor(try await world.signedIn())
            let browser = try await half(world)
            for _ in 0..<6 {
                let page = try await browser.post("/sign-in/code", [("code", code)])
                #expect(page.status == 422)
                #expect(page.html.contains("There is a problem"))
            }
            world.clock.advance(by: .minutes(1))
            #expect(try await browser.post("/sign-in/code", [("code", world.code(secret))]).status == 429)
        }
    }

    @Test("A recovery code leads in once, however it is typed")
    func recovery() async throws {
        try await AccountWorld.with { world in
            let (_, codes) = try await world.turnOnSecondFactor(try await world.signedIn())
            let typed = codes[3].lowercased().replacing("-", with: " ").replacing("0", with: "o")
            let browser = try await half(world)
            #expect(try await browser.post("/sign-in/code", [("recovery", typed)]).status == 303)
            #expect(try await browser.get("/account").html.contains("9 left"))
            #expect(try await half(world).post("/sign-in/code", [("recovery", codes[3])]).status == 422)
        }
    }

    @Test("Where the practice asks for it, it is set up before anything else")
    func required() async throws {
        try await AccountWorld.with(requiresSecondFactor: true) { world in
            let browser = world.browser()
            #expect(try await world.signIn(browser).location == "/account/second-factor")
            #expect(try await browser.get("/account").location?.hasPrefix("/sign-in") == true)
            #expect(try await browser.get("/sign-in").location == "/account/second-factor")
            let page = try await browser.get("/account/second-factor")
            #expect(page.html.contains("Your practice asks for it"))
            #expect(page.html.contains("otpauth://totp/Tandem:dana%40example.org?secret="))
            _ = try await world.turnOnSecondFactor(browser)
            let account = try await browser.get("/account")
            #expect(account.status == 200)
            let off = try await browser.post("/account/second-factor/off", [("current", AccountWorld.password)])
            #expect(off.status == 400)
            #expect(try await browser.get("/account").html.contains("On: a code from your phone"))
        }
    }

    @Test("Somebody who is signed in already is led there too, once the practice asks for it")
    func requiredLater() async throws {
        try await AccountWorld.with { world in
            let browser = try await world.signedIn()
            let practice = world.practice.id
            try await world.store.change(by: .program) { try $0.update(practice) { $0.requiresSecondFactor = true } }
            #expect(try await browser.get("/account").location == "/sign-in?next=%2Faccount")
            #expect(
                try await browser.get("/sign-in?next=%2Faccount").location == "/account/second-factor?next=%2Faccount"
            )
        }
    }

    @Test("Turning it on takes a right code, and later the password; it ends the other sessions")
    func turningOn() async throws {
        try await AccountWorld.with { world in
            let (browser, other) = (try await world.signedIn(), try await world.signedIn())
            world.clock.advance(by: .minutes(16))
            let secret = try await browser.get("/account/second-factor").value(of: "secret") ?? ""
            let wrong = try await browser.post("/account/second-factor", [("secret", secret), ("code", "000000")])
            #expect(wrong.status == 422)
            #expect(wrong.value(of: "secret") == secret, "the same secret is shown again")
            #expect(wrong.html.contains("Write the password that you use now."))
            let right = try await browser.post(
                "/account/second-factor",
                [("secret", secret), ("code", world.code(secret)), ("current", AccountWorld.password)]
            )
            #expect(right.status == 200)
            #expect(right.headers[.cacheControl] == "no-store")
            #expect(try await other.get("/account").status == 303)
        }
    }

    @Test("Turning it off and new recovery codes take the password")
    func off() async throws {
        try await AccountWorld.with { world in
            let browser = try await world.signedIn()
            let (_, old) = try await world.turnOnSecondFactor(browser)
            _ = try await browser.get("/account/recovery-codes")
            #expect(try await browser.post("/account/recovery-codes", [("current", "wrong")]).status == 422)
            let page = try await browser.post("/account/recovery-codes", [("current", AccountWorld.password)])
            #expect(page.status == 200 && !page.html.contains(old[0]))
            #expect(try await half(world).post("/sign-in/code", [("recovery", old[0])]).status == 422)
            #expect(try await browser.post("/account/second-factor/off", [("current", "wrong")]).status == 422)
            let off = try await browser.post("/account/second-factor/off", [("current", AccountWorld.password)])
            #expect(off.location == "/account?done=second-factor-off")
            #expect(try await world.signIn(world.browser()).location == "/start")
        }
    }

    /// A browser after the password, before the code.
    private func half(_ world: AccountWorld) async throws -> Browser {
        let browser = world.browser()
        _ = try await world.signIn(browser)
        _ = try await browser.get("/sign-in/code")
        return browser
    }
}
