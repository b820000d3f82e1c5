import Hummingbird
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// What one therapy writes when its work is done. Made from the record as it stands; nothing is typed twice.
extension ChildVisit {
    private struct Read: Sendable {
        let plan: ChildPlan
        let papers: [PlanOfCare]
        let notes: [VisitNote]
        let measurements: [Measurement]
        let practices: [ID<Practice>: String]
    }

    private func discipline() throws -> Discipline {
        guard let discipline = visit.open.parameters.get("discipline").flatMap({ Discipline(rawValue: $0) }) else {
            throw Failure.notFound
        }
        return discipline
    }

    private func read(_ discipline: Discipline) async throws -> Read {
        try await look { connection, permit in
            let papers = try connection.plansOfCare(permit).map(\.value).filter {
                $0.isSigned && $0.discipline == discipline
            }
            let notes: [VisitNote] =
                permit.may(.seeNotes)
                ? try connection.parts(
                    VisitNote.self,
                    permit,
                    "AND discipline = $2 AND signed_at IS NOT NULL ORDER BY on_day",
                    [.text(discipline.rawValue)]
                ).map(\.value) : []
            return Read(
                plan: try connection.plan(permit),
                papers: papers,
                notes: notes,
                measurements: try connection.parts(Measurement.self, permit).map(\.value),
                practices: try connection.names(of: Set(papers.map(\.practice)))
            )
        }
    }

    func dischargePage() async throws -> Response {
        let discipline = try discipline()
        let read = try await read(discipline)
        var values = values(read, discipline)
        values["alerts"] = read.plan.alertValues
        values["papers_page_href"] = Address.papers(child, .all).path
        values["pdf_href"] = pdfAddress(.dischargePDF(discipline))
        if let plan = read.papers.last, read.plan.permit.mayFile(for: plan) {
            values["file_href"] = Address.papers(child, .plan(plan.id, .papers)).path
        }
        let title = "Discharge summary, \(discipline.rawValue)"
        return response("discharge", title: title, read.plan.child, read.plan.permit, at: .papers, values)
    }

    func dischargePDF() async throws -> Response {
        let discipline = try discipline()
        let read = try await read(discipline)
        return try await pdf(
            title: "Discharge summary, \(discipline.name)",
            name: "discharge-summary",
            values(read, discipline).merging(["is_discharge": true]) { $1 },
            else: .discharge(discipline)
        )
    }

    private func values(_ read: Read, _ discipline: Discipline) -> Page.Values {
        let child = read.plan.child
        let discharge = read.papers.flatMap(\.papers).last { $0.kind == .discharge }
        let trends = Trend.all(
            of: read.measurements.filter { $0.discipline == discipline },
            registry: visit.workspace.site.rules.measures
        )
        let summary = DischargeSummary(
            discipline: discipline,
            reason: discharge?.name ?? "",
            goals: read.plan.goals.map(\.value),
            scales: read.plan.scales.values.map(\.value),
            ratings: read.plan.ratings,
            notes: read.notes,
            trends: trends,
            profile: ChildProfile(of: read.measurements, born: child.birthDate, today: today),
            home: read.plan.items.map(\.value)
        )
        var values = DischargeWords(summary: summary, showsVisits: read.plan.permit.may(.seeNotes)).values
        values["paper_child"] = child.fullName
        values["paper_born"] = DateText.text(child.birthDate)
        values["made"] = DateText.text(today)
        if let plan = read.papers.last {
            values["practice"] = read.practices[plan.practice] ?? ""
            values["diagnosis"] = plan.content.diagnosis
        }
        values["discharged_on"] = discharge.map { DateText.text($0.on) }
        return values.withoutEmptyTexts
    }
}

/// The words of a discharge summary, for `paper-discharge.mustache`.
struct DischargeWords: Sendable {
    let summary: DischargeSummary
    /// Somebody who may not see notes is not told how many there are.
    let showsVisits: Bool

    var values: Page.Values {
        var values = Mark.values([summary.discipline]).merging([
            "discipline_name": summary.discipline.name, "reason": summary.reason, "shows_visits": showsVisits,
            "visits": summary.visits == 1 ? "1 visit" : "\(summary.visits) visits", "minutes": summary.minutes,
            "outcomes": summary.goals.map(outcome), "has_outcomes": !summary.goals.isEmpty,
            "measures": summary.measures.map(measure), "has_measures": !summary.measures.isEmpty,
            "keep": summary.keepDoing.map { item in
                [
                    "item": item.name, "how": item.how, "minutes": item.minutes, "days": item.daysAWeek,
                ] as Page.Values
            },
            "has_keep": !summary.keepDoing.isEmpty,
        ]) { $1 }
        if let days = summary.days {
            values["first_day"] = DateText.text(days.lowerBound)
            values["last_day"] = DateText.text(days.upperBound)
        }
        if let change = summary.change, let before = change.before.score, let after = change.after.score {
            values["score_from"] = before.text(decimals: 1)
            values["score_to"] = after.text(decimals: 1)
            values["score_change"] = (change.points < 0 ? "" : "+") + change.points.text(decimals: 1)
        }
        return values
    }

    private func outcome(_ goal: DischargeSummary.GoalOutcome) -> Page.Values {
        [
            "goal": goal.title, "status": goal.status.title, "from": Self.level(goal.from), "to": Self.level(goal.to),
        ]
    }

    static func level(_ level: Int?) -> String {
        level.map(LevelText.sign) ?? "not rated"
    }

    private func measure(_ outcome: DischargeSummary.MeasureOutcome) -> Page.Values {
        let details = [outcome.series.edition, outcome.series.way, outcome.series.part, outcome.series.side?.rawValue]
            .compactMap(\.self).filter { !$0.isEmpty }
        return [
            "measure": outcome.measure.name, "details": details.joined(separator: ", "),
            "unit": outcome.measure.unit, "first": outcome.first.value.shortText,
            "first_on": DateText.short(outcome.first.day), "last": outcome.last.value.shortText,
            "last_on": DateText.short(outcome.last.day), "judgement": outcome.judgement.words,
        ]
    }
}

extension GoalStatus {
    /// As papers say it.
    fileprivate var title: String {
        switch self {
        case .proposed: "proposed"
        case .active: "worked on"
        case .met: "met"
        case .setAside(let reason): "set aside: \(reason)"
        }
    }
}
