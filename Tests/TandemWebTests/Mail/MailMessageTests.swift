import Foundation
import TandemCare
import TandemStore
import TandemTestSupport
import TandemWeb
import Testing

@Suite("Letters as they travel")
struct MailMessageTests {
    @Test(
        "Subjects in any language come in words of 75 characters that read back",
        arguments: [
            "Plain", "Ünïcödé", "🐎 says hello", String(repeating: "Žluťoučký kůň ", count: 12),
            String(repeating: "long and plain ", count: 9), "=?looks encoded?=",
        ]
    )
    func subject(_ text: String) throws {
        let lines = EncodedWord.encode(text).split(separator: "\n ")
        #expect(lines.allSatisfy { $0.count <= 75 && $0.utf8.allSatisfy { (32...126).contains($0) } })
        let read = try lines.map { line -> String in
            guard line.hasPrefix("=?UTF-8?B?") else { return String(line) }
            let data = try #require(Data(base64Encoded: String(line.dropFirst(10).dropLast(2))))
            return try #require(String(data: data, encoding: .utf8), "no letter is cut in two")
        }
        #expect(read.joined() == text)
    }

    @Test("A body in any language comes in short ASCII lines")
    func body() {
        let text = "Grüße, José = 1\n" + String(repeating: "very long line ", count: 20) + " \n\n.\n.hidden\nend"
        let lines = QuotedPrintable.lines(text)
        #expect(lines.allSatisfy { $0.count <= 76 && $0.utf8.allSatisfy { (32...126).contains($0) } })
        #expect(lines.first == "Gr=C3=BC=C3=9Fe, Jos=C3=A9 =3D 1")
        #expect(lines.allSatisfy { $0.last != " " })
    }

    @Test("Nothing that a person typed begins a header of its own")
    func injection() async throws {
        let letter = try await OutboxLetter.sample(
            to: "a@example.org\r\nBcc: everybody@example.org",
            subject: "Hello\r\nBcc: everybody@example.org",
            body: "Text"
        )
        let sender = MailSender(email: "tandem@example.org", host: "example.org")
        let message = MailMessage(letter, from: sender, at: Instant(microseconds: 0))
        #expect(!message.lines.contains { $0.hasPrefix("Bcc") })
        #expect(message.lines.contains("Date: Thu, 01 Jan 1970 00:00:00 +0000"))
        #expect(message.lines.contains("Message-ID: <\(letter.id.text)@example.org>"))
    }
}

extension OutboxLetter {
    /// A letter as a sender claims it.
    static func sample(to recipient: String, subject: String = "Hello", body: String = "Text") async throws
        -> OutboxLetter
    {
        try await TestStore.with { store in
            let mail = Mail(to: recipient, subject: subject, body: body)
            try await store.change(by: .program) { try $0.send(mail) }
            return try #require(try await store.claimLetter())
        }
    }
}
