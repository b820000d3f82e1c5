package import TandemCatalog

/// The words of a goal, as people write and change them.
package struct GoalText: Sendable, Hashable {
    package var title: String
    package var familyWords: String
    package var childWords: String
    package var setting: String
    package var help: String
    package var baseline: String
    package var by: CalendarDate

    package init(
        title: String,
        familyWords: String = "",
        childWords: String = "",
        setting: String = "",
        help: String = "",
        baseline: String = "",
        by: CalendarDate
    ) {
        self.title = title
        self.familyWords = familyWords
        self.childWords = childWords
        self.setting = setting
        self.help = help
        self.baseline = baseline
        self.by = by
    }
}

extension Goal {
    package var text: GoalText {
        get {
            GoalText(
                title: title,
                familyWords: familyWords,
                childWords: childWords,
                setting: setting,
                help: help,
                baseline: baseline,
                by: by
            )
        }
        set {
            title = newValue.title
            familyWords = newValue.familyWords
            childWords = newValue.childWords
            setting = newValue.setting
            help = newValue.help
            baseline = newValue.baseline
            by = newValue.by
        }
    }
}
