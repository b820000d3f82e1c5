import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// The one home program of both therapies: what is in it, how much of the day it takes, what does not go together, what could
/// come next. The family reads the same list.
extension ChildVisit {
    func homeProgramPage() async throws -> Response {
        let today = today
        let (plan, ticks) = try await look { connection, permit in
            (try connection.plan(permit), try connection.ticks(permit, since: today.adding(days: -13)))
        }
        let words = HomeProgramWords(plan: plan, ticks: ticks, site: visit.workspace.site, today: today)
        return response(
            "home-program",
            title: "Home program",
            plan.child,
            plan.permit,
            at: .homeProgram,
            words.values
        )
    }
}

/// The words of the list.
struct HomeProgramWords: Sendable {
    let plan: ChildPlan
    let ticks: [Tick]
    let site: Site
    let today: CalendarDate

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
        let own = ticks.standing.filter { $0.item == item.id }
        var values = Mark.values([item.discipline])
        values["name"] = item.name
        values["how"] = item.how
        values["pace"] =
            "\(item.minutes) minutes, \(item.daysAWeek == 7 ? "every day" : "\(item.daysAWeek) days a week")"
        values["practice"] = plan.team.practice(item.practice)?.name
        values["goal"] = item.goal.flatMap { plan.goal($0)?.value.title }
        values["dos"] = item.dos
        values["donts"] = item.donts
        values["ticks"] = HomeTicks(own, today: today).values
        if canEdit { values["state_action"] = href(.item(item.id, .state)) }
        if permit.mayEdit(item) { values["edit_href"] = href(.item(item.id, .edit)) }
        values["is_mine"] = permit.mayEdit(item)
        return values
    }

    /// Paused ones, then those that have done their work.
    private var resting: [Page.Values] {
        plan.home.items.compactMap { item -> Page.Values? in
            var values = Mark.values([item.discipline])
            values["name"] = item.name
            values["is_mine"] = permit.mayEdit(item)
            if canEdit { values["state_action"] = href(.item(item.id, .state)) }
            switch item.state {
            case .active: return nil
            case .paused(let reason, let stamp):
                values["state"] = "Paused: \(reason)"
                values["who"] = plan.name(stamp.by)
                values["is_paused"] = true
            case .retired(let reason, let stamp):
                values["state"] = "Done: \(reason)"
                values["who"] = plan.name(stamp.by)
                values["is_paused"] = false
            }
            return values
        }
    }

    // MARK: What to look at

    private var takeUps: [Page.Values] {
        plan.alerts.map { alert in
            let name = plan.items.first { $0.value.id == alert.value.item }?.value.name ?? "An activity at home"
            return ["name": name, "action": href(.alert(alert.value.id))]
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

/// Two weeks of ticks of one activity, in dots and in words.
struct HomeTicks: Sendable {
    private let ticks: [CalendarDate: Tick]
    private let today: CalendarDate

    init(_ ticks: [Tick], today: CalendarDate) {
        self.ticks = Dictionary(ticks.map { ($0.on, $0) }, uniquingKeysWith: { $1 })
        self.today = today
    }

    var values: Page.Values {
        let all = ticks.values
        let done = all.count { $0.outcome == .done }
        let tried = all.count { $0.outcome == .tried }
        var words = "Last two weeks: \(done) times done"
        if tried > 0 { words += ", \(tried) tried" }
        for feel in Tick.Feel.allCases {
            let count = all.count { $0.feel == feel }
            if count > 0 { words += ", \(feel.rawValue) \(count == 1 ? "once" : "\(count) times")" }
        }
        let days = (0..<14).map { today.adding(days: $0 - 13) }
        return [
            "words": words + ".",
            "days": days.map { day in
                [
                    "is_done": ticks[day]?.outcome == .done, "is_tried": ticks[day]?.outcome == .tried,
                    "is_hurt": ticks[day]?.feel == .hurt,
                ] as Page.Values
            },
            "lines": ticks.values.filter { !$0.line.isEmpty }.sorted { $0.on > $1.on }.prefix(3).map { tick in
                ["when": DateText.short(tick.on), "line": tick.line] as Page.Values
            },
        ]
    }
}
