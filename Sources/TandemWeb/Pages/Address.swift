import TandemCare
import TandemCatalog
import TandemStore

/// Every address of the site. Nobody types a path twice.
enum Address: Sendable {
    case home
    case guide
    case guidePick
    case guideLetter
    case activities
    case activity(Slug<Activity>)
    case skills
    case skill(Slug<Skill>)
    case search
    case articles
    case article(String)
    case privacy
    case health
    case ready
    case metrics
    // The workspace
    case signIn
    case signInCode
    case signOut
    case forgottenPassword
    case newPassword(Token)
    case invitation(Token)
    case newEmail(Token)
    case account
    case accountName
    case accountEmail
    case accountPassword
    case accountSessions
    case secondFactor
    case secondFactorOff
    case recoveryCodes
    /// Letters that wait, where Tandem is tried out.
    case mail
    /// Leads on to where somebody begins.
    case start
    case family
    case practice(ID<Practice>)
    case child(ID<Child>)

    var path: String {
        switch self {
        case .home: "/"
        case .guide: "/guide"
        case .guidePick: "/guide/pick"
        case .guideLetter: "/guide/letter"
        case .activities: "/activities"
        case .activity(let id): "/activities/\(id)"
        case .skills: "/skills"
        case .skill(let id): "/skills/\(id)"
        case .search: "/search"
        case .articles: "/articles"
        case .article(let name): "/articles/\(name)"
        case .privacy: "/privacy"
        case .health: "/healthz"
        case .ready: "/readyz"
        case .metrics: "/metrics"
        case .signIn: "/sign-in"
        case .signInCode: "/sign-in/code"
        case .signOut: "/sign-out"
        case .forgottenPassword: "/sign-in/forgotten"
        case .newPassword(let token): "/passwords/\(token.text)"
        case .invitation(let token): "/invitations/\(token.text)"
        case .newEmail(let token): "/emails/\(token.text)"
        case .account: "/account"
        case .accountName: "/account/name"
        case .accountEmail: "/account/email"
        case .accountPassword: "/account/password"
        case .accountSessions: "/account/sessions"
        case .secondFactor: "/account/second-factor"
        case .secondFactorOff: "/account/second-factor/off"
        case .recoveryCodes: "/account/recovery-codes"
        case .mail: "/mail"
        case .start: "/start"
        case .family: "/family"
        case .practice(let id): "/practices/\(id.text)"
        case .child(let id): "/children/\(id.text)"
        }
    }
}
