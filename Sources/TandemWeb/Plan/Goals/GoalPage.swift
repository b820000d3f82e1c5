import HTTPTypes
import TandemCare

/// The pages of the plan itself: goals, their split, questions beside them.
enum GoalPage: Sendable {
    case all
    /// Choosing what a goal begins from, then its words.
    case new
    /// Where a goal is proposed.
    case proposal
    /// How all goals are going.
    case progress
    case one(ID<Goal>, GoalPart)
    case question(ID<Goal>, ID<GoalQuestion>, QuestionPart)

    /// Under the child's address.
    var path: String {
        switch self {
        case .all: "plan"
        case .new: "goals/new"
        case .proposal: "goals"
        case .progress: "progress"
        case .one(let id, let part): "goals/\(id.text)\(part.rawValue)"
        case .question(let goal, let id, let part):
            "goals/\(goal.text)\(GoalPart.questions.rawValue)/\(id.text)\(part.rawValue)"
        }
    }
}

/// What hangs on one goal; the raw value is the rest of the address.
enum GoalPart: String, Sendable {
    case page = ""
    case edit = "/edit"
    case acceptance = "/acceptance"
    case refusal = "/refusal"
    case status = "/status"
    case steps = "/steps"
    case dropping = "/steps/dropping"
    case restoring = "/steps/restoring"
    case leads = "/leads"
    case goalLead = "/lead"
    case agreement = "/leads/agreement"
    case disagreement = "/leads/disagreement"
    case withdrawal = "/leads/withdrawal"
    case questions = "/questions"
    // Scales and ratings, in their own folder.
    case scale = "/scale"
    case newRating = "/ratings/new"

    /// As the router takes it.
    var route: String { "/children/{child}/goals/{goal}\(rawValue)" }
}

enum QuestionPart: String, Sendable {
    case answers = "/answers"
    case closing = "/closing"

    var route: String { "\(GoalPart.questions.route)/{question}\(rawValue)" }
}

extension Workspace {
    func addGoals(to book: inout RouteBook) {
        book.child(.get, ChildPage.plan.route, .seePlan) { try await $0.planPage() }
        book.child(.get, "/children/{child}/\(GoalPage.new.path)", .proposeGoal) { try await $0.startGoalPage() }
        book.child(.post, "/children/{child}/\(GoalPage.new.path)", .proposeGoal) { try await $0.startGoal() }
        book.child(.post, "/children/{child}/\(GoalPage.proposal.path)", .proposeGoal) { try await $0.proposeGoal() }
        book.child(.get, GoalPart.page.route, .seePlan) { try await $0.goalPage() }
        book.child(.get, GoalPart.edit.route, .proposeGoal) { try await $0.editGoalPage() }
        book.child(.post, GoalPart.edit.route, .proposeGoal) { try await $0.editGoal() }
        book.child(.post, GoalPart.acceptance.route, .acceptGoal) { try await $0.acceptGoal() }
        book.child(.post, GoalPart.refusal.route, .acceptGoal) { try await $0.refuseGoal() }
        book.child(.post, GoalPart.status.route, .editPlan) { try await $0.moveGoal() }
        addSplit(to: &book)
        addQuestions(to: &book)
    }

    private func addSplit(to book: inout RouteBook) {
        book.child(.get, GoalPart.steps.route, .editPlan) { try await $0.stepsPage() }
        book.child(.post, GoalPart.steps.route, .editPlan) { try await $0.addStep() }
        book.child(.post, GoalPart.dropping.route, .editPlan) { try await $0.dropStep() }
        book.child(.post, GoalPart.restoring.route, .editPlan) { try await $0.restoreStep() }
        book.child(.get, GoalPart.leads.route, .editPlan) { try await $0.leadsPage() }
        book.child(.post, GoalPart.leads.route, .editPlan) { try await $0.proposeLead() }
        book.child(.post, GoalPart.goalLead.route, .editPlan) { try await $0.setGoalLead() }
        book.child(.post, GoalPart.agreement.route, .editPlan) { try await $0.agreeToLead() }
        book.child(.post, GoalPart.disagreement.route, .editPlan) { try await $0.disagreeWithLead() }
        book.child(.post, GoalPart.withdrawal.route, .editPlan) { try await $0.withdrawLead() }
    }

    private func addQuestions(to book: inout RouteBook) {
        book.child(.post, GoalPart.questions.route, .ask) { try await $0.askQuestion() }
        book.child(.post, QuestionPart.answers.route, .ask) { try await $0.answerQuestion() }
        book.child(.post, QuestionPart.closing.route, .ask) { try await $0.closeQuestion() }
    }
}
