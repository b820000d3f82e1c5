import Foundation
import Logging
import TandemWeb

/// How this program runs, read once at start from flags, environment and file, and then never changed.
struct Settings: Sendable {
    let database: String
    let host: String
    let port: Int
    /// As it was set; else it is made of scheme, host and port.
    let publicAddress: String?
    let tls: TLSFiles?
    let trustsProxy: Bool
    let mail: MailRoute
    let timeZone: TimeZone
    /// Makes PDF files; `nil` where none is set.
    let pdf: PaperPress.Program?
    let logLevel: Logger.Level
    let metricsToken: String?
    let backupPassphrase: String?

    static let defaultDatabase = "data/tandem.sqlite"

    /// Certificate and key, in PEM files.
    struct TLSFiles: Sendable, Hashable {
        let certificate: String
        let key: String
    }

    /// The database without its password, for people.
    var databaseForPeople: String { Self.withoutPassword(database) }

    static func withoutPassword(_ place: String) -> String {
        guard let scheme = place.range(of: "://"),
            let at = place[scheme.upperBound...].prefix(while: { $0 != "/" && $0 != "?" }).lastIndex(of: "@")
        else { return place }
        let user = place[scheme.upperBound..<at].prefix { $0 != ":" }
        return String(place[..<scheme.upperBound] + user + place[at...])
    }

    /// The address that a browser uses, once the port is known.
    func address(port: Int) -> String {
        let shownHost = host == "0.0.0.0" || host == "::" ? "localhost" : host.contains(":") ? "[\(host)]" : host
        return publicAddress ?? "\(tls == nil ? "http" : "https")://\(shownHost):\(port)"
    }

    /// Browsers come over TLS, to this program or to a proxy in front.
    var isSecure: Bool { publicAddress?.hasPrefix("https://") ?? (tls != nil) }

    /// Only this machine can reach the server.
    var isLocal: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }
}

/// How mail leaves.
enum MailRoute: Sendable, Hashable {
    /// It waits in the outbox.
    case none
    case smtp(host: String, port: Int, user: String?, password: String?, security: Security, from: String)
    /// A program that takes a letter like sendmail.
    case sendmail(path: String, from: String)

    enum Security: String, Sendable {
        /// TLS from the first byte: smtps.
        case tls
        /// Begins in the clear and must change to TLS before anything is said.
        case startTLS
        /// Never TLS: for a mail server on the same machine.
        case none
    }
}
