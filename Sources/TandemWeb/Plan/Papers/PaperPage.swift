import HTTPTypes
import TandemCare
import TandemCatalog

/// The pages of plans of care, summaries and what is due.
enum PaperPage: Sendable {
    case all
    /// Where a plan of care is begun.
    case newPlan
    case plan(ID<PlanOfCare>, PlanOfCarePart)
    case summary
    case discharge(Discipline)
    /// The same as tagged PDF.
    case summaryPDF
    case dischargePDF(Discipline)

    /// Under the child's address.
    var path: String {
        switch self {
        case .all: "papers"
        case .newPlan: "papers/plans/new"
        case .plan(let id, let part): "papers/plans/\(id.text)\(part.rawValue)"
        case .summary: "papers/summary"
        case .discharge(let discipline): "papers/discharge/\(discipline.rawValue)"
        case .summaryPDF: "papers/summary/pdf"
        case .dischargePDF(let discipline): "papers/discharge/\(discipline.rawValue)/pdf"
        }
    }

    /// As the router takes it, for pages without a parameter of their own.
    var route: String { "/children/{child}/\(path)" }

    static let dischargeRoute = "/children/{child}/papers/discharge/{discipline}"
}

/// What hangs on one plan of care; the raw value is the rest of the address.
enum PlanOfCarePart: String, Sendable {
    case page = ""
    case edit = "/edit"
    case signature = "/signature"
    case papers = "/papers"
    case pdf = "/pdf"

    /// As the router takes it.
    var route: String { "/children/{child}/papers/plans/{plan}\(rawValue)" }
}

extension Workspace {
    func addPapers(to book: inout RouteBook) {
        book.child(.get, PaperPage.all.route, .seePlan) { try await $0.papersPage() }
        book.child(.get, PaperPage.summary.route, .seePlan) { try await $0.summaryPage() }
        book.child(.get, PaperPage.summaryPDF.route, .seePlan) { try await $0.summaryPDF() }
        book.child(.get, PaperPage.dischargeRoute, .seePlan) { try await $0.dischargePage() }
        book.child(.get, PaperPage.dischargeRoute + "/pdf", .seePlan) { try await $0.dischargePDF() }
        book.child(.post, PaperPage.newPlan.route, .writePlanOfCare) { try await $0.beginPlanOfCare() }
        book.child(.get, PlanOfCarePart.page.route, .seePlan) { try await $0.planOfCarePage() }
        book.child(.get, PlanOfCarePart.pdf.route, .seePlan) { try await $0.planOfCarePDF() }
        book.child(.get, PlanOfCarePart.edit.route, .writePlanOfCare) { try await $0.editPlanOfCarePage() }
        book.child(.post, PlanOfCarePart.edit.route, .writePlanOfCare) { try await $0.editPlanOfCare() }
        book.child(.get, PlanOfCarePart.signature.route, .writePlanOfCare) { try await $0.signaturePage() }
        book.child(.post, PlanOfCarePart.signature.route, .writePlanOfCare) { try await $0.signPlanOfCare() }
        book.child(.get, PlanOfCarePart.papers.route, .writePlanOfCare) { try await $0.planPapersPage() }
        book.child(.post, PlanOfCarePart.papers.route, .writePlanOfCare) { try await $0.addPaper() }
    }
}
