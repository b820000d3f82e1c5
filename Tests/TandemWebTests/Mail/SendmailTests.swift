import Foundation
import TandemCare
import TandemStore
import TandemWeb
import Testing

@Suite("Sending through a program")
struct SendmailTests {
    private static let sender = MailSender(email: "tandem@example.org", host: "tandem.example.org")

    /// Runs `body` with a program that does what the script says.
    private func with(_ script: String, _ body: (URL, SendmailTransport) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tandem-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = folder.appending(path: "sendmail")
        let text = "#!/bin/sh\ncd '\(folder.path)'\n\(script)\n"
        try Data(text.utf8).write(to: program)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program.path)
        try await body(folder, SendmailTransport(path: program.path, sender: Self.sender, limit: .seconds(2)))
    }

    @Test("The program gets the letter, who writes and to whom, and nothing of our environment")
    func arrives() async throws {
        let letter = try await OutboxLetter.sample(to: "ana@example.org", body: "One\n.\nTwo")
        let now = Instant(microseconds: 1_790_000_000_000_000)
        try await with(#"cat > letter; printf '%s\n' "$@" > words; env > environment"#) { folder, transport in
            #expect(await transport.deliver(letter, at: now) == .sent)
            let text = try String(contentsOf: folder.appending(path: "letter"), encoding: .utf8)
            #expect(text == MailMessage(letter, from: Self.sender, at: now).text(lineEnd: "\n"))
            let words = try String(contentsOf: folder.appending(path: "words"), encoding: .utf8)
            #expect(words == "-i\n-f\ntandem@example.org\n--\nana@example.org\n")
            let environment = try String(contentsOf: folder.appending(path: "environment"), encoding: .utf8)
            #expect(!environment.contains("HOME="))
        }
    }

    @Test(
        "How the program ends decides",
        arguments: [
            ("exit 0", MailOutcome.sent), ("exit 75", .deferred("exit 75")), ("exit 67", .refused("exit 67")),
            ("exit 1", .deferred("exit 1")), ("exec sleep 60", .uncertain("the program took too long")),
            ("kill -9 $$", .uncertain("the program was ended")),
        ]
    )
    func outcomes(_ script: String, _ expected: MailOutcome) async throws {
        let letter = try await OutboxLetter.sample(to: "ana@example.org")
        try await with(script) { _, transport in
            #expect(await transport.deliver(letter, at: letter.createdAt) == expected)
        }
    }

    @Test("A program that is not there means later; an address that is none means never")
    func missing() async throws {
        let transport = SendmailTransport(path: "/nowhere/sendmail", sender: Self.sender)
        let letter = try await OutboxLetter.sample(to: "ana@example.org")
        #expect(await transport.deliver(letter, at: letter.createdAt) == .deferred("the program could not be started"))
        let option = try await OutboxLetter.sample(to: "-oQ/tmp")
        #expect(await transport.deliver(option, at: option.createdAt) == .refused("the address is none"))
    }
}
