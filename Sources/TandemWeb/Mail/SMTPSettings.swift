/// How to reach a mail server.
package struct SMTPSettings: Sendable, Hashable {
    package let host: String
    package let port: Int
    package let security: Security
    package let user: String?
    package let password: String?
    /// A PEM file with the certificates to trust; the system's where it is `nil`.
    package let trustRoots: String?
    /// Longest time for one letter, from the first byte to the last.
    package let limit: Duration

    package enum Security: Sendable, Hashable {
        /// TLS from the first byte.
        case tls
        /// Begins in the clear, and must change to TLS before anything is said.
        case startTLS
        /// Never TLS: for a mail server on the same machine.
        case none
    }

    package init(
        host: String,
        port: Int,
        security: Security,
        user: String? = nil,
        password: String? = nil,
        trustRoots: String? = nil,
        limit: Duration = .seconds(60)
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.user = user
        self.password = password
        self.trustRoots = trustRoots
        self.limit = limit
    }
}
