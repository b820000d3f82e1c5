import TandemCare
import TandemStore
import TandemWeb
import Testing

@Suite("Sending through a mail server", .serialized)
struct SMTPTests {
    private static let sender = MailSender(email: "tandem@example.org", host: "tandem.example.org")
    private static let now = Instant(microseconds: 1_790_000_000_000_000)

    private func deliver(_ letter: OutboxLetter, _ settings: SMTPSettings) async throws -> MailOutcome {
        try await SMTPTransport(settings, sender: Self.sender).deliver(letter, at: Self.now)
    }

    private func settings(
        _ server: MailServer,
        _ security: SMTPSettings.Security,
        host: String = "localhost",
        password: String? = nil,
        limit: Duration = .minutes(1)
    ) -> SMTPSettings {
        SMTPSettings(
            host: host,
            port: server.port,
            security: security,
            user: password.map { _ in "tandem" },
            password: password,
            trustRoots: server.certificate,
            limit: limit
        )
    }

    @Test("A letter arrives as it was written, dots and letters of any language too")
    func arrives() async throws {
        let body =
            "Grüße\n.\n..two dots\n.hidden = not\nhttps://example.org/passwords/" + String(repeating: "a", count: 43)
        let letter = try await OutboxLetter.sample(to: "ana@example.org", subject: "Grüße, José", body: body)
        try await MailServer.with { server in
            let outcome = try await deliver(letter, settings(server, .none))
            try #require(outcome == .sent)
            let taken = try #require(try await server.next())
            #expect(taken.sender == "tandem@example.org" && taken.recipient == "ana@example.org")
            #expect(taken.host == "tandem.example.org" && !taken.tls && taken.user == nil)
            let expected = MailMessage(letter, from: Self.sender, at: Self.now).text(lineEnd: "\r\n")
            #expect(taken.text == expected)
        }
    }

    @Test(
        "With TLS from the start, or begun in the clear, the password is said over TLS only",
        arguments: [("--tls", SMTPSettings.Security.tls), ("--starttls", .startTLS)]
    )
    func tls(_ option: String, _ security: SMTPSettings.Security) async throws {
        let letter = try await OutboxLetter.sample(to: "ana@example.org")
        try await MailServer.with([option, "--auth"]) { server in
            let outcome = try await deliver(letter, settings(server, security, password: "p@ss word"))
            try #require(outcome == .sent)
            let taken = try #require(try await server.next())
            #expect(taken.tls && taken.user == "tandem")
            let wrong = try await deliver(letter, settings(server, security, password: "wrong"))
            #expect(wrong == .deferred("AUTH 535"))
        }
    }

    @Test("A certificate that nobody vouches for, or of another host, ends it before anything is said")
    func certificate() async throws {
        let letter = try await OutboxLetter.sample(to: "ana@example.org")
        try await MailServer.with(["--starttls"]) { server in
            let stranger = SMTPSettings(host: "localhost", port: server.port, security: .startTLS)
            let other = settings(server, .startTLS, host: "127.0.0.1")
            for settings in [stranger, other] {
                guard case .deferred = try await deliver(letter, settings) else {
                    Issue.record("it was sent")
                    continue
                }
            }
        }
    }

    @Test("A server without TLS gets nothing where TLS is asked for")
    func noTLS() async throws {
        let letter = try await OutboxLetter.sample(to: "ana@example.org")
        try await MailServer.with { server in
            let outcome = try await deliver(letter, settings(server, .startTLS))
            #expect(outcome == .deferred("the mail server offers no TLS"))
        }
    }

    @Test(
        "What the server says decides: later, never, or nobody knows",
        arguments: [
            ("later@example.org", MailOutcome.deferred("RCPT 451")), ("never@example.org", .refused("RCPT 550")),
            ("full@example.org", .deferred("letter 452")), ("drop@example.org", .uncertain("SMTPFailure")),
            ("slow@example.org", .uncertain("it took too long")), ("no address", .refused("the address is none")),
            ("a@b.org>\r\nRCPT TO:<c@d.org", .refused("the address is none")),
        ]
    )
    func outcomes(_ recipient: String, _ expected: MailOutcome) async throws {
        let letter = try await OutboxLetter.sample(to: recipient)
        try await MailServer.with { server in
            let limit = recipient.hasPrefix("slow") ? Duration.seconds(10) : .minutes(1)
            let outcome = try await deliver(letter, settings(server, .none, limit: limit))
            switch (outcome, expected) {
            // A hang-up may be seen as an end or as a reset.
            case (.uncertain, .uncertain): break
            default: #expect(outcome == expected)
            }
        }
    }

    @Test("A server that is not there means later")
    func away() async throws {
        let letter = try await OutboxLetter.sample(to: "ana@example.org")
        let outcome = try await deliver(letter, SMTPSettings(host: "127.0.0.1", port: 1, security: .none))
        guard case .deferred = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }
}
