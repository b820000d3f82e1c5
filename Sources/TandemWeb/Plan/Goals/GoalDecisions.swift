import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// Saying yes to a goal, setting it aside, marking it as reached.
extension ChildVisit {
    /// A guardian says yes.
    func acceptGoal() async throws -> Response { try await move(to: .active) }

    /// A guardian says no, or not now.
    func refuseGoal() async throws -> Response {
        try await setAside()
    }

    /// A therapist moves the goal on.
    func moveGoal() async throws -> Response {
        switch form["status"] {
        case "active": return try await move(to: .active)
        case "met": return try await move(to: .met)
        default: return try await setAside()
        }
    }

    private func setAside() async throws -> Response {
        var reader = FormReader(form)
        let reason = reader.text(GoalDetail.reason, missing: "Write why, so that everybody understands.")
        guard reader.problems.isEmpty else { return try await goalPage(reader.problems) }
        return try await move(to: .setAside(reason: reason))
    }

    private func move(to status: GoalStatus) async throws -> Response {
        let id = try visit.id("goal", of: Goal.self)
        let version = FormReader(form).version
        do {
            try await change { try $0.move(id, to: status, version: version, $1) }
        } catch StoreFailure.conflict {
            return try await goalPage(
                Problems("goal", "Somebody changed this goal while you were reading it. Read it again, then decide.")
            )
        } catch let fault as GoalFault {
            return try await goalPage(Problems("goal", fault.message))
        }
        return redirect(id, .page, status == .active ? .goalBegun : .saved)
    }
}

extension GoalFault {
    fileprivate var message: String {
        switch self {
        case .notFromHere: "That is not possible from where the goal stands now. Read it again, then decide."
        case .noReason: "Write why, so that everybody understands."
        case .tooLong: "Write the reason a little shorter: \(TextLimit.note) characters at most."
        }
    }
}
