import Hummingbird
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// One plan of care, to read and to print.
extension ChildVisit {
    struct PlanOfCareRead: Sendable {
        let permit: Permit
        let child: Child
        let plan: Versioned<PlanOfCare>
        let plans: [PlanOfCare]
        let practice: Practice?
        let otherPractice: String
        let therapist: String
        /// Days on which the therapy treated the child under this plan.
        let treatments: [CalendarDate]
    }

    func readPlanOfCare() async throws -> PlanOfCareRead {
        let id = try visit.id("plan", of: PlanOfCare.self)
        let today = today
        return try await look { connection, permit in
            let plan = try connection.planOfCare(id, permit)
            let plans = try connection.plansOfCare(permit).map(\.value)
            let other = Self.other(than: plan.value, plans)
            let therapist = plan.value.therapist
            return PlanOfCareRead(
                permit: permit,
                child: try connection.child(permit).value,
                plan: plan,
                plans: plans,
                practice: try connection.record(plan.value.practice)?.value,
                otherPractice: try other.flatMap { try connection.record($0.practice)?.value.name } ?? "",
                therapist: try connection.names(of: [therapist])[therapist] ?? "",
                treatments: try connection.treatmentDays(plan.value, today: today)
            )
        }
    }

    /// The plan that the other therapy works from now.
    private static func other(than plan: PlanOfCare, _ plans: [PlanOfCare]) -> PlanOfCare? {
        plans.last { $0.isSigned && $0.discipline != plan.discipline }
    }

    func words(_ read: PlanOfCareRead) -> PlanOfCareWords {
        PlanOfCareWords(
            plan: read.plan.value,
            child: read.child,
            practice: read.practice,
            therapist: read.therapist,
            rules: rules(of: read.plan.value),
            other: Self.other(than: read.plan.value, read.plans),
            otherPractice: read.otherPractice,
            day: visit.store.effects.day
        )
    }

    func planOfCarePage() async throws -> Response {
        let read = try await readPlanOfCare()
        let plan = read.plan.value
        var values = words(read).values.merging(PlanOfCareStanding(plan, among: read.plans).values) { $1 }
            .merging(planLinks(plan, read.permit)) { $1 }
        values["papers_page_href"] = Address.papers(child, .all).path
        values["pdf_href"] = pdfAddress(.plan(plan.id, .pdf))
        if let old = plan.replaces { values["replaced_href"] = Address.papers(child, .plan(old, .page)).path }
        let newer = read.plans.last {
            $0.isSigned && $0.practice == plan.practice && $0.discipline == plan.discipline && $0.id > plan.id
        }
        if let newer, plan.isSigned {
            values["newer_href"] = Address.papers(child, .plan(newer.id, .page)).path
        } else if plan.isSigned, read.permit.mayFile(for: plan), read.permit.disciplines.contains(plan.discipline) {
            values["replace_action"] = Address.papers(child, .newPlan).path
            values["plan_id"] = plan.id.text
            values["discipline_letter"] = plan.discipline.rawValue
        }
        let title = "Plan of care, \(plan.discipline.rawValue)"
        return response("plan-of-care", title: title, read.child, read.permit, at: .papers, values)
    }

    func planOfCarePDF() async throws -> Response {
        let read = try await readPlanOfCare()
        return try await pdf(
            title: "Plan of care, \(read.plan.value.discipline.name)",
            name: "plan-of-care",
            words(read).values.merging(["is_plan_of_care": true]) { $1 },
            else: .plan(read.plan.value.id, .page)
        )
    }
}
