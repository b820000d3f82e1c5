import TandemCare
import TandemCatalog

/// What the form of a scale shows.
extension ScaleForm {
    /// The form of a goal without a scale: how many of its steps the child does alone, drafted, where there are steps.
    static func first(_ goal: Goal, today: CalendarDate) -> FormBody {
        let by = goal.by > today ? goal.by : today.adding(days: Goal.reviewDays)
        guard !goal.split.standingSteps.isEmpty else {
            let usual = [
                ("dimension", Dimension.time.rawValue), ("unit", Dimension.time.usualUnit), ("direction", "lower"),
            ]
            return FormBody(
                fields: usual + [("baseline_level", "-2"), ("grain", "1")] + FormBody.day("by", by) + weights(.equal)
            )
        }
        let outline = ScaleOutline.stepsAlone(0, of: goal.split, by: by)
        let draft = AttainmentScale.draft(outline, child: goal.child, goal: goal.id)
        return FormBody(fields: filled(draft, version: 0).fields + [("expected", outline.expected.shortText)])
    }

    static func stepsUnit(_ goal: Goal) -> String { "of \(goal.split.standingSteps.count) steps alone" }

    static func filled(_ scale: AttainmentScale, version: Int) -> FormBody {
        var fields = [
            ("version", "\(version)"), ("dimension", scale.dimension.rawValue), ("unit", scale.unit),
            ("direction", scale.direction.rawValue), ("baseline", scale.baseline?.shortText ?? ""),
            ("grain", scale.grain.shortText), ("baseline_level", "\(scale.baselineLevel)"),
        ]
        if version > 0, let level = scale.level(0) {
            let start = scale.direction == .higher ? level.from : level.to
            fields.append(("expected", start?.shortText ?? ""))
        }
        if let by = scale.by { fields += FormBody.day("by", by) }
        for level in scale.levels {
            fields.append(("words_\(level.level)", level.words))
            fields.append(("from_\(level.level)", level.from?.shortText ?? ""))
            fields.append(("to_\(level.level)", level.to?.shortText ?? ""))
        }
        return FormBody(fields: fields + weights(scale.weight))
    }

    private static func weights(_ weight: GoalWeight) -> [(String, String)] {
        [("importance", "\(weight.importance)"), ("difficulty", "\(weight.difficulty)")]
    }

    /// Five rows, best first: level, what one would see, from, to.
    static func levels(_ typed: FormBody, _ problems: Problems) -> [Page.Values] {
        AttainmentScale.levels.reversed().map { level in
            var values: Page.Values = [
                "level": level, "sign": LevelText.sign(level), "meaning": LevelText.meaning(level),
                "words": typed["words_\(level)"] ?? "", "from": typed["from_\(level)"] ?? "",
                "to": typed["to_\(level)"] ?? "", "most": TextLimit.line,
            ]
            values["error"] = problems["words_\(level)"]
            return values
        }
    }

    /// As it stands, for `theirs.mustache`.
    static func shown(_ scale: AttainmentScale) -> [Page.Values] {
        let outline = [
            ("Measured", "\(scale.dimension.name), \(scale.unit)"), ("Today", scale.baseline?.shortText ?? "Empty"),
            ("By", scale.by.map(DateText.text) ?? "Empty"),
        ]
        let levels = scale.levels.sorted { $0.level > $1.level }.map { (LevelText.sign($0.level), $0.words) }
        return (outline + levels).map { ["name": $0.0, "value": $0.1] }
    }
}
