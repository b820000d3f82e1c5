import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// The plan of a child: what hurt, what is new, what waits, then goal by goal who does what and how it is going.
extension ChildVisit {
    func planPage() async throws -> Response {
        let (plan, look, edits, referrals) = try await look { connection, permit in
            let plan = try connection.plan(permit)
            let look = try connection.planLook(permit)
            let since = look.newsSince(at: permit.now)
            let edits = try since.map { try connection.goalEdits(plan.goals, since: $0, permit) } ?? []
            return (plan, look, edits, try connection.planReferrals(permit))
        }
        try await visit.store.sitDown(plan.permit, look)
        let news = PlanNews(
            plan: plan,
            edits: edits,
            referrals: referrals,
            since: look.newsSince(at: plan.permit.now),
            day: visit.store.effects.day
        )
        let words = PlanWords(plan: plan, today: today, day: visit.store.effects.day)
        return response(
            plan.permit.isFamily ? "plan-family" : "plan",
            title: "Plan",
            plan.child,
            plan.permit,
            at: .plan,
            words.values.merging(news.values) { $1 }.merging(referralValues(plan, referrals)) { $1 }
        )
    }
}

/// The words of the plan page.
struct PlanWords: Sendable {
    let plan: ChildPlan
    let today: CalendarDate
    let day: @Sendable (Instant) -> CalendarDate

    private var permit: Permit { plan.permit }

    var values: Page.Values {
        let later = [section("Reached") { $0 == .met }, section("Set aside") { $0.word == "set aside" }]
        let sections = [section("Proposed") { $0 == .proposed }, section("What we work on") { $0 == .active }]
        var values: Page.Values = [
            "alerts": plan.alertValues, "sections": sections.compactMap(\.self), "later": later.compactMap(\.self),
            "has_goals": !plan.goals.isEmpty, "todo": todo, "team": team,
            "progress_href": Address.goals(permit.child, .progress).path,
            "timeline_href": Address.childPage(permit.child, .timeline).path,
        ]
        if permit.may(.proposeGoal) { values["new_href"] = Address.goals(permit.child, .new).path }
        return values
    }

    private func section(_ heading: String, _ belongs: (GoalStatus) -> Bool) -> Page.Values? {
        let goals = plan.goals.filter { belongs($0.value.status) }
        guard !goals.isEmpty else { return nil }
        return [
            "heading": heading, "count": goals.count,
            "goals": goals.map { goal in
                let values = GoalWords(goal, plan, today: today).values
                guard permit.isFamily, values["progress"] != nil else { return values }
                let progress = GoalProgress(plan: plan, goal: goal.value, day: day).values
                return values.merging(["progress": progress]) { $1 }
            },
        ]
    }

    /// What waits for the person who looks.
    private var todo: [Page.Values] {
        plan.goals.flatMap { goal -> [Page.Values] in
            let words = GoalWords(goal, plan, today: today)
            var todo: [(text: String, link: String, part: GoalPart)] = []
            let title = goal.value.title
            if permit.may(.editPlan) {
                if goal.value.awaited == .therapists {
                    todo.append(("The family proposes: \(title)", "Read it and answer", .page))
                }
                for discipline in permit.disciplines {
                    for part in goal.value.split.awaiting(discipline) {
                        guard let open = part.openReassignment, open.proposed.by != permit.who.account else { continue }
                        let text =
                            "\(open.by.rawValue) proposes that \(open.to.words) lead \(part.name.lowercased()) in \"\(title)\""
                        todo.append((text, "Agree or say why not", .page))
                    }
                }
                if goal.value.status == .active, plan.scales[goal.value.id] == nil {
                    todo.append(("\(title) has no scale yet.", "Agree on a scale", .scale))
                }
                if goal.value.status == .active, goal.value.split.standingSteps.isEmpty {
                    todo.append(("\(title) has no steps yet.", "Add the steps", .steps))
                }
            }
            return todo.map { ["text": $0.text, "link": $0.link, "href": words.href($0.part)] }
        }
    }

    private var team: [Page.Values] {
        plan.team.members.map { member in
            var values = Mark.values(member.disciplines)
            values["name"] = member.name
            if let practice = plan.team.practice(member.practice) { values["practice"] = practice.name }
            return values
        }
    }
}
