import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// How all goals are going: each with its plot, then the T-score of all together with its formula.
extension ChildVisit {
    func progressPage() async throws -> Response {
        let plan = try await look { try $0.plan($1) }
        let words = ProgressWords(plan: plan, day: visit.store.effects.day, today: today)
        return response("progress", title: "How it is going", plan.child, plan.permit, at: .plan, words.values)
    }
}

/// The words of the page of progress.
struct ProgressWords: Sendable {
    let plan: ChildPlan
    let day: @Sendable (Instant) -> CalendarDate
    let today: CalendarDate

    var values: Page.Values {
        let goals = plan.goals.filter { $0.value.status == .active || $0.value.status == .met }
        var values: Page.Values = [
            "alerts": plan.alertValues, "plan_href": Address.goals(plan.permit.child, .all).path,
            "has_goals": !goals.isEmpty,
            "goals": goals.map { goal in
                let words = GoalWords(goal, plan, today: today)
                return words.values.merging(
                    GoalProgress(plan: plan, goal: goal.value, day: day).values.merging(rating(words)) { $1 }
                ) { $1 }
            },
        ]
        let scales = goals.compactMap { plan.scales[$0.value.id]?.value }
        if !scales.isEmpty { values["score"] = score(scales) }
        return values
    }

    private func rating(_ words: GoalWords) -> Page.Values {
        plan.permit.may(.rateGoal) && plan.scales[words.goal.id] != nil ? ["rate_href": words.href(.newRating)] : [:]
    }

    private func score(_ scales: [AttainmentScale]) -> Page.Values {
        let history = AttainmentHistory(scales: scales, ratings: plan.ratings)
        let points = history.points
        let scored = points.compactMap { point in point.attainment.score.map { (point.day, $0) } }
        guard let last = points.last, let score = last.attainment.score else {
            let weighs = scales.contains { $0.weight.value > 0 }
            return ["is_weightless": !weighs, "is_waiting": weighs]
        }
        var values: Page.Values = [
            "now": score.text(decimals: 1), "formula": last.attainment.formula, "standing": Self.words(score),
            "rows": zip(points, scored).reversed().map { point, scored in
                ["on": DateText.short(point.day), "score": scored.1.text(decimals: 1)] as Page.Values
            },
            "weights": scales.compactMap { scale in
                plan.goal(scale.goal).map {
                    ["goal": $0.value.title, "weight": scale.weight.value] as Page.Values
                }
            },
        ]
        if let change = history.change {
            values["change"] = (change.points < 0 ? "\u{2212}" : "+") + change.points.magnitude.text(decimals: 1)
        }
        let numbers = scored.map(\.1)
        let low = min(30, ((numbers.min() ?? 30) / 10).rounded(.down) * 10)
        let high = max(70, ((numbers.max() ?? 70) / 10).rounded(.up) * 10)
        values["plot"] =
            Plot(
                title: "T-score of all goals over time, now \(score.text(decimals: 1)). The table has every day.",
                points: scored.map { Plot.Point($0.0, $0.1, .start) },
                values: low...high,
                lines: stride(from: low, through: high, by: 10).map { value in
                    Plot.Line(
                        value: value,
                        label: value == 50 ? "as hoped 50" : value.shortText,
                        isAim: value == 50
                    )
                },
                margin: 84
            ).drawn
        return values
    }

    /// The score in a parent's words.
    static func words(_ score: Double) -> String {
        switch score {
        case ..<49.5: "Taken together, the goals are not yet where we hoped."
        case ...50.5: "Taken together, the goals are where we hoped."
        default: "Taken together, the goals are past what we hoped."
        }
    }
}
