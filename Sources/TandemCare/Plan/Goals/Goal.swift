package import TandemCatalog

/// Something the child wants to do, that the whole team works on. The family owns its words; one side proposes, the other says yes.
package struct Goal: Sendable, Hashable, Codable {
    package let id: ID<Goal>
    package let child: ID<Child>
    /// The activity of the catalog it began from; `nil` where it began from free words.
    package let activity: Slug<Activity>?
    /// What the child will do: "Put on pants and underwear".
    package var title: String
    /// Why it matters, in the family's own words.
    package var familyWords: String
    /// The same from the child.
    package var childWords: String
    /// Where in real life: "at home, on school mornings".
    package var setting: String
    /// With what help: "one spoken reminder", "a low bench".
    package var help: String
    /// How it goes today.
    package var baseline: String
    package var by: CalendarDate
    package var split: Split
    /// Oldest first; the last one holds.
    package private(set) var statuses: [StatusChange]

    package init(
        id: ID<Goal>,
        child: ID<Child>,
        activity: Slug<Activity>? = nil,
        title: String,
        familyWords: String = "",
        childWords: String = "",
        setting: String = "",
        help: String = "",
        baseline: String = "",
        by: CalendarDate,
        split: Split,
        proposed: Stamp,
        from side: Side = .therapists
    ) {
        self.id = id
        self.child = child
        self.activity = activity
        self.title = title
        self.familyWords = familyWords
        self.childWords = childWords
        self.setting = setting
        self.help = help
        self.baseline = baseline
        self.by = by
        self.split = split
        statuses = [StatusChange(status: .proposed, stamp: proposed, side: side)]
    }

    /// A goal around an activity, split as the catalog suggests.
    package static func proposed(
        id: ID<Goal>,
        child: ID<Child>,
        activity: Activity,
        catalog: Catalog,
        by: CalendarDate,
        stamp: Stamp
    ) -> Goal {
        Goal(
            id: id,
            child: child,
            activity: activity.id,
            title: activity.name,
            by: by,
            split: .proposed(from: activity, catalog: catalog),
            proposed: stamp
        )
    }

    package var status: GoalStatus { statuses.last?.status ?? .proposed }

    mutating func append(_ change: StatusChange) { statuses.append(change) }
}
