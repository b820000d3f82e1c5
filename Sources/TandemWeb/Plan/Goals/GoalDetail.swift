import TandemCare
import TandemCatalog
import TandemStore

/// The words of a goal's own page.
struct GoalDetail: Sendable {
    let words: GoalWords
    let typed: FormBody
    let problems: Problems
    let day: @Sendable (Instant) -> CalendarDate

    static let reason = Field(
        name: "reason",
        label: "Why?",
        kind: .text,
        hint: "Everybody on the team and in the family can read it.",
        most: TextLimit.note
    )
    static let question = Field(
        name: "question",
        label: "Ask about this goal",
        kind: .text,
        hint: "Everybody who works on it, and the family, can read it and answer.",
        most: TextLimit.note
    )

    private var plan: ChildPlan { words.plan }
    private var goal: Goal { words.goal }
    private var permit: Permit { plan.permit }

    var values: Page.Values {
        var values = words.values
        values["alerts"] = plan.alertValues
        values["plan_href"] = Address.goals(permit.child, .all).path
        values["steps"] = steps
        values["dropped"] = dropped
        values["history"] = history
        values["questions"] = plan.questions.filter { $0.value.goal == goal.id }.map(question)
        values["agreement_action"] = words.href(.agreement)
        values["disagreement_action"] = words.href(.disagreement)
        if permit.may(.ask) {
            values["ask_action"] = words.href(.questions)
            values["ask_field"] = [Self.question.values(typed, problems)]
        }
        addChanges(&values)
        addDecisions(&values)
        return values
    }

    // MARK: What one may do

    private func addChanges(_ values: inout Page.Values) {
        let canEdit = permit.may(.editPlan)
        var changes: [(name: String, part: GoalPart)] = []
        if permit.may(.proposeGoal) { changes.append((canEdit ? "Change the words" : "Change our words", .edit)) }
        if canEdit, goal.status == .active || goal.status == .proposed {
            let hints = goal.remarks(today: words.today).filter { $0.place == "by" }
            values["hints"] = [Page.Values](hints: hints)
        }
        if canEdit { changes += [("Change the steps", .steps), ("Change who leads", .leads)] }
        values["changes"] = changes.map { ["name": $0.name, "href": words.href($0.part)] as Page.Values }
        guard goal.status == .active || goal.status == .met else { return }
        values["progress"] = GoalProgress(plan: plan, goal: goal, day: day).values
        values["progress_href"] = Address.goals(permit.child, .progress).path
        let hasScale = plan.scales[goal.id] != nil
        if hasScale, permit.may(.rateGoal) { values["rate_href"] = words.href(.newRating) }
        if canEdit {
            values["scale_href"] = words.href(.scale)
            values["scale_link"] = hasScale ? "Change the scale" : "Agree on a scale"
        }
    }

    private func addDecisions(_ values: inout Page.Values) {
        let isOpen = goal.status == .proposed || goal.status == .active
        if permit.may(.editPlan) {
            values["status_action"] = words.href(.status)
            var moves: [Page.Values] = []
            if goal.mayActivate(.therapists, familyCanAnswer: permit.familyCanAnswer) {
                moves.append(["value": "active", "name": activation])
            }
            if goal.status == .active { moves.append(["value": "met", "name": "Reached"]) }
            values["moves"] = moves
            if isOpen { values["reason_field"] = [Self.reason.values(typed, problems)] }
        } else if permit.may(.acceptGoal), isOpen {
            values["refusal_action"] = words.href(.refusal)
            values["is_proposed"] = goal.status == .proposed
            values["reason_field"] = [Self.reason.values(typed, problems)]
        }
    }

    private var activation: String {
        switch goal.status {
        case .proposed where goal.proposer == .family: "Take it up"
        case .proposed: "The family said yes"
        default: "Work on it again"
        }
    }

    // MARK: Who does what in which step

    private var steps: [Page.Values] {
        goal.split.standingSteps.map { step in
            [
                "step": step.text,
                "skills": goal.split.parts(of: step).map { part in
                    var values = Mark.values(part.lead.disciplines)
                    values["skill"] = part.name
                    let helpers = part.supports.map(\.rawValue) + part.alsoSupports
                    if !helpers.isEmpty { values["supports"] = helpers.joined(separator: ", ") }
                    if part.isDisputed { values["note"] = "not agreed yet" }
                    if part.openReassignment != nil { values["note"] = "a change is proposed" }
                    return values
                } as [Page.Values],
            ]
        }
    }

    private var dropped: [Page.Values] {
        goal.split.steps.compactMap { step in
            guard let dropped = step.dropped else { return nil }
            return ["step": step.text, "reason": dropped.reason, "who": plan.name(dropped.stamp.by)]
        }
    }

    // MARK: Questions and what has been

    private func question(_ question: Versioned<GoalQuestion>) -> Page.Values {
        let question = question.value
        let isOpen = question.closed == nil
        var values: Page.Values = ["question_id": question.id.text, "is_open": isOpen && permit.may(.ask)]
        values["lines"] = question.lines.map { line in
            var values: Page.Values = [
                "text": line.text, "who": plan.name(line.stamp.by), "when": DateText.text(day(line.stamp.at)),
            ]
            if let discipline = line.discipline { values.merge(Mark.values([discipline])) { $1 } }
            return values
        }
        let (child, id) = (permit.child, question.id)
        values["answer_action"] = Address.goals(child, .question(goal.id, id, .answers)).path
        values["close_action"] = Address.goals(child, .question(goal.id, id, .closing)).path
        values["is_answered"] = question.lines.count > 1
        if !isOpen { values["closed"] = "Closed" }
        if typed["about"] == question.id.text {
            values["typed"] = typed["answer"] ?? ""
            values["error"] = problems["answer-\(question.id.text)"]
        }
        return values
    }

    private var history: [Page.Values] {
        goal.statuses.reversed().map { change in
            let word: String
            switch change.status {
            case .proposed: word = "proposed it"
            case .active: word = change.side == .family ? "said yes" : "put it to work"
            case .met: word = "marked it as reached"
            case .setAside(let reason): word = "set it aside: \(reason)"
            }
            return ["when": DateText.text(day(change.stamp.at)), "text": "\(plan.name(change.stamp.by)) \(word)"]
        }
    }
}
