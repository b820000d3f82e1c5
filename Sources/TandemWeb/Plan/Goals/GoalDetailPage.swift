import Hummingbird
import TandemCare
import TandemStore

/// Everything of one goal: its words, how far it is, who does what in which step, what is to settle, questions beside it.
extension ChildVisit {
    func goalPage() async throws -> Response { try await goalPage(Problems()) }

    /// The goal's page again, with what is wrong with a form that stands on it.
    func goalPage(_ problems: Problems, typed: FormBody? = nil) async throws -> Response {
        let (plan, goal) = try await plannedGoal()
        let page = GoalDetail(
            words: GoalWords(goal, plan, today: today),
            typed: typed ?? form,
            problems: problems,
            day: visit.store.effects.day
        )
        return response(
            "goal",
            title: goal.value.title,
            plan.child,
            plan.permit,
            at: .plan,
            page.values,
            problems: problems
        )
    }

    /// The plan, and the goal of the address.
    /// - Throws: `StoreFailure.notFound` for a goal of another child.
    func plannedGoal() async throws -> (ChildPlan, Versioned<Goal>) {
        let id = try visit.id("goal", of: Goal.self)
        let plan = try await look { try $0.plan($1) }
        guard let goal = plan.goal(id) else { throw StoreFailure.notFound }
        return (plan, goal)
    }

    /// On to the goal's page, or a part of it.
    func redirect(_ goal: ID<Goal>, _ part: GoalPart = .page, _ notice: Notice? = .saved) -> Response {
        visit.redirect(.goals(child, .one(goal, part)), notice)
    }
}
