import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// The one home program of both therapies: what is in it, how much of the day it takes, what does not go together, what could
/// come next. The family reads the same list.
extension ChildVisit {
    func homeProgramPage() async throws -> Response { try await homeProgramPage(FormBody(fields: []), Problems()) }

    /// - Parameter typed: of a form beside an activity that could not be saved.
    func homeProgramPage(_ typed: FormBody, _ problems: Problems) async throws -> Response {
        let (today, since) = (today, visit.store.effects.now() - HomeProgramWords.alertsAreShown)
        let (plan, ticks, taken) = try await look { connection, permit in
            (
                try connection.plan(permit), try connection.ticks(permit, since: today.adding(days: -13)),
                try connection.takenAlerts(permit, since: since)
            )
        }
        let words = HomeProgramWords(
            plan: plan,
            ticks: ticks.standing,
            taken: taken,
            site: visit.workspace.site,
            today: today,
            typed: typed,
            problems: problems
        )
        return response(
            "home-program",
            title: "Home program",
            plan.child,
            plan.permit,
            at: .homeProgram,
            words.values,
            problems: problems
        )
    }
}

/// The words of the list.
struct HomeProgramWords: Sendable {
    let plan: ChildPlan
    /// The standing ones of two weeks.
    let ticks: [Tick]
    /// That it hurt, as far as therapists have looked at it lately.
    let taken: [HurtAlert]
    let site: Site
    let today: CalendarDate
    let typed: FormBody
    let problems: Problems

    /// How long it stands beside an activity that it hurt and who has looked at it.
    static let alertsAreShown = Duration.days(14)

    private var permit: Permit { plan.permit }
    private var canEdit: Bool { permit.may(.editHomeProgram) }

    private func href(_ page: HomeProgramPage) -> String { Address.homeProgram(permit.child, page).path }

    var values: Page.Values {
        let budget = plan.home.budget
        var values: Page.Values = [
            "alerts": plan.alertValues, "can_edit": canEdit, "slots": slots, "resting": resting,
            "minutes": budget.fullestDay, "limit": budget.limit, "week": budget.week, "is_over": budget.over > 0,
            "share": min(100, budget.limit > 0 ? budget.fullestDay * 100 / budget.limit : 100),
            "handout_href": href(.handout), "handout_es_href": href(.spanishHandout),
            "today_href": href(.today), "has_items": !plan.home.active.isEmpty,
            "hints": canEdit ? remarks : [], "take_ups": canEdit ? takeUps : [],
        ]
        if permit.may(.setHomeTime) { values["settings_href"] = href(.settings) }
        if canEdit {
            values["new_href"] = href(.new)
            values["offers"] = offers
            values["suggestion_action"] = href(.suggestion)
        }
        return values
    }

    // MARK: What is in it

    private var slots: [Page.Values] {
        plan.dayPlan(site).slots.map { slot in
            slot.routine.iconValues.merging([
                "routine": slot.routine.name, "minutes": slot.minutes, "items": slot.items.map(item),
            ]) { $1 }
        }
    }

    private func item(_ item: HomeItem) -> Page.Values {
        var values = Mark.values([item.discipline])
        values["name"] = item.name
        values["how"] = item.how
        values["pace"] =
            "\(item.minutes) minutes, \(item.daysAWeek == 7 ? "every day" : "\(item.daysAWeek) days a week")"
        values["practice"] = plan.team.practice(item.practice)?.name
        values["goal"] = item.goal.flatMap { plan.goal($0)?.value.title }
        values["dos"] = item.dos
        values["donts"] = item.donts
        values["ticks"] = ticks(of: item)
        values["taken"] = HurtWords(taken.filter { $0.item == item.id }, plan).values
        if canEdit {
            values["state_action"] = href(.item(item.id, .state))
            values["pausing"] = drawn(.pause, item)
            if permit.mayEdit(item) { values["retiring"] = drawn(.retire, item) }
        }
        if permit.mayEdit(item) { values["edit_href"] = href(.item(item.id, .edit)) }
        values["is_mine"] = permit.mayEdit(item)
        return values
    }

    private func ticks(of item: HomeItem) -> Page.Values {
        HomeTicks(ticks.filter { $0.item == item.id }, today: today).values
    }

    private func hasAlert(_ item: HomeItem) -> Bool { plan.alerts.contains { $0.value.item == item.id } }

    /// The form of one move, open where it came back with something to mend.
    private func drawn(_ move: HomeMove, _ item: HomeItem) -> Page.Values {
        let field = move.field(item, hasAlert: hasAlert(item))
        return ["field": [field].values(typed, problems), "is_open": problems[field.name] != nil]
    }

    /// Paused ones, then those that have done their work.
    private var resting: [Page.Values] {
        let resting = plan.home.items.filter { !$0.isActive }
        return (resting.filter(\.isPaused) + resting.filter { !$0.isPaused }).map { item in
            var values = Mark.values([item.discipline])
            values["name"] = item.name
            values["item"] = item.id.text
            values["words"] = HomeRest(item, plan).words
            values["taken"] = HurtWords(taken.filter { $0.item == item.id }, plan).values
            guard item.isPaused else { return values }
            values["ticks"] = ticks(of: item)
            guard canEdit, permit.mayEdit(item) else { return values }
            values["state_action"] = href(.item(item.id, .state))
            values["resuming"] = drawn(.resume, item)
            values["retiring"] = drawn(.retire, item)
            values["takes_up"] = hasAlert(item)
            return values
        }
    }

    // MARK: What to look at

    private var takeUps: [Page.Values] {
        plan.alerts.map { alert in
            let item = plan.items.first { $0.value.id == alert.value.item }?.value
            var values: Page.Values = [
                "name": item?.name ?? "An activity at home", "action": href(.alert(alert.value.id)),
            ]
            if let item, item.isPaused, permit.mayEdit(item) { values["rest_href"] = "#rest-\(item.id.text)" }
            return values
        }
    }

    private var remarks: [Page.Values] {
        plan.home.remarks(leads: plan.leads, advice: site.rules.advice).map { remark in
            var values: Page.Values = ["message": remark.message, "mend": remark.mend]
            switch remark {
            case .sameSkill(_, let keep, let other):
                values["items"] = "\(name(keep)) and \(name(other))"
                values["keeping_action"] = href(.keeping)
                values["choices"] = [(keep, other), (other, keep)].map { kept, gone in
                    ["name": name(kept), "kept": kept.text, "gone": gone.text] as Page.Values
                }
            case .contradiction(let first, let second, _): values["items"] = "\(name(first)) and \(name(second))"
            case .overBudget, .tooMany: break
            }
            return values
        }
    }

    private func name(_ id: ID<HomeItem>) -> String { plan.items.first { $0.value.id == id }?.value.name ?? "" }

    // MARK: What could come next

    /// The catalog's activities for what this therapist leads in goals that are worked on; two a skill, three skills a goal.
    private var offers: [Page.Values] {
        plan.goals.filter { $0.value.status == .active }.compactMap { goal -> Page.Values? in
            let offered = permit.disciplines.flatMap { discipline in
                HomeItem.suggestions(
                    for: goal.value,
                    discipline: discipline,
                    catalog: site.catalog,
                    besides: plan.home.items
                ).prefix(3).flatMap { skill, activities in
                    activities.prefix(2).map { activity in
                        Mark.values([discipline]).merging([
                            "goal": goal.value.id.text, "skill_id": skill.id.text, "discipline": discipline.rawValue,
                            "name": activity.name, "skill": skill.name, "minutes": activity.minutes,
                            "how": activity.how,
                        ]) { $1 }
                    }
                }
            }
            return offered.isEmpty ? nil : ["title": goal.value.title, "offers": offered]
        }
    }
}
