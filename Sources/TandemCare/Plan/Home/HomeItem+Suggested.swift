package import TandemCatalog

extension HomeItem {
    /// Days a week that a suggestion begins with; the project's choice, beside a home program that worked with 17.5 sessions a month
    /// (Novak 2009).
    private static let usualDays = 5

    /// An item from a home activity of the catalog: what to do, how, for how long, what to mind and when to stop.
    package init(
        id: ID<HomeItem>,
        child: ID<Child>,
        practice: ID<Practice>,
        discipline: Discipline,
        from activity: Skill.HomeActivity,
        of skill: Skill,
        goal: ID<Goal>?,
        made: Stamp
    ) {
        self.init(
            id: id,
            child: child,
            practice: practice,
            discipline: discipline,
            name: activity.name,
            how: activity.how,
            minutes: max(1, activity.minutes),
            daysAWeek: Self.usualDays,
            dos: [activity.safety, skill.stop].filter { !$0.isBlank },
            skill: skill.id,
            goal: goal,
            made: made
        )
    }

    /// What the catalog offers for the skills that a discipline leads in a goal, and that no active item trains yet.
    package static func suggestions(
        for goal: Goal,
        discipline: Discipline,
        catalog: Catalog,
        besides items: [HomeItem]
    ) -> [(skill: Skill, activities: [Skill.HomeActivity])] {
        let trained = Set(items.filter(\.isActive).compactMap(\.skill))
        return goal.split.parts(ledBy: discipline)
            .compactMap { catalog.skill($0.skill) }
            .filter { !trained.contains($0.id) && !$0.home.isEmpty }
            .map { ($0, $0.home) }
    }
}
