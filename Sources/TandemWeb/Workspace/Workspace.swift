package import TandemStore

/// The pages behind sign-in: made from a store and the site whose templates they are drawn with.
package struct Workspace: Sendable {
    package let store: Store
    let site: Site
    let settings: WebSettings
    let passwords: Passwords
    /// Makes PDF files; `nil` where no program for it is set.
    let press: PaperPress?
    /// The directory of therapists; `nil` where none is served.
    let directory: ProviderSearch?

    package init(
        store: Store,
        site: Site,
        settings: WebSettings,
        passwords: Passwords,
        press: PaperPress? = nil,
        directory: ProviderSearch? = nil
    ) {
        self.store = store
        self.site = site
        self.settings = settings
        self.passwords = passwords
        self.press = press
        self.directory = directory
    }
}

/// How the pages are reached from outside.
package struct WebSettings: Sendable {
    /// Scheme, host and port as a browser sees them: `https://tandem.example.org`. Links in mail begin with it.
    package let publicAddress: String
    /// The browser comes over TLS: cookies are marked Secure, and browsers are told to stay with TLS (HSTS).
    package let isSecure: Bool
    /// A proxy in front names the caller's address in X-Forwarded-For.
    package let trustsProxy: Bool
    /// Mail waits on a page of this server instead of going out; for trying Tandem on one's own machine.
    package let showsMail: Bool

    package init(publicAddress: String, isSecure: Bool, trustsProxy: Bool, showsMail: Bool) {
        self.publicAddress = publicAddress
        self.isSecure = isSecure
        self.trustsProxy = trustsProxy
        self.showsMail = showsMail
    }
}
