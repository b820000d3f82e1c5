import Crypto
import TandemCare
import TandemStore

/// Tells when a public form was opened, sealed by the servers: a form that comes back in a blink, or without having been opened, was
/// not filled in by a person. No cookie, no picture puzzle, nobody else's service.
struct FormSeal: Sendable {
    enum Standing: Sendable, Hashable {
        case sound
        /// Sent faster than anybody writes, opened too long ago, or not sealed here.
        case hasty, stale, forged
    }

    /// Of the servers.
    let secret: String

    /// The least time that writing takes, and the longest that a form stays open.
    static let least = Duration.seconds(3)
    static let most = Duration.hours(24)

    func seal(at now: Instant) -> String { "\(now.microseconds).\(code(now.microseconds))" }

    func standing(of text: String, at now: Instant) -> Standing {
        let parts = text.split(separator: ".")
        guard parts.count == 2, let opened = Int64(parts[0]), String(parts[1]).isSame(as: code(opened)) else {
            return .forged
        }
        let open = now - Instant(microseconds: opened)
        if open < Self.least { return .hasty }
        return open > Self.most ? .stale : .sound
    }

    private func code(_ microseconds: Int64) -> String {
        let key = SymmetricKey(data: Array(secret.utf8))
        let code = HMAC<SHA256>.authenticationCode(for: Array("form \(microseconds)".utf8), using: key)
        return code.prefix(16).map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }
}
