import HTTPTypes
import TandemDatabase
import TandemStore
import Testing

@Suite("Forgotten and changed passwords")
struct PasswordPageTests {
    private static let fresh = "three little words"

    @Test("The answer is the same for an unknown email, letter by letter, and writes as much")
    func sameAnswer() async throws {
        try await AccountWorld.with { world in
            var pages: [String] = []
            for email in [AccountWorld.email, "none@example.org"] {
                let commits = world.store.database.commits
                let page = try await world.browser().post("/sign-in/forgotten", [("email", email)])
                #expect(page.status == 200)
                #expect(world.store.database.commits == commits + 3)
                pages.append(page.html.replacing("none@example.org", with: AccountWorld.email))
            }
            #expect(pages[0] == pages[1])
            #expect(try await world.store.waitingLetters().map(\.mail.recipient) == [AccountWorld.email])
        }
    }

    @Test("The link sets a new password once, signs in, and ends every other session")
    func link() async throws {
        try await AccountWorld.with { world in
            let other = try await world.signedIn()
            _ = try await world.browser().post("/sign-in/forgotten", [("email", AccountWorld.email)])
            let link = try await world.link(to: AccountWorld.email)
            let browser = world.browser()
            let form = try await browser.get(link)
            #expect(form.status == 200 && form.html.contains("autocomplete=\"new-password\""))
            #expect(form.headers[.init("Referrer-Policy") ?? .via] == "no-referrer")
            #expect(try await browser.post(link, [("password", "short")]).status == 422)
            #expect(try await browser.post(link, [("password", Self.fresh)]).location == "/start")
            #expect(try await browser.get("/account").status == 200)
            #expect(try await other.get("/account").status == 303)
            #expect(try await world.browser().get(link).status == 404)
            let late = try await world.browser().post(link, [("password", "again some words")])
            #expect(late.status == 404 && late.html.contains("This link no longer works"))
            #expect(try await world.signIn(world.browser(), password: Self.fresh).status == 303)
            #expect(try await world.signIn(world.browser()).status == 422)
        }
    }

    @Test("The link does not lead around the second step")
    func secondFactor() async throws {
        try await AccountWorld.with { world in
            _ = try await world.turnOnSecondFactor(try await world.signedIn())
            _ = try await world.browser().post("/sign-in/forgotten", [("email", AccountWorld.email)])
            let browser = world.browser()
            let page = try await browser.post(
                try await world.link(to: AccountWorld.email),
                [("password", Self.fresh)]
            )
            #expect(page.location == "/sign-in/code")
            #expect(try await browser.get("/account").status == 303)
        }
    }

    @Test("Asking for many links is slowed down, for a real account and for none")
    func throttled() async throws {
        try await AccountWorld.with { world in
            for email in [AccountWorld.email, "none@example.org"] {
                for _ in 0..<5 {
                    #expect(try await world.browser().post("/sign-in/forgotten", [("email", email)]).status == 200)
                }
                let page = try await world.browser().post("/sign-in/forgotten", [("email", email)])
                #expect(page.status == 429)
            }
        }
    }

    @Test(
        "A link that never was looks like one that is over",
        arguments: [
            "/passwords/x", "/passwords/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "/invitations/x",
            "/invitations/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "/emails/x",
        ]
    )
    func dead(_ path: String) async throws {
        try await AccountWorld.with { world in
            let page = try await world.browser().get(path)
            #expect(page.status == 404)
            #expect(page.html.contains("This link no longer works"))
            #expect(try await world.browser().post(path, [("password", Self.fresh), ("name", "X")]).status == 404)
        }
    }

    @Test("A link of one kind opens nothing of another")
    func kinds() async throws {
        try await AccountWorld.with { world in
            _ = try await world.browser().post("/sign-in/forgotten", [("email", AccountWorld.email)])
            let token = try await world.link(to: AccountWorld.email).split(separator: "/").last ?? ""
            for kind in ["invitations", "emails"] {
                #expect(try await world.browser().get("/\(kind)/\(token)").status == 404)
                #expect(try await world.browser().post("/\(kind)/\(token)", [("password", Self.fresh)]).status == 404)
            }
            #expect(try await world.browser().get("/passwords/\(token)").status == 200, "and is not used up")
        }
    }

    @Test("Changing the password takes the old one, ends other sessions and tells by mail")
    func change() async throws {
        try await AccountWorld.with { world in
            let (browser, other) = (try await world.signedIn(), try await world.signedIn())
            let wrong = try await browser.post("/account/password", [("current", "x"), ("password", Self.fresh)])
            #expect(wrong.status == 422 && wrong.html.contains("This is not your password."))
            let before = browser.token
            let page = try await browser.post(
                "/account/password",
                [("current", AccountWorld.password), ("password", Self.fresh)]
            )
            #expect(page.location == "/account?done=password-changed")
            #expect(browser.token != before)
            #expect(try await browser.get("/account?done=password-changed").html.contains("Your password is changed."))
            #expect(try await other.get("/account").status == 303)
            let letters = try await world.store.waitingLetters().map(\.mail.subject)
            #expect(letters == ["Your Tandem password was changed"])
        }
    }

    @Test(
        "Passwords that are guessed first are refused, with what to do",
        arguments: [
            ("short", "10 characters"), ("password123", "guessed first"), ("qwertyuiop", "guessed first"),
            ("sunshine2024", "guessed first"), ("aaaaaaaaaaaa", "guessed first"), ("1234567890123", "guessed first"),
            ("abcabcabcabc", "guessed first"), ("dana@example.org", "close to your name"),
            ("danareyes123", "close to your name"), (String(repeating: "ab c", count: 65), "256 characters"),
        ]
    )
    func rules(_ password: String, _ words: String) async throws {
        try await AccountWorld.with { world in
            let browser = try await world.signedIn()
            let page = try await browser.post(
                "/account/password",
                [("current", AccountWorld.password), ("password", password)]
            )
            #expect(page.status == 422)
            #expect(page.html.contains(words))
            let inputs = page.html.split(separator: "<input ").filter { $0.contains("type=\"password\"") }
            #expect(
                inputs.allSatisfy { !$0.prefix { $0 != ">" }.contains("value=") },
                "no password is written into a page"
            )
        }
    }

    @Test(
        "Any characters will do, and the same password typed on another keyboard is the same",
        arguments: [
            ("pferd batterie klammer", "pferd batterie klammer"), ("🐎🔋📎🌙🐎🔋📎🌙🐙🍎", "🐎🔋📎🌙🐎🔋📎🌙🐙🍎"),
            ("caf\u{e9} au lait here", "cafe\u{301} au lait here"), ("  spaces count  ", "  spaces count  "),
        ]
    )
    func anyCharacters(_ chosen: String, _ typed: String) async throws {
        try await AccountWorld.with { world in
            let browser = try await world.signedIn()
            let page = try await browser.post(
                "/account/password",
                [("current", AccountWorld.password), ("password", chosen)]
            )
            #expect(page.status == 303)
            #expect(try await world.signIn(world.browser(), password: typed).status == 303)
        }
    }
}
