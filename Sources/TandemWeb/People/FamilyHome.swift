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
        var isOneAway = false
        for id in session.ties.map(\.child) {
            // What is wrong with one child's record takes nothing away from the others; a store that is away takes the page.
            do {
                children.append(try await panel(of: id, today))
            } catch {
                switch Failure(error) {
                case .unavailable: throw error
                case .notFound: continue
                default: isOneAway = true
                }
            }
        }
        return response(
            "family",
            title: "My family",
            ["children": children, "has_children": !children.isEmpty, "is_one_away": isOneAway],
            here: .family
        )
    }

    private func panel(of id: ID<Child>, _ today: CalendarDate) async throws -> Page.Values {
        let overview = try await store.look(at: id, .seeChild, by: who) { try $0.overview($1) }
        let child = overview.child.value
        let words = OverviewWords(
            overview: overview,
            form: workspace.site.intakeForm,
            today: today,
            day: store.effects.day
        )
        var values = words.values.merging([
            "name": child.fullName, "called": child.calledName, "href": Address.child(id).path,
            "age": DateText.age(child.birthDate, on: today),
            "consents_href": Address.childPage(id, .consents).path,
            "looks_href": Address.childPage(id, .looks).path,
        ]) { $1 }
        do {
            let plan = try await self.today(of: id, today)
            let waiting = (plan["waiting"] as? [Page.Values] ?? []) + (values["todo"] as? [Page.Values] ?? [])
            values.merge(plan) { $1 }
            values["todo"] = waiting
        } catch {
            guard case .fault = Failure(error) else { throw error }
            values["is_plan_away"] = true
        }
        return values
    }

    /// Today's home program first, then how each goal is going and who helps.
    private func today(of child: ID<Child>, _ today: CalendarDate) async throws -> Page.Values {
        let (plan, ticks, visits, schedule, referrals) = try await store.look(at: child, .seePlan, by: who) {
            connection,
            permit in
            (
                try connection.plan(permit), try connection.ticks(permit, since: today.adding(days: -7)),
                permit.may(.seeNotes) ? try connection.visits(permit, after: nil, count: 3).notes : [],
                try connection.schedule(permit, within: Span(permit.now - .hours(4), permit.now + .days(60))),
                try connection.planReferrals(permit)
            )
        }
        let planned = ScheduleWords(schedule: schedule, zone: store.effects.zone)
        var values = TodayWords(plan: plan, ticks: ticks, site: workspace.site, today: today).values
        values["back"] = "family"
        values["plan_href"] = Address.goals(child, .all).path
        values["goals"] = plan.goals.filter { $0.value.status == .active || $0.value.status == .proposed }.map { goal in
            GoalWords(goal, plan, today: today).values
        }
        let goals: [Page.Values] =
            plan.goals.filter { goal in
                plan.permit.may(.acceptGoal) && goal.value.awaited == .family
                    && goal.value.mayActivate(.family, familyCanAnswer: true)
            }.map { goal in
                let href = Address.goals(child, .one(goal.value.id, .page)).path
                return [
                    "text": "A goal waits for your yes: \(goal.value.title)", "link": "Read it and answer",
                    "href": href,
                ]
            }
        values["waiting"] = goals + planned.offers + (referrals?.waiting(child, plan.permit) ?? [])
        values["next_visits"] = planned.next(3)
        values["schedule_href"] = Address.childPage(child, .schedule).path
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
