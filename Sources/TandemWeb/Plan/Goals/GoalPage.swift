import TandemCare

/// The pages of the plan itself: goals, their split, scales and ratings.
enum GoalPage: Sendable {
    case all

    /// Under the child's address.
    var path: String {
        switch self {
        case .all: "plan"
        }
    }
}

extension Workspace {
    func addGoals(to book: inout RouteBook) {}
}
