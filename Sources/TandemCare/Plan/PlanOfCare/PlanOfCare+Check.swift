import TandemCatalog

extension PlanOfCare.Content {
    /// What a payer would find missing.
    package var remarks: [EntryRemark] { textRemarks + paceRemarks + goalRemarks }

    private var textRemarks: [EntryRemark] {
        EntryRemark.text(
            "diagnosis",
            diagnosis,
            limit: TextLimit.note,
            required: "Write the diagnosis as the physician or the family told it."
        )
            + EntryRemark.text(
                "type",
                type,
                limit: TextLimit.note,
                required: "Write the kind of treatment, as in \"therapeutic exercise, gait training\"."
            )
    }

    private var paceRemarks: [EntryRemark] {
        var remarks: [EntryRemark] = []
        if !(1...3).contains(visitsADay) {
            remarks.append(
                .outOfOrder("amount", message: "This amount cannot be.", mend: "Write visits a day, 1 to 3.")
            )
        }
        if !(1...480).contains(minutesAVisit) {
            remarks.append(
                .outOfOrder("minutes", message: "These minutes cannot be.", mend: "Write minutes a visit, 1 to 480.")
            )
        }
        if paces.isEmpty {
            remarks.append(.missing("frequency", mend: "Say how many times a week, for how many weeks."))
        }
        for (index, pace) in paces.enumerated()
        where !(1...7).contains(pace.timesAWeek) || !(1...52).contains(pace.weeks) {
            remarks.append(
                .outOfOrder(
                    "frequency \(index + 1)",
                    message: "This cannot be.",
                    mend: "Write 1 to 7 times a week, for 1 to 52 weeks."
                )
            )
        }
        return remarks
    }

    private var goalRemarks: [EntryRemark] {
        if goals.isEmpty { return [.missing("goals", mend: "Take in at least one goal of the plan.")] }
        var remarks: [EntryRemark] = []
        for (index, goal) in goals.enumerated() {
            let place = "goal \(index + 1)"
            if goal.longTerm.isBlank { remarks.append(.missing(place, mend: "Say what the child will do.")) }
            if goal.target.isBlank {
                remarks.append(
                    .missing("\(place) target", mend: "Give the goal a scale: its level 0 makes it measurable.")
                )
            }
            if goal.baseline.isBlank {
                remarks.append(.missing("\(place) baseline", mend: "Say how it goes today."))
            }
        }
        return remarks
    }
}
