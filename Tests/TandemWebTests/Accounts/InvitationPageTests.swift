import TandemCare
import TandemStore
import TandemTestSupport
import Testing

@Suite("Invitations and one's own account")
struct InvitationPageTests {
    private func invite(_ world: AccountWorld, _ email: String) async throws -> String {
        let token = Token(world.store.effects)
        let practice = world.practice.id
        try await world.store.change(by: .program) {
            let invitation = PracticeInvitation(practice: practice, email: email, roles: [.occupationalTherapist])
            try $0.invite(invitation, token, Letter(subject: "S", body: ""))
        }
        return "/invitations/\(token.text)"
    }

    @Test("Somebody new chooses a name and a password, and is in")
    func newcomer() async throws {
        try await AccountWorld.with { world in
            let link = try await invite(world, "omar@example.org")
            let browser = world.browser()
            let page = try await browser.get(link)
            #expect(page.html.contains("Join Bright Steps"))
            #expect(page.html.contains("omar@example.org") && page.html.contains("occupational therapist (OT)"))
            let wrong = try await browser.post(link, [("name", " "), ("password", "short")])
            #expect(wrong.status == 422 && wrong.html.contains("Write your name."))
            let joined = try await browser.post(
                link,
                [("name", " Omar  \r\n Haddad "), ("password", "tall green tree")]
            )
            #expect(joined.location == "/start")
            #expect(try await browser.get("/account").html.contains("Omar Haddad"))
            #expect(try await world.browser().get(link).status == 404)
        }
    }

    @Test("Somebody with an account signs in and joins with it; nobody can take the account over")
    func existing() async throws {
        try await AccountWorld.with { world in
            let link = try await invite(world, "omar@example.org")
            _ = try await world.browser().post(link, [("name", "Omar"), ("password", "tall green tree")])
            let other = Practice(id: world.store.effects.id(), name: "Little Hands", disciplines: [])
            let token = try await world.store.createPractice(other, administrator: ("Omar", "omar@example.org"))
            let second = "/invitations/\(token.text)"
            let page = try await world.browser().get(second)
            #expect(page.html.contains("Sign in to join") && !page.html.contains("type=\"password\""))
            let forced = try await world.browser().post(second, [("name", "M"), ("password", "stolen by mallory")])
            #expect(forced.status == 200 && forced.html.contains("Sign in to join"))
            let browser = world.browser()
            let signedIn = try await world.signIn(
                browser,
                email: "omar@example.org",
                password: "tall green tree",
                next: second
            )
            #expect(signedIn.location == second)
            #expect(try await browser.get(second).html.contains("You are signed in as <b>omar@example.org</b>"))
            #expect(try await browser.post(second, [("join", "1")], key: "forged").status == 403)
            #expect(try await browser.post(second, [("join", "1")]).location == "/start")
            #expect(try await browser.get(second).status == 404)
        }
    }

    @Test("An invitation to another email says so")
    func otherEmail() async throws {
        try await AccountWorld.with { world in
            let link = try await invite(world, "omar@example.org")
            let page = try await world.signedIn().get(link)
            #expect(page.html.contains("The invitation was sent to <b>omar@example.org</b>"))
        }
    }

    @Test("The email changes by a link to the new address, and the old one is told")
    func email() async throws {
        try await AccountWorld.with { world in
            let browser = try await world.signedIn()
            let fields = [("email", "dana@new.example"), ("current", AccountWorld.password)]
            #expect(try await browser.post("/account/email", [("email", "nonsense"), fields[1]]).status == 422)
            #expect(try await browser.post("/account/email", [fields[0], ("current", "wrong")]).status == 422)
            #expect(try await browser.post("/account/email", fields).status == 200)
            let link = try await world.link(to: "dana@new.example")
            #expect(try await world.browser().get(link).html.contains("dana@new.example"))
            #expect(try await world.signIn(world.browser(), email: "dana@new.example").status == 422, "not by looking")
            #expect(try await world.browser().post(link, []).html.contains("Your email is changed"))
            #expect(try await world.signIn(world.browser(), email: "dana@new.example").status == 303)
            #expect(try await world.signIn(world.browser()).status == 422)
            let letters = try await world.store.waitingLetters().map(\.mail)
            #expect(letters.contains { $0.recipient == AccountWorld.email && $0.subject.contains("was changed") })
        }
    }

    @Test("A name is any person's, and of two writers the second is told")
    func name() async throws {
        try await AccountWorld.with { world in
            let browser = try await world.signedIn()
            let version = try await browser.get("/account/name").value(of: "version") ?? ""
            let names = ["Zoë O'Brien-Núñez <script>", "José"]
            let first = try await browser.post("/account/name", [("name", names[0]), ("version", version)])
            #expect(first.location == "/account?done=name-changed")
            #expect(try await browser.get("/account").html.contains("O&#39;Brien-Núñez &lt;script&gt;"))
            let second = try await browser.post("/account/name", [("name", names[1]), ("version", version)])
            #expect(second.status == 409)
            #expect(second.html.contains("was changed meanwhile"))
            #expect(second.html.contains("value=\"José\""))
        }
    }

    @Test("Somebody sees where they are signed in, and ends the rest")
    func sessions() async throws {
        try await AccountWorld.with { world in
            let other = try await world.signedIn()
            world.clock.advance(by: .hours(1))
            let browser = try await world.signedIn()
            let page = try await browser.get("/account/sessions")
            #expect(page.html.contains("This device") && page.html.contains("Signed in 1 hour ago"))
            #expect(try await browser.post("/account/sessions", []).location == "/account?done=signed-out-elsewhere")
            #expect(try await other.get("/account").status == 303)
            #expect(try await browser.get("/account").status == 200)
        }
    }

    @Test("Letters that wait are a page only where Tandem is tried out")
    func mail() async throws {
        try await AccountWorld.with { world in
            let page = try await world.browser().get("/mail")
            #expect(page.status == 404)
        }
        try await AccountWorld.with(showsMail: true) { world in
            _ = try await world.browser().post("/sign-in/forgotten", [("email", AccountWorld.email)])
            let page = try await world.browser().get("/mail")
            #expect(page.html.contains("href=\"\(try await world.link(to: AccountWorld.email))\""))
        }
    }
}
