import Foundation

/// Does the mail server answer? Nothing is sent.
struct MailCheck {
    private static let patience = 5

    let route: MailRoute

    var finding: Finding {
        switch route {
        case .none:
            return .warning("mail", "TANDEM_MAIL is none: invitations and new passwords reach nobody.")
        case .sendmail(let path, _):
            return .fine("mail", "Letters are handed to \(path).")
        case .smtp(let host, let port, _, _, _, _):
            guard answers(host, port) else {
                return .failure(
                    "mail",
                    "\(host):\(port) does not answer. Look at TANDEM_MAIL, the mail server and the firewall."
                )
            }
            return .fine("mail", "\(host):\(port) answers.")
        }
    }

    private func answers(_ host: String, _ port: Int) -> Bool {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &list) == 0 else { return false }
        defer { freeaddrinfo(list) }
        var next = list
        while let address = next?.pointee {
            if connects(address) { return true }
            next = address.ai_next
        }
        return false
    }

    private func connects(_ address: addrinfo) -> Bool {
        let descriptor = socket(address.ai_family, address.ai_socktype, address.ai_protocol)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        // On Linux the limit for sending holds for connecting too.
        var limit = timeval(tv_sec: Self.patience, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        return connect(descriptor, address.ai_addr, address.ai_addrlen) == 0
    }
}
