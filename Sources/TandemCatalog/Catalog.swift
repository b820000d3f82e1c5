/// What Tandem knows: one graph, activity -> steps -> skills -> discipline, with conditions, milestones, red flags and
/// other helpers beside it, and the language in which people speak of them. Read once at start, then never changed.
package struct Catalog: Sendable {
    package var activities: [Activity] = []
    package var skills: [Skill] = []
    package var conditions: [Condition] = []
    package var milestones: [Milestone] = []
    package var redFlags: [RedFlag] = []
    package var elsewhere: [Elsewhere] = []
    package var findings: [Finding] = []
    package var sources: [Source] = []
    package var language = Language()
    /// The files of translations as they came; `index` puts them on the shelf.
    var translationFiles: [CatalogFile] = []

    private(set) var translations = TranslationShelf()
    package private(set) var skillIndex: [Slug<Skill>: Int] = [:]
    package private(set) var activityIndex: [Slug<Activity>: Int] = [:]

    package init() {}

    package func skill(_ id: Slug<Skill>) -> Skill? { skillIndex[id].map { skills[$0] } }

    package func activity(_ id: Slug<Activity>) -> Activity? { activityIndex[id].map { activities[$0] } }

    /// Rebuilds the look-ups after entries were added. On a doubled id the first stands; the checks report the second.
    mutating func index() {
        skillIndex = Dictionary(skills.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        activityIndex = Dictionary(activities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        translations = TranslationShelf(translationFiles)
    }
}

/// A published source behind an entry.
package struct Source: Sendable {
    package let code: String
    package let name: String
    package let address: String
}
