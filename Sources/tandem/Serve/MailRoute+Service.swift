import Foundation
import Logging
import TandemStore
import TandemWeb

extension MailRoute {
    /// What sends the letters on this route; `nil` where they wait.
    /// - Parameter address: the server's, as a browser sees it; its host stands in the letters.
    func service(for store: Store, at address: String, logger: Logger) throws -> MailService? {
        let host = URLComponents(string: address)?.host ?? "localhost"
        switch self {
        case .none:
            return nil
        case .sendmail(let path, let from):
            let transport = SendmailTransport(path: path, sender: MailSender(email: from, host: host))
            return MailService(store: store, transport: transport, logger: logger)
        case .smtp(let server, let port, let user, let password, let security, let from):
            let settings = SMTPSettings(
                host: server,
                port: port,
                security: security.smtp,
                user: user,
                password: password
            )
            let transport = try SMTPTransport(settings, sender: MailSender(email: from, host: host))
            return MailService(store: store, transport: transport, logger: logger)
        }
    }
}

extension MailRoute.Security {
    fileprivate var smtp: SMTPSettings.Security {
        switch self {
        case .tls: .tls
        case .startTLS: .startTLS
        case .none: .none
        }
    }
}
