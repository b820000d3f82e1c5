import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// The steps of a goal: adding one, taking one out for this child, bringing one back.
extension ChildVisit {
    func stepsPage() async throws -> Response { try await stepsPage(Problems()) }

    private func stepsPage(_ problems: Problems) async throws -> Response {
        let (plan, goal) = try await plannedGoal()
        let form = StepForm(catalog: visit.workspace.site.catalog, split: goal.value.split)
        let typed = self.form
        let age = Double(max(0, plan.child.birthDate.wholeMonths(until: today)))
        func href(_ part: GoalPart) -> String { Address.goals(child, .one(goal.value.id, part)).path }
        return response(
            "goal-steps",
            title: "Steps",
            plan.child,
            plan.permit,
            at: .plan,
            [
                "goal_title": goal.value.title, "goal_href": href(.page), "add_action": href(.steps),
                "drop_action": href(.dropping), "restore_action": href(.restoring), "steps": form.standing,
                "dropped": form.dropped(plan), "add_fields": form.fields.prefix(3).map { $0.values(typed, problems) },
                "more_fields": form.fields.dropFirst(3).map { $0.values(typed, problems) },
                "more_is_open": ["own", "own_lead", "skill_three"].contains { problems[$0] != nil }
                    || !(typed["own"] ?? "").isEmpty,
                "drop_fields": form.dropFields.values(typed, problems),
                "activity_fields": [form.activityField(ageMonths: age)].values(typed, problems),
                "can_drop": goal.value.split.standingSteps.count > 1, "is_empty": goal.value.split.steps.isEmpty,
            ],
            problems: problems
        )
    }

    func addStep() async throws -> Response {
        let catalog = visit.workspace.site.catalog
        if let chosen = form["activity"] {
            guard let activity = catalog.activity(Slug(chosen)) else {
                return try await stepsPage(Problems("activity", "Choose an activity."))
            }
            return try await change(.steps) { split, permit in
                try split.add(activity, catalog: catalog, by: permit.stamp)
            }
        }
        var reader = FormReader(form)
        guard let step = StepForm.read(&reader, catalog) else { return try await stepsPage(reader.problems) }
        return try await change(.steps) { split, permit in
            try split.addStep(step.text, skills: step.skills, after: step.after, catalog: catalog, by: permit.stamp)
        }
    }

    func dropStep() async throws -> Response {
        var reader = FormReader(form)
        let reason = reader.text(StepForm.reason, missing: "Write why this child does not need the step.")
        let number = form["step"].flatMap { Int($0) }
        if number == nil { reader.problems.add("step", "Choose the step to take out.") }
        guard reader.problems.isEmpty, let number else { return try await stepsPage(reader.problems) }
        return try await change(.steps) { split, permit in
            try split.dropStep(number, reason: reason, by: permit.stamp)
        }
    }

    func restoreStep() async throws -> Response {
        let number = form["step"].flatMap { Int($0) } ?? 0
        return try await change(.steps) { split, _ in try split.restoreStep(number) }
    }

    /// Changes the split as it stands now, and goes on to a part of the goal.
    func change(
        _ part: GoalPart,
        _ body: @escaping @Sendable (inout Split, Permit) throws -> Void
    ) async throws -> Response {
        let id = try visit.id("goal", of: Goal.self)
        do {
            try await change { transaction, permit in
                _ = try transaction.update(id, permit) { try body(&$0.split, permit) }
            }
        } catch let fault as SplitFault {
            let problems = Problems("split", fault.message)
            return part == .steps ? try await stepsPage(problems) : try await leadsPage(problems)
        }
        return redirect(id, part)
    }
}

extension Split {
    /// Adds every step of an activity, at the end.
    fileprivate mutating func add(_ activity: Activity, catalog: Catalog, by stamp: Stamp) throws(SplitFault) {
        for step in activity.steps {
            let own = AddedSkill.own(name: activity.name, lead: Lead(catalog: activity.lead))
            try addStep(
                step.text,
                skills: step.skills.isEmpty ? [own] : step.skills.map { .known($0) },
                catalog: catalog,
                by: stamp
            )
        }
    }
}

extension SplitFault {
    var message: String {
        switch self {
        case .noSuchStep: "This step is not there any more. Look at the steps again."
        case .noSuchSkill: "This skill is not part of the goal any more. Look at it again."
        case .noSkill: "Choose at least one skill."
        case .emptyText: "Say what the child does in this step."
        case .tooLong: "Write it a little shorter."
        case .lastStep: "A goal keeps at least one step. Add another one first."
        case .unchanged: "Somebody has done that already."
        case .alreadyOpen: "Somebody has proposed a change of this skill already. It waits for an answer."
        case .nothingOpen: "There is nothing to answer any more."
        case .ownProposal: "It takes two: somebody of the other therapy answers."
        case .noReason: "Write why, so that everybody understands."
        }
    }
}
