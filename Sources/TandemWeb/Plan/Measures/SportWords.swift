import TandemCare
import TandemCatalog
import TandemStore

/// One way back to sport in words.
struct SportWords: Sendable {
    let sport: ReturnToSport
    let plan: ChildPlan
    let today: CalendarDate
    /// Names of everybody who moved it on, of those who have left the team too; a list names nobody.
    var people: [ID<Account>: String] = [:]

    private func href(_ part: SportPart) -> String { Address.measures(plan.permit.child, .sport(sport.id, part)).path }

    /// In a list.
    var line: Page.Values {
        [
            "program": sport.program.name, "href": href(.page), "phase": sport.phase.name,
            "number": "\(sport.current + 1) of \(sport.program.phases.count)",
        ]
    }

    func values(_ typed: FormBody, _ problems: Problems, day: @Sendable (Instant) -> CalendarDate) -> Page.Values {
        let standings = sport.standings(today: today)
        let weeks = max(0, sport.began.days(until: today)) / 7
        var values = line.merging([
            "alerts": plan.alertValues, "back_href": Address.measures(plan.permit.child, .all).path,
            "began": DateText.text(sport.began), "starts": sport.program.starts,
            "weeks": weeks == 1 ? "1 week" : "\(weeks) weeks",
            "phases": sport.program.phases.enumerated().map { index, phase in
                [
                    "name": phase.name, "is_here": index == sport.current, "is_over": index < sport.current,
                ] as Page.Values
            },
            "criteria": standings.map(standing), "is_at_end": sport.isAtEnd, "phase_id": sport.phase.id,
            "history": history(day), "has_unsourced": standings.contains { $0.criterion.source == "unsourced" },
        ]) { $1 }
        guard plan.permit.may(.recordMeasure) else { return values }
        if !sport.isAtEnd {
            var typed = typed
            if typed["on_month"] == nil {
                typed = FormBody(fields: typed.fields + FormBody.day("on", today))
            }
            values["fields"] = (SportForm.fields(sport.phase) + [SportForm.on]).values(typed, problems)
            values["results_action"] = href(.results)
            values["next_action"] = href(.next)
            let unmet = standings.filter { !$0.isMet }
            values["all_met"] = unmet.isEmpty
            if !unmet.isEmpty, !unmet.contains(where: { $0.criterion.kind == .clearance }) {
                values["override"] =
                    ["field": [SportForm.reason.values(typed, problems)], "is_open": problems["reason"] != nil]
                    as Page.Values
            }
        }
        if sport.current > 0 {
            let phases = sport.program.phases.prefix(sport.current).enumerated().map { index, phase in
                Field.Option(value: "\(index)", text: phase.name)
            }
            let fields = [Field(name: "to", label: "Back to", kind: .radios(phases)), SportForm.setback]
            values["setback"] =
                [
                    "fields": fields.values(typed, problems), "action": href(.setback),
                    "is_open": problems["to"] != nil || problems["setback"] != nil,
                ] as Page.Values
        }
        return values
    }

    private func standing(_ standing: CriterionStanding) -> Page.Values {
        let criterion = standing.criterion
        var values: Page.Values = [
            "words": criterion.words, "aim": "\(criterion.aim) \(criterion.kind.unit)".trimmed,
            "is_met": standing.isMet,
        ]
        if let value = standing.value {
            let isSaid = criterion.kind == .yes || criterion.kind == .clearance
            values["value"] = isSaid ? (value == 1 ? "yes" : "not yet") : value.text(decimals: 1)
            let results = sport.results.filter { $0.phase == sport.phase.id && $0.criterion == criterion.id }
            if let last = results.last {
                let doctor = criterion.kind == .clearance && value == 1 ? ", \(last.words)" : ""
                values["when"] = DateText.short(last.on) + doctor
            }
        }
        if criterion.source.hasPrefix("https://") { values["source"] = criterion.source }
        return values
    }

    private func history(_ day: @Sendable (Instant) -> CalendarDate) -> [Page.Values] {
        sport.passages.reversed().map { passage in
            let to = sport.program.phases[passage.to].name
            let from = sport.program.phases[passage.from]
            let text: String
            switch passage.ground {
            case .met: text = "On to \u{201c}\(to)\u{201d}: everything was met."
            case .override(let unmet, let reason):
                let words = unmet.compactMap { id in from.criteria.first { $0.id == id }?.words }
                text = "On to \u{201c}\(to)\u{201d}, though not met: \(words.joined(separator: ", ")). Why: \(reason)"
            case .setback(let reason): text = "Back to \u{201c}\(to)\u{201d}. Why: \(reason)"
            }
            return [
                "text": text, "when": DateText.text(day(passage.stamp.at)), "who": people[passage.stamp.by] ?? "",
            ]
        }
    }
}
