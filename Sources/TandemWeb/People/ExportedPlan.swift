import TandemCare
import TandemCatalog
import TandemStore

/// The plan of an exported record in words, for `record.mustache`: the whole of it, oldest first.
struct ExportedPlan: Sendable {
    private let goals: [Goal]
    private let scales: [AttainmentScale]
    private let ratings: [Rating]
    private let questions: [GoalQuestion]
    private let items: [HomeItem]
    private let ticks: [Tick]
    private let notes: [VisitNote]
    private let measurements: [Measurement]
    private let plans: [PlanOfCare]
    private let measures: MeasureRegistry

    init(_ record: RecordExport, measures: MeasureRegistry) throws {
        goals = try record.standing()
        scales = try record.standing()
        ratings = try record.standing()
        questions = try record.standing()
        items = try record.standing()
        ticks = try record.standing()
        notes = try record.standing()
        measurements = try record.standing()
        plans = try record.standing()
        self.measures = measures
    }

    var values: Page.Values {
        let ticks = Dictionary(grouping: ticks.standing, by: \.item)
        let values: Page.Values = [
            "goals": goals.map(goal), "items": items.map { item($0, ticks[$0.id] ?? []) },
            "notes": notes.sorted { $0.content.on < $1.content.on }.map(note),
            "measurements": measurements.sorted { $0.on < $1.on }.compactMap(measurement),
            "papers": plans.map(paper),
        ]
        return values.withoutEmptyTexts
    }

    private func goal(_ goal: Goal) -> Page.Values {
        let scale = scales.first { $0.goal == goal.id }
        return [
            "title": goal.title, "status": goal.status.exported, "by": DateText.text(goal.by),
            "words": goal.familyWords, "child_words": goal.childWords, "baseline": goal.baseline,
            "levels": (scale?.levels ?? []).sorted { $0.level < $1.level }.map {
                ["level": DischargeWords.level($0.level), "words": $0.words] as Page.Values
            },
            "ratings": ratings.filter { $0.goal == goal.id }.standing.map {
                [
                    "on": DateText.short($0.on), "level": DischargeWords.level($0.level), "words": $0.words,
                ] as Page.Values
            },
            "questions": questions.filter { $0.goal == goal.id }.map { question in
                question.lines.map(\.text).joined(separator: " / ")
            },
        ]
    }

    private func item(_ item: HomeItem, _ ticks: [Tick]) -> Page.Values {
        [
            "name": item.name, "letter": item.discipline.rawValue, "state": item.state.exported, "how": item.how,
            "minutes": item.minutes, "a_week": item.daysAWeek,
            "ticks": ticks.map { tick in
                let said = [tick.outcome.rawValue, tick.feel?.rawValue ?? "", tick.line].filter { !$0.isEmpty }
                return ["on": DateText.short(tick.on), "said": said.joined(separator: ", ")] as Page.Values
            },
        ]
    }

    private func note(_ note: VisitNote) -> Page.Values {
        let handoff = note.content.handoff
        return [
            "on": DateText.text(note.content.on), "letter": note.discipline.rawValue, "said": note.content.said,
            "parts": note.content.entries.map(part)
                + note.content.services.map { service in
                    service.what + (service.minutes.map { ": \($0) minutes" } ?? "")
                },
            "handoff": [
                ("Did", handoff.did), ("Works best", handoff.worksBest), ("Asks next", handoff.nextAsks),
            ].filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" },
            "signed": note.signature?.name ?? "", "addenda": note.addenda.map { "\($0.text) (\($0.name))" },
        ]
    }

    private func part(_ entry: VisitEntry) -> String {
        let title = goals.first { $0.id == entry.goal }?.title ?? "The visit"
        let said = [
            entry.did, entry.outcome.map { "How it went: \($0.rawValue)." } ?? "",
            entry.next.isEmpty ? "" : "Next: \(entry.next)",
        ]
        return "\(title): " + said.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func measurement(_ measurement: Measurement) -> String? {
        guard let measure = measures.measure(measurement.series.measure) else { return nil }
        let day = DateText.short(measurement.on)
        switch measurement.result {
        case .value(let value): return "\(day): \(measure.name), \(value.shortText) \(measure.unit)"
        case .missing(let reason): return "\(day): \(measure.name), not done: \(reason)"
        }
    }

    private func paper(_ plan: PlanOfCare) -> String {
        let goals = plan.content.goals.map(\.longTerm).joined(separator: "; ")
        return
            "\(plan.discipline.rawValue), signed by \(plan.signature?.name ?? ""). Diagnosis: \(plan.content.diagnosis). "
            + "\(plan.content.type). \(PlanOfCareWords.frequency(plan.content)). Goals: \(goals)"
    }
}

extension GoalStatus {
    fileprivate var exported: String {
        switch self {
        case .proposed: "Proposed"
        case .active: "Worked on"
        case .met: "Met"
        case .setAside(let reason): "Set aside (\(reason))"
        }
    }
}

extension HomeItem.State {
    fileprivate var exported: String {
        switch self {
        case .active: "Active"
        case .paused(let reason, _): "Paused (\(reason))"
        case .retired(let reason, _): "Done with (\(reason))"
        }
    }
}
