import Hummingbird
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// All papers of a child: what is due, the plans of care of each therapy, the summaries.
extension ChildVisit {
    private struct Read: Sendable {
        let plan: ChildPlan
        let papers: [PlanOfCare]
        let treatments: [ID<PlanOfCare>: [CalendarDate]]
        let practices: [ID<Practice>: String]
        let people: [ID<Account>: String]
    }

    func papersPage() async throws -> Response {
        let today = today
        let read = try await look { connection, permit in
            let papers = try connection.plansOfCare(permit).map(\.value)
            var treatments: [ID<PlanOfCare>: [CalendarDate]] = [:]
            for plan in papers { treatments[plan.id] = try connection.treatmentDays(plan, today: today) }
            return Read(
                plan: try connection.plan(permit),
                papers: papers,
                treatments: treatments,
                practices: try connection.names(of: Set(papers.map(\.practice))),
                people: try connection.names(of: Set(papers.map(\.therapist)))
            )
        }
        let permit = read.plan.permit
        let due = due(read)
        var values: Page.Values = [
            "alerts": read.plan.alertValues, "due": due, "has_due": !due.isEmpty, "plans": plans(read),
            "has_plans": !read.papers.isEmpty, "summary_href": Address.papers(child, .summary).path,
            "discharges": Discipline.allCases.filter { read.plan.team.disciplines.contains($0) }.map { discipline in
                Mark.values([discipline]).merging(
                    [
                        "href": Address.papers(child, .discharge(discipline)).path,
                        "name": "Discharge summary, \(discipline.name)",
                    ]
                ) { $1 }
            },
        ]
        if permit.may(.writePlanOfCare), !permit.disciplines.isEmpty {
            values["begin_href"] = Address.papers(child, .newPlan).path
            values["begin"] = permit.disciplines.map { discipline in
                [
                    "discipline": discipline.rawValue,
                    "label": permit.disciplines.count == 1
                        ? "Write a plan of care" : "Write a plan of care, \(discipline.rawValue)",
                ] as Page.Values
            }
        }
        return response("papers", title: "Papers", read.plan.child, permit, at: .papers, values)
    }

    // MARK: What is due

    /// Most urgent first. What another practice has to do is theirs; everybody sees when the team looks at a goal.
    private func due(_ read: Read) -> [Page.Values] {
        let permit = read.plan.permit
        var lines: [(due: Due, href: String, about: String, mark: [Discipline])] = []
        for plan in read.papers where permit.mayFile(for: plan) {
            switch PlanOfCareStanding(plan, among: read.papers) {
            case .replaced, .discharged: continue
            case .draft, .current: break
            }
            guard let rules = rules(of: plan) else { continue }
            for due in plan.dues(rules, treatments: read.treatments[plan.id] ?? [], today: today)
            where plan.isSigned || plan.replaces == nil || due.kind == .signature {
                let part: PlanOfCarePart = due.kind == .signature ? .signature : .papers
                lines.append((due, Address.papers(child, .plan(plan.id, part)).path, "", [plan.discipline]))
            }
        }
        for goal in read.plan.goals.map(\.value) {
            guard let due = goal.reviewDue(lastReview: read.plan.ratings(of: goal.id).last?.on) else { continue }
            lines.append((due, Address.goals(child, .all).path, goal.title, goal.split.lead.disciplines))
        }
        return lines.sorted { $0.due.left(today: today) < $1.due.left(today: today) }.map { line in
            Mark.values(line.mark).merging(line.due.values(today: today)) { $1 }
                .merging(["href": line.href, "about": line.about]) { $1 }.withoutEmptyTexts
        }
    }

    func rules(of plan: PlanOfCare) -> PayerRules? { visit.workspace.site.rules.payer(plan.content.payer) }

    // MARK: Plans of care

    /// Drafts first, then newest first.
    private func plans(_ read: Read) -> [Page.Values] {
        let newest = read.papers.sorted { ($0.isSigned ? 1 : 0, $1.id) < ($1.isSigned ? 1 : 0, $0.id) }
        return newest.map { plan in
            var values = Mark.values([plan.discipline]).merging(
                PlanOfCareStanding(plan, among: read.papers).values
            ) { $1 }
            values["name"] = "Plan of care, \(plan.discipline.name)"
            values["href"] = Address.papers(child, .plan(plan.id, .page)).path
            values["practice"] = read.practices[plan.practice] ?? ""
            values["therapist"] = plan.signature?.name ?? read.people[plan.therapist] ?? ""
            values["when"] = plan.signature.map { DateText.short(visit.store.effects.day($0.stamp.at)) } ?? ""
            values["runs"] = plan.content.duration
            return values.merging(planLinks(plan, read.plan.permit)) { $1 }.withoutEmptyTexts
        }
    }
}

extension ChildVisit {
    /// Where one can go from a plan of care: on with the draft, to its papers.
    func planLinks(_ plan: PlanOfCare, _ permit: Permit) -> Page.Values {
        var values: Page.Values = [:]
        func href(_ part: PlanOfCarePart) -> String { Address.papers(child, .plan(plan.id, part)).path }
        if permit.isTherapist(of: plan), !plan.isSigned {
            values["edit_href"] = href(.edit)
            values["sign_href"] = href(.signature)
        }
        if permit.mayFile(for: plan) { values["papers_href"] = href(.papers) }
        return values
    }
}

extension PlanOfCare.Content {
    /// "12 weeks"; empty where nothing is said yet.
    var duration: String {
        let weeks = days / 7
        return weeks == 0 ? "" : "\(weeks) week\(weeks == 1 ? "" : "s")"
    }
}
