import TandemCare
import TandemCatalog

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
        case .start: "/start"
        case .family: "/family"
        case .practice(let id): "/practices/\(id.text)"
        case .child(let id): "/children/\(id.text)"
        }
    }
}
