import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// Changing the words of a goal. Therapists may change all of it; the family its own words, and all of what it proposed itself.
extension ChildVisit {
    func editGoalPage() async throws -> Response {
        let (plan, goal) = try await plannedGoal()
        return page(plan, goal.value, GoalForm.filled(goal.value.text, version: goal.version), Problems())
    }

    func editGoal() async throws -> Response {
        let (plan, goal) = try await plannedGoal()
        var reader = FormReader(form)
        let (id, version) = (goal.value.id, reader.version)
        let change: @Sendable (inout GoalText) -> Void
        if goal.value.isWhollyChangeable(by: plan.permit) {
            guard let text = GoalForm.read(&reader, plan.permit, today: today) else {
                return page(plan, goal.value, form, reader.problems)
            }
            change = { $0 = text }
        } else {
            let typed = GoalForm.ownWords(called: "", isFamily: true).map { reader.text($0) }
            guard reader.problems.isEmpty else { return page(plan, goal.value, form, reader.problems) }
            change = { ($0.familyWords, $0.childWords) = (typed[0], typed[1]) }
        }
        switch try await self.change({ try $0.edit(id, version: version, $1, change) }) {
        case .saved: return redirect(id)
        case .conflict(let theirs, let version):
            let problems = Problems(
                "theirs",
                "Somebody else changed this goal while you were writing. Read what stands now, then save yours again."
            )
            let kept = form.fields.filter { $0.name != "version" } + [("version", "\(version)")]
            return page(plan, goal.value, FormBody(fields: kept), problems, theirs: theirs)
        }
    }

    private func page(
        _ plan: ChildPlan,
        _ goal: Goal,
        _ typed: FormBody,
        _ problems: Problems,
        theirs: GoalText? = nil
    ) -> Response {
        let (called, isFamily) = (plan.child.calledName, plan.permit.isFamily)
        let isWhole = goal.isWhollyChangeable(by: plan.permit)
        let fields =
            isWhole
            ? GoalForm.fields(called: called, isFamily: isFamily)
            : GoalForm.ownWords(called: called, isFamily: isFamily)
        var values: Page.Values = [
            "goal_title": goal.title, "goal_href": Address.goals(child, .one(goal.id, .page)).path,
            "fields": fields.values(typed, problems), "version": typed["version"] ?? "",
            "action": Address.goals(child, .one(goal.id, .edit)).path,
            "is_agreed": isWhole && goal.statuses.contains { $0.status == .active },
        ]
        if let theirs { values["theirs"] = GoalForm.shown(theirs) }
        return response(
            "goal-edit",
            title: "Change a goal",
            plan.child,
            plan.permit,
            at: .plan,
            values,
            problems: problems
        )
    }
}

extension Goal {
    fileprivate func isWhollyChangeable(by permit: Permit) -> Bool {
        permit.may(.editPlan) || (status == .proposed && proposer == .family)
    }
}
