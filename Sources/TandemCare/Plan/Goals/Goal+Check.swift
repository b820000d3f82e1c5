package import TandemCatalog

extension Goal {
    /// How long a goal runs before the team looks at it together; the project's choice, no source.
    package static let reviewDays = 84

    /// What a person can still mend before the goal is good to work on.
    package func remarks(today: CalendarDate) -> [EntryRemark] {
        var remarks = EntryRemark.text(
            "title",
            title,
            limit: TextLimit.line,
            required: "Say what the child will do, as in \"Put on pants\"."
        )
        remarks += EntryRemark.text(
            "setting",
            setting,
            limit: TextLimit.line,
            required: "Say where in real life, as in \"at home, on school mornings\"."
        )
        remarks += EntryRemark.text(
            "baseline",
            baseline,
            limit: TextLimit.note,
            required: "Say how it goes today, so that everybody sees later how far it has come."
        )
        remarks += EntryRemark.text("help", help, limit: TextLimit.line)
        remarks += EntryRemark.text("family words", familyWords, limit: TextLimit.note)
        remarks += EntryRemark.text("child words", childWords, limit: TextLimit.note)
        if split.standingSteps.isEmpty {
            remarks.append(
                .consider(
                    "split",
                    message: "Nobody has a part in this goal yet.",
                    mend: "Add the steps of the activity and the skills they ask for."
                )
            )
        }
        return remarks + dateRemarks(today)
    }

    private func dateRemarks(_ today: CalendarDate) -> [EntryRemark] {
        if by <= today {
            return [.outOfOrder("by", message: "This day is over.", mend: "Choose a day after today.")]
        }
        if today.days(until: by) > 366 {
            return [
                .consider(
                    "by",
                    message: "This is more than a year away.",
                    mend: "A nearer day, such as 12 weeks from now, makes it easier to see how it goes."
                )
            ]
        }
        return []
    }

    /// When the team looks at the goal together: so many days after it became active or was last reviewed.
    package func reviewDay(lastReview: CalendarDate?) -> CalendarDate? {
        guard status == .active, let active = statuses.last else { return nil }
        let started = CalendarDate(utc: active.stamp.at)
        return max(started, lastReview ?? started).adding(days: Self.reviewDays)
    }
}
