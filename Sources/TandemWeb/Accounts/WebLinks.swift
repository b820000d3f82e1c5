package import TandemStore

/// Links to pages for those who have no page at hand, such as a command.
package struct WebLinks: Sendable {
    private let publicAddress: String

    package init(_ publicAddress: String) { self.publicAddress = publicAddress }

    package func invitation(_ token: Token) -> String { publicAddress + Address.invitation(token).path }
}
