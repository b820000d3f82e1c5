import Hummingbird
import TandemStore

/// The letters that wait, where Tandem is tried out and nothing goes out.
extension OpenVisit {
    func mailPage() async throws -> Response {
        let letters = try await store.waitingLetters()
        let rows: [Page.Values] = letters.reversed().map {
            ["recipient": $0.mail.recipient, "subject": $0.mail.subject, "lines": lines(of: $0.mail.body)]
        }
        return response("mail", title: "Letters that wait", ["letters": rows, "is_empty": rows.isEmpty])
    }

    /// A line that is an address of this site becomes a link.
    private func lines(of body: String) -> [Page.Values] {
        let home = workspace.settings.publicAddress + "/"
        return body.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix(home) ? ["href": "/" + line.dropFirst(home.count)] : ["text": String(line)]
        }
    }
}
