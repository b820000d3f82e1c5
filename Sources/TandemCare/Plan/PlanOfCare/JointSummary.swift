package import TandemCatalog

/// One page about one plan, for family, pediatrician and school: each goal, who does what, how far it has come, what is done at home.
package struct JointSummary: Sendable, Hashable {
    package struct GoalLine: Sendable, Hashable {
        package let title: String
        package let familyWords: String
        package let childWords: String
        package let by: CalendarDate
        package let status: GoalStatus
        /// -2 to +2 as last rated; `nil` where nobody rated it yet.
        package let level: Int?
        /// What the last level looks like.
        package let levelWords: String
        package let expected: String
        /// Names of skills.
        package let physical: [String]
        package let occupational: [String]
        package let both: [String]
        /// Skills on whose lead the two do not agree: shown, never hidden.
        package let disputed: [String]
        /// Therapies that nobody of the team practices.
        package let uncovered: [Discipline]
        package let together: [Split.CoTreatmentProposal]
    }

    package struct Member: Sendable, Hashable {
        package let name: String
        package let discipline: Discipline?
        package let practice: String

        package init(name: String, discipline: Discipline?, practice: String) {
            self.name = name
            self.discipline = discipline
            self.practice = practice
        }
    }

    package let day: CalendarDate
    package let goals: [GoalLine]
    package let team: [Member]
    package let home: DayPlan
    package let budget: HomeBudget

    /// - Parameter goals: proposed and set-aside ones are left out.
    package init(
        day: CalendarDate,
        goals: [Goal],
        scales: [AttainmentScale],
        ratings: [Rating],
        team: [Member],
        home: DayPlan,
        budget: HomeBudget
    ) {
        self.day = day
        self.team = team
        self.home = home
        self.budget = budget
        let latest = ratings.latest(on: day)
        let scaleOf = Dictionary(scales.map { ($0.goal, $0) }, uniquingKeysWith: { first, _ in first })
        let practiced = Set(team.compactMap(\.discipline))
        let practices = Set(team.filter { $0.discipline != nil }.map(\.practice))
        self.goals = goals.filter { $0.status == .active || $0.status == .met }.map { goal in
            GoalLine(
                goal,
                scaleOf[goal.id],
                latest[goal.id],
                team: practiced,
                areInOnePractice: practices.count == 1 && practiced.count == 2
            )
        }
    }
}

extension JointSummary.GoalLine {
    fileprivate init(
        _ goal: Goal,
        _ scale: AttainmentScale?,
        _ rating: Rating?,
        team: Set<Discipline>,
        areInOnePractice: Bool
    ) {
        let parts = goal.split.standingParts
        func names(_ lead: Lead) -> [String] { parts.filter { $0.lead == lead }.map(\.name) }
        title = goal.title
        familyWords = goal.familyWords
        childWords = goal.childWords
        by = goal.by
        status = goal.status
        level = rating?.level
        levelWords = rating.flatMap { scale?.level($0.level)?.words } ?? ""
        expected = scale?.level(0)?.words ?? ""
        physical = names(.physical)
        occupational = names(.occupational)
        both = names(.both)
        disputed = goal.split.disputed.map(\.name)
        uncovered = goal.split.uncovered(by: team)
        together = goal.split.coTreatmentProposals(areInOnePractice: areInOnePractice)
    }
}
