import Foundation

extension SettingsReader {
    /// How mail goes out. A password never stands in a problem.
    mutating func mail() -> MailRoute {
        guard let text = text(.mail), text != "none" else { return .none }
        let from = mailFrom()
        if text.hasPrefix("sendmail:") {
            let path = String(text.dropFirst("sendmail:".count))
            if !FileManager.default.isExecutableFile(atPath: path) {
                problem(.mail, "'\(path)' is not a program.", mend: "Name one, such as sendmail:/usr/sbin/sendmail")
            }
            return .sendmail(path: path, from: from)
        }
        guard let url = URLComponents(string: text), let security = MailRoute.Security(scheme: url.scheme),
            let host = url.host, !host.isEmpty, url.path.isEmpty || url.path == "/", (url.query ?? "tls=no") == "tls=no"
        else {
            problem(
                .mail,
                "it cannot be read.",
                mend:
                    "Write smtp://user:password@host:587, smtps://user:password@host:465, sendmail:/usr/sbin/sendmail "
                    + "or none; characters such as @ : / in a password as %40 %3A %2F."
            )
            return .none
        }
        let isBare = url.query != nil && security == .startTLS
        return .smtp(
            host: host,
            port: url.port ?? (security == .tls ? 465 : 587),
            user: url.user,
            password: url.password,
            security: isBare ? .none : security,
            from: from
        )
    }

    private mutating func mailFrom() -> String {
        guard let from = text(.mailFrom) else {
            problem(.mailFrom, "it is missing.", mend: "Write the sender of all mail, such as tandem@example.org")
            return ""
        }
        let parts = from.split(separator: "@", omittingEmptySubsequences: false)
        let isAddress = parts.count == 2 && parts.allSatisfy { !$0.isEmpty && !$0.contains(where: \.isWhitespace) }
        if !isAddress {
            problem(.mailFrom, "'\(from)' is not an address.", mend: "Write one such as tandem@example.org")
        }
        return from
    }
}

extension MailRoute.Security {
    fileprivate init?(scheme: String?) {
        switch scheme {
        case "smtp": self = .startTLS
        case "smtps": self = .tls
        default: return nil
        }
    }
}
