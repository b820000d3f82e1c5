import HTTPTypes
import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// Routes of scales, ratings and progress. Their addresses hang on a goal: `GoalPart`.
extension Workspace {
    func addScales(to book: inout RouteBook) {
        book.child(.get, GoalPart.scale.route, .editPlan) { try await $0.scalePage() }
        book.child(.post, GoalPart.scale.route, .editPlan) { try await $0.saveScale() }
        book.child(.get, GoalPart.newRating.route, .rateGoal) { try await $0.ratingPage() }
        book.child(.post, GoalPart.newRating.route, .rateGoal) { try await $0.rate() }
        book.child(.get, "/children/{child}/\(GoalPage.progress.path)", .seePlan) { try await $0.progressPage() }
    }
}

/// Agreeing on the five levels of a goal. What is measured, today's value and the expected one are enough: the levels are drafted
/// from them, and each can be put in other words.
extension ChildVisit {
    func scalePage() async throws -> Response {
        let (plan, goal) = try await plannedGoal()
        if let scale = plan.scales[goal.value.id] {
            return page(plan, goal.value, ScaleForm.filled(scale.value, version: scale.version), Problems())
        }
        let form = ScaleForm.first(goal.value, today: today)
        return page(plan, goal.value, form, Problems())
    }

    func saveScale() async throws -> Response {
        let (plan, goal) = try await plannedGoal()
        var reader = FormReader(form)
        if form["make"] == "draft" { return draft(plan, goal.value, &reader) }
        let scale = ScaleForm.scale(&reader, goal.value)
        let version = reader.version
        guard reader.problems.isEmpty, let scale else { return page(plan, goal.value, form, reader.problems) }
        var problems = Problems()
        problems.add(scale.remarks(today: today), field: ScaleForm.field)
        if leavesNothing(scale, plan) {
            let message =
                "With weight 0 no goal of this plan would count, and there would be no score. Give both at least 1."
            problems.add("importance", message)
        }
        guard problems.isEmpty else { return page(plan, goal.value, form, problems) }
        do {
            try await change { try $0.save(scale, version: version, $1) }
        } catch StoreFailure.conflict {
            let (plan, goal) = try await plannedGoal()
            let theirs = plan.scales[goal.value.id]
            let kept = form.fields.filter { $0.name != "version" } + [("version", "\(theirs?.version ?? 0)")]
            let problems = Problems(
                "theirs",
                "Somebody else changed this scale while you were writing. Read what stands now, then save yours again."
            )
            return page(plan, goal.value, FormBody(fields: kept), problems, theirs: theirs?.value)
        }
        return redirect(goal.value.id)
    }

    /// The five levels anew, from what is measured.
    private func draft(_ plan: ChildPlan, _ goal: Goal, _ reader: inout FormReader) -> Response {
        let outline = ScaleForm.outline(&reader, goal)
        guard reader.problems.isEmpty, let outline else { return page(plan, goal, form, reader.problems) }
        let drafted = AttainmentScale.draft(outline, child: goal.child, goal: goal.id)
        let levels = ScaleForm.filled(drafted, version: reader.version).fields.filter { ScaleForm.isLevel($0.name) }
        let form = FormBody(fields: form.fields.filter { !ScaleForm.isLevel($0.name) } + levels)
        var problems = Problems()
        problems.add(drafted.remarks(today: today), field: ScaleForm.field)
        return page(plan, goal, form, problems)
    }

    /// No goal that is worked on would count in the T-score.
    private func leavesNothing(_ scale: AttainmentScale, _ plan: ChildPlan) -> Bool {
        guard scale.weight.value == 0 else { return false }
        let open = Set(plan.goals.map(\.value).filter { $0.status == .active || $0.status == .met }.map(\.id))
        return !plan.scales.contains { id, other in
            id != scale.goal && open.contains(id) && other.value.weight.value > 0
        }
    }

    private func page(
        _ plan: ChildPlan,
        _ goal: Goal,
        _ typed: FormBody,
        _ problems: Problems,
        theirs: AttainmentScale? = nil
    ) -> Response {
        let href = Address.goals(child, .one(goal.id, .page)).path
        var values: Page.Values = [
            "goal_title": goal.title, "goal_href": href, "version": typed["version"] ?? "0",
            "action": Address.goals(child, .one(goal.id, .scale)).path, "alerts": plan.alertValues,
            "outline_fields": ScaleForm.outlineFields.values(typed, problems),
            "weight_fields": ScaleForm.weightFields.values(typed, problems),
            "levels": ScaleForm.levels(typed, problems),
            "weights_open": problems["importance"] != nil,
            "is_new": plan.scales[goal.id] == nil,
            "is_rated": !plan.ratings(of: goal.id).isEmpty,
        ]
        if let theirs { values["theirs"] = ScaleForm.shown(theirs) }
        return response(
            "goal-scale",
            title: "Scale of a goal",
            plan.child,
            plan.permit,
            at: .plan,
            values,
            problems: problems
        )
    }
}
