import HTTPTypes
import TandemCare
import TandemDatabase
import TandemStore
import TandemTestSupport
import TandemWeb
import Testing

@Suite("Signing in")
struct SignInTests {
    @Test("Email and password lead in, whatever the case of the email")
    func signIn() async throws {
        try await AccountWorld.with { world in
            let browser = world.browser()
            let page = try await world.signIn(browser, email: " DANA@example.ORG ")
            #expect(page.status == 303)
            #expect(page.location == "/start")
            let cookie = page.headers[values: .setCookie].first ?? ""
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
            #expect(try await browser.get("/account").html.contains("Dana Reyes"))
        }
    }

    @Test(
        "A wrong password and an unknown email look the same, and cost the same",
        arguments: [("dana@example.org", "wrong password"), ("nobody@example.org", "correct horse battery")]
    )
    func sameAnswer(_ email: String, _ password: String) async throws {
        try await AccountWorld.with { world in
            let (runs, commits) = (world.passwords.hasher.runs, world.store.database.commits)
            let page = try await world.signIn(world.browser(), email: email, password: password)
            #expect(page.status == 422)
            #expect(page.title.hasPrefix("Error: Sign in"))
            #expect(page.html.contains("The email or the password is not right."))
            #expect(page.html.contains("value=\"\(email)\""))
            #expect(world.passwords.hasher.runs == runs + 1)
            #expect(world.store.database.commits == commits + 2)
        }
    }

    @Test("The whole page is the same for an unknown email, letter by letter")
    func sameBody() async throws {
        try await AccountWorld.with { world in
            let known = try await world.signIn(world.browser(), password: "wrong password")
            let unknown = try await world.signIn(world.browser(), email: "none@example.org", password: "wrong password")
            #expect(known.html == unknown.html.replacing("none@example.org", with: AccountWorld.email))
        }
    }

    @Test("Nobody gets in without a password", arguments: ["", "  "])
    func empty(_ password: String) async throws {
        try await AccountWorld.with { world in
            let page = try await world.signIn(world.browser(), password: password)
            #expect(page.status == 422)
        }
    }

    @Test(
        "Going on leads to this site only",
        arguments: [
            "https://evil.example", "//evil.example", "/\\evil.example", "/%2f/evil.example", "/..//evil.example",
            "javascript:alert(1)", "evil.example", "/a?b=//c", "/\u{9}/evil.example", "/a\r\nX-Evil: 1",
            "/@evil.example",
        ]
    )
    func openRedirect(_ next: String) async throws {
        try await AccountWorld.with { world in
            #expect(try await world.signIn(world.browser(), next: next).location == "/start")
            let page = try await world.browser().get("/sign-in?next=\(next.filter { $0.isASCII && $0 > " " })")
            #expect(page.value(of: "next") == nil)
        }
    }

    @Test("A page that needs signing in comes after it")
    func next() async throws {
        try await AccountWorld.with { world in
            let browser = world.browser()
            let asked = try await browser.get("/account/name")
            #expect(asked.location == "/sign-in?next=%2Faccount%2Fname")
            let form = try await browser.get("/sign-in?next=%2Faccount%2Fname")
            #expect(form.value(of: "next") == "/account/name")
            #expect(try await world.signIn(browser, next: "/account/name").location == "/account/name")
            #expect(try await browser.get("/sign-in?next=/account/name").location == "/account/name")
        }
    }

    @Test("Guessing one account ends after ten tries, for a real one and for none, and a new password leads on")
    func throttledByAccount() async throws {
        try await AccountWorld.with { world in
            for email in [AccountWorld.email, "nobody@example.org"] {
                for _ in 0..<10 {
                    #expect(try await world.signIn(world.browser(), email: email, password: "wrong").status == 422)
                }
                let page = try await world.signIn(world.browser(), email: email, password: AccountWorld.password)
                #expect(page.status == 429)
                #expect(page.html.contains("Wait 15 minutes") && page.html.contains("/sign-in/forgotten"))
            }
            _ = try await world.browser().post("/sign-in/forgotten", [("email", AccountWorld.email)])
            let fresh = "another horse battery"
            let set = try await world.browser().post(
                try await world.link(to: AccountWorld.email),
                [("password", fresh)]
            )
            #expect(set.status == 303)
            #expect(try await world.signIn(world.browser(), password: fresh).status == 303)
        }
    }

    @Test("Guessing many accounts from one address ends after sixty tries, and is over after 15 minutes")
    func throttledByAddress() async throws {
        try await AccountWorld.with { world in
            for number in 0..<60 {
                let page = try await world.signIn(world.browser(), email: "p\(number)@example.org", password: "wrong")
                #expect(page.status == 422)
            }
            #expect(try await world.signIn(world.browser()).status == 429)
            world.clock.advance(by: .minutes(15))
            #expect(try await world.signIn(world.browser()).status == 303)
        }
    }

    @Test("A form that another site sends is refused", arguments: ["cross-site", "same-site"])
    func crossSite(_ site: String) async throws {
        try await AccountWorld.with { world in
            let headers: HTTPFields = [try #require(HTTPField.Name("Sec-Fetch-Site")): site]
            let fields = [("email", AccountWorld.email), ("password", AccountWorld.password)]
            #expect(try await world.browser().post("/sign-in", fields, headers: headers).status == 403)
            let origin: HTTPFields = [.origin: "https://evil.example"]
            #expect(try await world.browser().post("/sign-in", fields, headers: origin).status == 403)
        }
    }

    @Test("A form without the key of the session changes nothing", arguments: ["", "forged", "0"])
    func forged(_ key: String) async throws {
        try await AccountWorld.with { world in
            let browser = try await world.signedIn()
            let page = try await browser.post("/account/name", [("name", "Mallory"), ("version", "2")], key: key)
            #expect(page.status == 403)
            #expect(try await browser.get("/account").html.contains("Dana Reyes"))
            #expect(try await browser.post("/sign-out", [], key: key).status == 403)
        }
    }

    @Test("Signing out ends the session on the server, not only in the browser")
    func signOut() async throws {
        try await AccountWorld.with { world in
            let browser = try await world.signedIn()
            let stolen = Browser(world.client, cookie: browser.token)
            #expect(try await stolen.get("/account").status == 200)
            #expect(try await browser.post("/sign-out", []).location == "/sign-in")
            #expect(browser.token == nil)
            #expect(try await stolen.get("/account").status == 303)
        }
    }

    @Test("A session ends when it rests for too long")
    func idle() async throws {
        try await AccountWorld.with { world in
            let browser = try await world.signedIn()
            world.clock.advance(by: Session.idle)
            #expect(try await browser.get("/account").location?.hasPrefix("/sign-in") == true)
        }
    }

    @Test("Signing in again rotates the token; one that was planted is worth nothing")
    func fixation() async throws {
        try await AccountWorld.with { world in
            let planted = String(repeating: "A", count: 43)
            let browser = Browser(world.client, cookie: planted)
            #expect(try await world.signIn(browser).status == 303)
            #expect(browser.token != planted)
            let first = browser.token
            #expect(try await world.signIn(browser).status == 303)
            #expect(browser.token != first)
            let page = try await Browser(world.client, cookie: first).get("/account")
            #expect(page.status == 303)
        }
    }
}
