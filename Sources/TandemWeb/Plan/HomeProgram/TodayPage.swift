import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// The family's page of the day: what to do, one tap for done.
extension ChildVisit {
    func todayPage() async throws -> Response { try await todayPage(Problems()) }

    /// - Parameter draft: what was typed and could not be saved.
    private func todayPage(_ problems: Problems, draft: TodayDraft? = nil) async throws -> Response {
        let (today, since) = (today, visit.store.effects.now() - HomeProgramWords.alertsAreShown)
        let (plan, ticks, taken) = try await look { connection, permit in
            (
                try connection.plan(permit), try connection.ticks(permit, since: today.adding(days: -7)),
                try connection.takenAlerts(permit, since: since)
            )
        }
        let words = TodayWords(
            plan: plan,
            ticks: ticks,
            taken: taken,
            draft: draft,
            site: visit.workspace.site,
            today: today
        )
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
        let word = Tick.Word(
            outcome: form["outcome"].flatMap { Tick.Outcome(rawValue: $0) },
            feel: form["feel"].flatMap { text in
                Tick.Feel(rawValue: text).map { .says($0) } ?? (text == TodayWords.takesBack ? .takesBack : nil)
            },
            line: form["line"]?.unixLines.trimmed
        )
        guard let item = form["item"].flatMap({ ID<HomeItem>($0) }), word != Tick.Word() else {
            return try await todayPage(Problems("today", "Choose Done, Tried or Not today beside an activity."))
        }
        if let line = word.line, line.count > TextLimit.line {
            let field = "line-\(item.text)"
            let message = "Write it a little shorter: \(TextLimit.line) characters at most. You wrote \(line.count)."
            let draft = TodayDraft(item: item, outcome: word.outcome, line: line, message: message)
            return try await todayPage(Problems(field, message), draft: draft)
        }
        let (today, letter) = (today, visit.workspace.letters.letter("mail-home-waiting", to: .start))
        let alert: HurtAlert?
        do {
            alert = try await change { try $0.tick(item, word, on: today, $1, telling: letter) }
        } catch is HomeItem.Fault {
            return try await todayPage(Problems("today", "This activity is not in the program any more."))
        }
        let notice: Notice = alert == nil ? .ticked : .hurt
        if form["back"] == "family" { return visit.redirect(.family, notice) }
        return visit.redirect(.homeProgram(child, .today), notice)
    }
}

/// A line about one activity that was too long to save.
struct TodayDraft: Sendable {
    let item: ID<HomeItem>
    /// What was said in the same breath, kept for when the line fits.
    let outcome: Tick.Outcome?
    let line: String
    let message: String
}

/// The words of today's activities; the family's home shows the same.
struct TodayWords: Sendable {
    let plan: ChildPlan
    let ticks: [Tick]
    /// That it hurt, as far as therapists have looked at it lately.
    var taken: [HurtAlert] = []
    var draft: TodayDraft?
    let site: Site
    let today: CalendarDate

    /// The value of `feel` that takes back what was said.
    static let takesBack = "none"

    private var permit: Permit { plan.permit }

    private func href(_ page: HomeProgramPage) -> String { Address.homeProgram(permit.child, page).path }

    var values: Page.Values {
        let program = HomeToday(plan.dayPlan(site), ticks: ticks, today: today)
        let week = HomeWeek(from: today.adding(days: -6), ticks: ticks, items: plan.home.items)
        return [
            "alerts": plan.alertValues, "slots": program.slots.map(slot), "has_items": !program.slots.isEmpty,
            "date": DateText.text(today), "minutes_left": program.minutesLeft, "is_all_done": program.minutesLeft == 0,
            "may_tick": permit.may(.tick), "tick_action": href(.today), "program_href": href(.all),
            "handout_href": href(.handout), "paused": plan.home.items.compactMap(paused),
            "week": plan.home.items.isEmpty ? [] : week.words,
        ]
    }

    private func paused(_ item: HomeItem) -> Page.Values? {
        guard let words = HomeRest(item, plan).words, case .paused = item.state else { return nil }
        return ["name": item.name, "words": words]
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
        }
        values["taken"] = HurtWords(taken.filter { $0.item == item.id }, plan).values
        if let feeling = feeling(of: line) { values["feeling"] = feeling }
        return values
    }

    /// How it was; asked once something was ticked.
    private func feeling(of line: HomeToday.Line) -> Page.Values? {
        let draft = draft.flatMap { $0.item == line.item.id ? $0 : nil }
        guard line.tick != nil || draft != nil else { return nil }
        var values: Page.Values = [
            "line": draft?.line ?? line.tick?.line ?? "",
            "feels": Tick.Feel.allCases.map { feel in
                let isChosen = line.tick?.feel == feel
                // Pressed again it is taken back; that it hurt is never taken back by a second tap.
                return [
                    "value": isChosen && feel != .hurt ? Self.takesBack : feel.rawValue,
                    "text": feel.rawValue.capitalizedFirst, "is_chosen": isChosen, "is_hurt": feel == .hurt,
                ] as Page.Values
            },
        ]
        values["line_error"] = draft?.message
        values["outcome"] = draft?.outcome?.rawValue
        return values
    }
}
