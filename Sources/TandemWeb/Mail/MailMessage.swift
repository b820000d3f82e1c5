import Foundation
package import TandemCare
package import TandemStore

/// A letter as it travels (RFC 5322, MIME): plain text in UTF-8. Its Message-ID comes from the outbox, so a mail server that sees
/// a letter again can know it.
package struct MailMessage: Sendable {
    /// Lines without their ends; none is longer than 76 characters.
    package let lines: [String]

    package init(_ letter: OutboxLetter, from sender: MailSender, at now: Instant) {
        let headers = [
            "From: Tandem <\(Self.oneLine(sender.email))>",
            "To: <\(Self.oneLine(letter.mail.recipient))>",
            "Subject: " + EncodedWord.encode(Self.oneLine(letter.mail.subject)),
            "Date: " + Self.date(now),
            "Message-ID: <\(letter.id.text)@\(Self.oneLine(sender.host))>",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            "",
        ]
        lines =
            headers.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
            + QuotedPrintable.lines(letter.mail.body)
    }

    package func text(lineEnd: String) -> String { lines.map { $0 + lineEnd }.joined() }

    /// Nothing that comes from a person can begin a header of its own.
    private static func oneLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.generalCategory != .control }))
    }

    private static func date(_ now: Instant) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
        return formatter.string(from: Date(timeIntervalSince1970: Double(now.microseconds) / 1_000_000))
    }
}

/// Header texts in any language (RFC 2047).
package enum EncodedWord {
    /// Plain ASCII that fits on a line stays as it is; the rest becomes encoded words of at most 75 characters, one a line.
    package static func encode(_ text: String) -> String {
        if text.utf8.allSatisfy({ (32...126).contains($0) }), text.utf8.count <= 66, !text.contains("=?") {
            return text
        }
        var words: [String] = []
        var chunk: [UInt8] = []
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if chunk.count + bytes.count > 42 {
                words.append(word(chunk))
                chunk = []
            }
            chunk += bytes
        }
        if !chunk.isEmpty { words.append(word(chunk)) }
        return words.joined(separator: "\n ")
    }

    private static func word(_ bytes: [UInt8]) -> String { "=?UTF-8?B?\(Data(bytes).base64EncodedString())?=" }
}

/// Text in lines of at most 76 ASCII characters (RFC 2045, section 6.7).
package enum QuotedPrintable {
    package static func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line(Array($0.utf8)) }
    }

    private static func line(_ bytes: [UInt8]) -> [String] {
        var lines: [String] = []
        var current = ""
        for (index, byte) in bytes.enumerated() {
            let isLastSpace = (byte == 32 || byte == 9) && index == bytes.count - 1
            let isPlain = (32...126).contains(byte) && byte != UInt8(ascii: "=") || byte == 9
            let piece =
                isPlain && !isLastSpace
                ? String(UnicodeScalar(byte)) : "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16).uppercased()
            // One place is kept for the mark of a soft end.
            if current.count + piece.count > 75 {
                lines.append(current + "=")
                current = ""
            }
            current += piece
        }
        return lines + [current]
    }
}
