import TandemCare
import TandemCatalog
import TandemStore

/// How a plan of care stands among the others of its practice and therapy.
enum PlanOfCareStanding: Sendable {
    case draft
    case current
    case replaced
    /// The work is done.
    case discharged

    /// - Parameter plans: all plans of the child.
    init(_ plan: PlanOfCare, among plans: [PlanOfCare]) {
        guard plan.isSigned else {
            self = .draft
            return
        }
        let isReplaced = plans.contains {
            $0.isSigned && $0.practice == plan.practice && $0.discipline == plan.discipline && $0.id > plan.id
        }
        let isDone = plan.papers.contains { $0.kind == .discharge }
        self = isReplaced ? .replaced : isDone ? .discharged : .current
    }

    var name: String {
        switch self {
        case .draft: "Draft"
        case .current: "Signed"
        case .replaced: "Replaced"
        case .discharged: "Ended"
        }
    }

    var values: Page.Values {
        var isDraft = false
        if case .draft = self { isDraft = true }
        var isCurrent = false
        if case .current = self { isCurrent = true }
        return ["state": name, "is_draft": isDraft, "is_current": isCurrent]
    }
}

extension Permit {
    /// This person practices the plan's therapy where it was written, and wrote it.
    func isTherapist(of plan: PlanOfCare) -> Bool {
        may(.writePlanOfCare) && plan.practice == ground.practice && plan.therapist == who.account
    }

    /// May add what came in and went out for the plan.
    func mayFile(for plan: PlanOfCare) -> Bool { may(.writePlanOfCare) && plan.practice == ground.practice }
}
