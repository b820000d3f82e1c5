import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// Everything that is due in a practice, most urgent first: signatures, certifications, reports, evaluations, reviews of goals.
extension PracticeVisit {
    private static var most: Int { 200 }
    /// How many days ahead the page looks.
    private static var days: Int { 60 }

    func duePage() async throws -> Response {
        let (practice, now, today) = (practice, visit.store.effects.now(), visit.workspace.site.today())
        let isClinician = isClinician
        let dues = try await look {
            try $0.dues(in: practice, until: today.adding(days: Self.days), at: now, count: Self.most)
        }
        let over = dues.filter { $0.due.isOver(today: today) }
        let coming = dues.filter { !$0.due.isOver(today: today) }
        func values(_ dues: [PracticeDue]) -> [Page.Values] {
            dues.map { $0.values(isClinician: isClinician, today: today) }
        }
        let groups: [Page.Values] = [("Over", over), ("Coming", coming)].filter { !$0.1.isEmpty }.map {
            ["group": "\($0.0): \($0.1.count)", "dues": values($0.1)]
        }
        return response(
            "practice-due",
            title: "Due",
            at: .due,
            [
                "groups": groups, "is_empty": dues.isEmpty, "days": Self.days, "is_cut": dues.count == Self.most,
                "most": Self.most,
            ]
        )
    }

    /// Treats children in this practice.
    var isClinician: Bool {
        visit.who.memberships.contains { membership in
            membership.practice == practice && membership.roles.contains { $0.isClinician }
        }
    }
}

extension PracticeDue {
    /// - Parameter isClinician: others are led to the child's overview, since they do not see the plan.
    func values(isClinician: Bool, today: CalendarDate) -> Page.Values {
        var values = Mark.values(discipline.map { [$0] } ?? [.physical, .occupational])
            .merging(due.values(today: today)) { $1 }
        values["child"] = child.listName
        values["href"] = isClinician ? href : Address.child(child.id).path
        return values
    }

    private var href: String {
        if due.kind == .goalReview { return Address.goals(child.id, .all).path }
        guard let plan = ID<PlanOfCare>(subject) else { return Address.papers(child.id, .all).path }
        return Address.papers(child.id, .plan(plan, due.kind == .signature ? .page : .papers)).path
    }
}
