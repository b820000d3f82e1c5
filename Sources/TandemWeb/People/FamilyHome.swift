import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// Where a family begins: their children, what needs them, who sees what.
extension Visit {
    func familyHome() async throws -> Response {
        guard !session.ties.isEmpty else { throw Failure.notFound }
        let today = workspace.site.today()
        var children: [Page.Values] = []
        for id in session.ties.map(\.child) {
            guard let overview = try? await store.look(at: id, .seeChild, by: who, { try $0.overview($1) }) else {
                continue
            }
            let child = overview.child.value
            let words = OverviewWords(
                overview: overview,
                form: workspace.site.intakeForm,
                today: today,
                day: store.effects.day
            )
            let day = try await self.today(of: id, today)
            children.append(
                words.values.merging(day) { $1 }.merging([
                    "name": child.fullName, "called": child.calledName, "href": Address.child(id).path,
                    "age": DateText.age(child.birthDate, on: today),
                    "consents_href": Address.childPage(id, .consents).path,
                    "looks_href": Address.childPage(id, .looks).path,
                ]) { $1 }
            )
        }
        return response(
            "family",
            title: "My family",
            ["children": children, "has_children": !children.isEmpty],
            here: .family
        )
    }

    /// Today's home program first, then how each goal is going and who helps.
    private func today(of child: ID<Child>, _ today: CalendarDate) async throws -> Page.Values {
        let (plan, ticks, visits) = try await store.look(at: child, .seePlan, by: who) { connection, permit in
            (
                try connection.plan(permit), try connection.ticks(permit, since: today.adding(days: -7)),
                permit.may(.seeNotes) ? try connection.visits(permit, after: nil, count: 3).notes : []
            )
        }
        var values = TodayWords(plan: plan, ticks: ticks, site: workspace.site, today: today).values
        values["back"] = "family"
        values["plan_href"] = Address.goals(child, .all).path
        values["goals"] = plan.goals.filter { $0.value.status == .active || $0.value.status == .proposed }.map { goal in
            GoalWords(goal, plan, today: today).values
        }
        values["visits"] = visits.filter(\.isSigned).map(NoteWords(plan: plan).line)
        values["visits_href"] = Address.visits(child, .all).path
        if plan.permit.may(.keepCalendar) { values["calendar_href"] = Address.childPage(child, .calendar).path }
        values["people"] = plan.team.members.filter { !$0.disciplines.isEmpty }.map { member in
            Mark.values(member.disciplines).merging([
                "name": member.name, "practice": plan.team.practice(member.practice)?.name ?? "",
            ]) { $1 }
        }
        return values
    }
}
