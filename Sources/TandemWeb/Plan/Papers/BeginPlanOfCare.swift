import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// Beginning a plan of care: a draft, filled from the child's plan.
extension ChildVisit {
    func beginPlanOfCare() async throws -> Response {
        let replaced = form["replaces"].flatMap { ID<PlanOfCare>($0) }
        let asked = form["discipline"].flatMap { Discipline(rawValue: $0) }
        let rules = visit.workspace.site.rules.payers
        let today = today
        let id = try await change { transaction, permit in
            guard let discipline = asked ?? permit.disciplines.first else { throw StoreFailure.notFound }
            return try transaction.beginPlanOfCare(discipline, replacing: replaced, rules: rules, permit) { plan, old in
                .begun(from: plan, discipline, replacing: old?.content, payers: rules, today: today)
            }
        }
        return visit.redirect(.papers(child, .plan(id, .edit)))
    }
}

extension PlanOfCare.Content {
    /// The goals that are worked on and that the therapy leads, as they stand; the rest as the plan before had it.
    fileprivate static func begun(
        from plan: ChildPlan,
        _ discipline: Discipline,
        replacing old: PlanOfCare.Content?,
        payers: [PayerRules],
        today: CalendarDate
    ) -> Self {
        var content = old ?? PlanOfCare.Content(payer: payers.first?.id ?? Slug("own"))
        if old == nil { content.paces = [PlanOfCare.Pace(timesAWeek: 1, weeks: 12)] }
        content.goals = plan.careGoals(discipline).map { goal in
            var goal = goal
            let before = old?.goals.first { $0.goal == goal.goal }
            goal.shortTerm = before?.shortTerm ?? goal.shortTerm
            return goal
        }
        return content
    }
}

extension ChildPlan {
    /// What a payer reads of the goals that one therapy leads.
    func careGoals(_ discipline: Discipline) -> [CareGoal] {
        goals.map(\.value).filter { $0.status == .active && !$0.split.parts(ledBy: discipline).isEmpty }.map { goal in
            var care = CareGoal(goal, scale: scales[goal.id]?.value)
            care.shortTerm = goal.split.standingSteps.filter { step in
                goal.split.parts(of: step).contains { $0.lead.includes(discipline) }
            }.map(\.text)
            return care
        }
    }
}
