import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// The family's page of the day: what to do, one tap for done.
extension ChildVisit {
    func todayPage() async throws -> Response { try await todayPage(Problems()) }

    private func todayPage(_ problems: Problems) async throws -> Response {
        let today = today
        let (plan, ticks) = try await look { connection, permit in
            (try connection.plan(permit), try connection.ticks(permit, since: today.adding(days: -7)))
        }
        let words = TodayWords(plan: plan, ticks: ticks, site: visit.workspace.site, today: today)
        return response(
            "today",
            title: "Today",
            plan.child,
            plan.permit,
            at: .homeProgram,
            words.values,
            problems: problems
        )
    }

    func tick() async throws -> Response {
        guard let item = form["item"].flatMap({ ID<HomeItem>($0) }),
            let outcome = form["outcome"].flatMap({ Tick.Outcome(rawValue: $0) })
        else { return try await todayPage(Problems("today", "Choose Done, Tried or Not today beside an activity.")) }
        let feel = form["feel"].flatMap { Tick.Feel(rawValue: $0) }
        let line = (form["line"] ?? "").unixLines
        guard line.count <= TextLimit.line else {
            return try await todayPage(
                Problems("line-\(item.text)", "Write it a little shorter: \(TextLimit.line) characters at most.")
            )
        }
        let (today, child) = (today, child)
        let letter = visit.workspace.letters.letter("mail-home-waiting", to: .start)
        let alert: HurtAlert?
        do {
            alert = try await change { transaction, permit in
                let tick = Tick(
                    id: transaction.effects.id(),
                    child: child,
                    item: item,
                    on: today,
                    outcome: outcome,
                    feel: feel,
                    line: line,
                    stamp: permit.stamp
                )
                return try transaction.tick(tick, permit, telling: letter)
            }
        } catch is HomeItem.Fault {
            return try await todayPage(Problems("today", "This activity is not in the program any more."))
        }
        let notice: Notice = alert == nil ? .ticked : .hurt
        if form["back"] == "family" { return visit.redirect(.family, notice) }
        return visit.redirect(.homeProgram(child, .today), notice)
    }
}

/// The words of today's activities; the family's home shows the same.
struct TodayWords: Sendable {
    let plan: ChildPlan
    let ticks: [Tick]
    let site: Site
    let today: CalendarDate

    private var permit: Permit { plan.permit }

    private func href(_ page: HomeProgramPage) -> String { Address.homeProgram(permit.child, page).path }

    var values: Page.Values {
        let program = HomeToday(plan.dayPlan(site), ticks: ticks, today: today)
        let paused = plan.home.items.filter { if case .paused = $0.state { true } else { false } }
        let week = HomeWeek(from: today.adding(days: -6), ticks: ticks, items: plan.home.items)
        return [
            "alerts": plan.alertValues, "slots": program.slots.map(slot), "has_items": !program.slots.isEmpty,
            "date": DateText.text(today), "minutes_left": program.minutesLeft, "is_all_done": program.minutesLeft == 0,
            "may_tick": permit.may(.tick), "tick_action": href(.today), "program_href": href(.all),
            "handout_href": href(.handout), "paused": paused.map { ["name": $0.name] as Page.Values },
            "week": plan.home.items.isEmpty ? [] : week.words,
        ]
    }

    private func slot(_ slot: HomeToday.Slot) -> Page.Values {
        slot.routine.iconValues.merging(["routine": slot.routine.name, "lines": slot.lines.map(line)]) { $1 }
    }

    private func line(_ line: HomeToday.Line) -> Page.Values {
        let item = line.item
        var values = Mark.values([item.discipline])
        values["item"] = item.id.text
        values["name"] = item.name
        values["how"] = item.how
        values["minutes"] = item.minutes
        values["dos"] = item.dos
        values["donts"] = item.donts
        values["had_days"] = line.hasHadItsDays && line.tick == nil
        values["outcomes"] = Tick.Outcome.allCases.map { outcome in
            [
                "value": outcome.rawValue, "text": outcome.rawValue.capitalizedFirst,
                "is_chosen": line.tick?.outcome == outcome,
            ] as Page.Values
        }
        if let tick = line.tick {
            values["ticked"] =
                tick.outcome == .notToday
                ? "Not today. That is fine." : "\(tick.outcome.rawValue.capitalizedFirst) today."
            values["outcome"] = tick.outcome.rawValue
            values["line"] = tick.line
            values["feels"] = Tick.Feel.allCases.map { feel in
                [
                    "value": feel.rawValue, "text": feel.rawValue.capitalizedFirst, "is_chosen": tick.feel == feel,
                    "is_hurt": feel == .hurt,
                ] as Page.Values
            }
        }
        return values
    }
}
