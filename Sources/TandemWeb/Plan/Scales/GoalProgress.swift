import TandemCare
import TandemCatalog
import TandemStore

/// How one goal is going: in words, as a plot, as a table.
struct GoalProgress: Sendable {
    let plan: ChildPlan
    let goal: Goal
    /// The day on which something happened, where the people live.
    let day: @Sendable (Instant) -> CalendarDate

    private var scale: AttainmentScale? { plan.scales[goal.id]?.value }
    private var ratings: [Rating] { plan.ratings(of: goal.id) }

    /// For `goal-plot.mustache`; nothing of it where there is no scale.
    var values: Page.Values {
        var values: Page.Values = [
            "standing": Self.standing(goal.id, plan), "has_scale": scale != nil, "has_ratings": !ratings.isEmpty,
        ]
        guard let scale else { return values }
        values["levels"] = scale.levels.sorted { $0.level > $1.level }.map { level in
            [
                "sign": LevelText.sign(level.level), "words": level.words,
                "meaning": LevelText.meaning(level.level), "is_now": ratings.last?.level == level.level,
                "is_start": scale.baselineLevel == level.level,
            ] as Page.Values
        }
        if let by = scale.by { values["scale_by"] = DateText.text(by) }
        guard !ratings.isEmpty else { return values }
        values["plot"] = plot(scale).drawn
        values["ratings"] = ratings.reversed().map { rating in
            var row: Page.Values = [
                "on": DateText.short(rating.on), "sign": LevelText.sign(rating.level),
                "level_words": scale.level(rating.level)?.words ?? "", "who": plan.name(rating.stamp.by),
            ]
            if let discipline = rating.discipline { row.merge(Mark.values([discipline])) { $1 } }
            if !rating.words.isEmpty { row["said"] = rating.words }
            if let value = rating.value { row["measured"] = "\(value.shortText) \(scale.unit)" }
            return row
        }
        return values
    }

    /// A sentence for the family.
    static func standing(_ goal: ID<Goal>, _ plan: ChildPlan) -> String {
        GoalStanding(
            level: plan.ratings(of: goal).last?.level,
            baselineLevel: plan.scales[goal]?.value.baselineLevel ?? -2
        ).words
    }

    /// Begins on the day on which work on the goal began, at the level of the baseline.
    private func plot(_ scale: AttainmentScale) -> Plot {
        let began = goal.statuses.first { $0.status == .active }.map { day($0.stamp.at) }
        let first = ratings.first?.on
        var points = ratings.map { Plot.Point($0.on, Double($0.level), by: $0.discipline) }
        if let began, let first, began < first {
            points.insert(Plot.Point(began, Double(scale.baselineLevel), .start), at: 0)
        }
        let isFamily = plan.permit.isFamily
        return Plot(
            title: "\(goal.title) over time: \(Self.standing(goal.id, plan)) The table has every day.",
            points: points,
            values: -2...2,
            lines: AttainmentScale.levels.map { level in
                let words = Self.short(level, baseline: scale.baselineLevel)
                return Plot.Line(
                    value: Double(level),
                    label: isFamily ? words : "\(words) \(LevelText.sign(level))",
                    isAim: level == 0
                )
            },
            by: scale.by,
            margin: isFamily ? 102 : 122
        )
    }

    /// A level in two words, from the start to beyond what was hoped.
    private static func short(_ level: Int, baseline: Int) -> String {
        switch level {
        case 2: "much more"
        case 1: "more"
        case 0: "as hoped"
        case baseline: "where we began"
        case -1: "on the way"
        default: "harder"
        }
    }
}
