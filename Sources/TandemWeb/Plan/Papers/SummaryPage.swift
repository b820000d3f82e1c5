import Hummingbird
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// One page about the plan of both therapies, for family, pediatrician and school.
extension ChildVisit {
    func summaryPage() async throws -> Response {
        let plan = try await look { connection, permit in try connection.plan(permit) }
        var values = summaryValues(plan)
        values["alerts"] = plan.alertValues
        values["papers_page_href"] = Address.papers(child, .all).path
        values["pdf_href"] = pdfAddress(.summaryPDF)
        return response("summary", title: "One-page summary", plan.child, plan.permit, at: .papers, values)
    }

    func summaryPDF() async throws -> Response {
        let plan = try await look { connection, permit in try connection.plan(permit) }
        return try await pdf(
            title: "One-page summary",
            name: "summary",
            summaryValues(plan).merging(["is_summary": true]) { $1 },
            else: .summary
        )
    }

    private func summaryValues(_ plan: ChildPlan) -> Page.Values {
        let site = visit.workspace.site
        let codes = HomeCodes(catalog: site.catalog, goals: plan.goals.map(\.value))
        let summary = JointSummary(
            day: today,
            goals: plan.goals.map(\.value),
            scales: plan.scales.values.map(\.value),
            ratings: plan.ratings,
            team: plan.team.members.map { member in
                JointSummary.Member(
                    name: member.name,
                    discipline: member.disciplines.first,
                    practice: plan.team.practice(member.practice)?.name ?? ""
                )
            },
            home: DayPlan(plan.home, table: site.rules.routines, codes: codes.codes),
            budget: plan.home.budget
        )
        return SummaryWords(summary: summary, plan: plan, today: today).values
    }
}

/// ICF codes of home activities: of the goal's activity, then of the skill.
struct HomeCodes: Sendable {
    let catalog: Catalog
    let goals: [Goal]

    func codes(_ item: HomeItem) -> [String] {
        let goal = goals.first { $0.id == item.goal }
        let activity = goal?.activity.flatMap { catalog.activity($0) }
        return (activity?.icf ?? []) + (item.skill.flatMap { catalog.skill($0) }?.icf ?? [])
    }
}

/// The words of the summary, for `paper-summary.mustache`.
struct SummaryWords: Sendable {
    let summary: JointSummary
    let plan: ChildPlan
    let today: CalendarDate

    var values: Page.Values {
        let child = plan.child
        var values: Page.Values = [
            "paper_child": child.fullName, "paper_born": DateText.text(child.birthDate),
            "paper_called": child.calledName,
            "paper_age": DateText.age(child.birthDate, on: today), "made": DateText.text(summary.day),
            "goal_lines": summary.goals.map(line), "has_goals": !summary.goals.isEmpty,
            "members": members, "slots": slots, "has_home": !summary.home.slots.isEmpty,
            "daily_minutes": summary.budget.fullestDay,
        ]
        values["matters"] = child.whatMatters
        return values.withoutEmptyTexts
    }

    private func line(_ goal: JointSummary.GoalLine) -> Page.Values {
        var values: Page.Values = [
            "goal": goal.title, "goal_by": DateText.text(goal.by), "is_met": goal.status == .met,
            "family_words": goal.familyWords, "child_words": goal.childWords, "expected": goal.expected,
            "pt": Self.list(goal.physical), "ot": Self.list(goal.occupational), "both": Self.list(goal.both),
            "disputed": Self.list(goal.disputed),
            "uncovered": goal.uncovered.map { "Nobody on the team practices \($0.name) yet." },
        ]
        if let level = goal.level {
            values["level_name"] = Self.levelName(level)
            values["level_words"] = goal.levelWords
            // Five steps, the reached one marked; the words beside them say the same.
            values["marks"] = AttainmentScale.levels.map { ["is_here": $0 == level] as Page.Values }
        } else {
            values["is_unrated"] = true
        }
        if let together = goal.together.first { values["together"] = together.reason }
        return values
    }

    static func levelName(_ level: Int) -> String {
        switch level {
        case ...(-2): "At the start"
        case -1: "A first step"
        case 0: "Where we hoped to be"
        case 1: "More than we hoped for"
        default: "Much more than we hoped for"
        }
    }

    static func list(_ names: [String]) -> String { names.joined(separator: ", ").lowercased() }

    private var members: [Page.Values] {
        let therapists = summary.team.filter { $0.discipline != nil }.map { member in
            Mark.values([member.discipline].compactMap(\.self))
                .merging(["name": member.name, "practice": member.practice]) { $1 }
        }
        let silent = plan.team.practices.filter { practice in
            !plan.team.members.contains { $0.practice == practice.id }
        }
        return therapists
            + silent.map { practice in
                Mark.values(practice.disciplines.sorted { $0.rawValue > $1.rawValue })
                    .merging(["name": "No therapist named yet", "practice": practice.name]) { $1 }
            }
    }

    private var slots: [Page.Values] {
        summary.home.slots.map { slot in
            [
                "routine": slot.routine.name,
                "home_items": slot.items.map { item in
                    Mark.values([item.discipline]).merging(
                        ["item": item.name, "minutes": item.minutes, "days": item.daysAWeek]
                    ) { $1 }
                },
            ]
        }
    }
}
