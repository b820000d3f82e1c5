import HTTPTypes
import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// Signing a plan of care: what is still missing, or the plan once more and a name.
extension ChildVisit {
    private static let name = Field(
        name: "name",
        label: "Your name and credential",
        hint: "For example: Ann Lee, PT, DPT",
        most: TextLimit.line
    )

    func signaturePage() async throws -> Response {
        let read = try await draftToSign()
        guard !read.plan.value.isSigned else { return visit.redirect(.papers(child, .plan(read.plan.value.id, .page))) }
        let letters = read.permit.disciplines.map(\.rawValue).joined(separator: ", ")
        let typed = FormBody(fields: [
            ("name", "\(visit.session.account.name), \(letters)"), ("version", "\(read.plan.version)"),
        ])
        return page(read, typed, Problems())
    }

    func signPlanOfCare() async throws -> Response {
        let read = try await draftToSign()
        let id = read.plan.value.id
        guard !read.plan.value.isSigned else { return visit.redirect(.papers(child, .plan(id, .page)), .noChange) }
        var reader = FormReader(form)
        let name = reader.text(Self.name, missing: "Write your name as you sign with it.")
        guard reader.problems.isEmpty else { return page(read, form, reader.problems) }
        let (version, rules) = (reader.version, visit.workspace.site.rules.payers)
        do {
            try await change { transaction, permit in
                try transaction.signPlanOfCare(id, as: name, version: version, rules: rules, permit)
            }
        } catch StoreFailure.conflict {
            let newer = try await draftToSign()
            let problems = Problems("name", "The draft was saved meanwhile. Read it below as it stands now, then sign.")
            let kept = form.fields.filter { $0.name != "version" } + [("version", "\(newer.plan.version)")]
            return page(newer, FormBody(fields: kept), problems)
        } catch PlanOfCare.Fault.unfinished {
            return page(read, form, Problems("name", "Something is still missing; see the list below."))
        } catch is PlanOfCare.Fault {
            return visit.redirect(.papers(child, .plan(id, .page)), .noChange)
        }
        return visit.redirect(.papers(child, .plan(id, .page)), .saved)
    }

    private func draftToSign() async throws -> PlanOfCareRead {
        let read = try await readPlanOfCare()
        guard read.permit.isTherapist(of: read.plan.value) else { throw Failure.notFound }
        return read
    }

    private func page(_ read: PlanOfCareRead, _ typed: FormBody, _ problems: Problems) -> Response {
        let plan = read.plan.value
        let missing = plan.content.remarks.filter(\.isBlocking)
        let edit = Address.papers(child, .plan(plan.id, .edit)).path
        var values = words(read).values
        values["missing"] = missing.map { remark -> Page.Values in
            ["mend": remark.mend, "href": "\(edit)#\(PlanOfCareForm.field(remark.place, in: plan.content))"]
        }
        values["is_complete"] = missing.isEmpty
        values["edit_href"] = edit
        values["papers_page_href"] = Address.papers(child, .all).path
        values["action"] = Address.papers(child, .plan(plan.id, .signature)).path
        values["version"] = typed["version"] ?? "0"
        values["fields"] = [Self.name].values(typed, problems)
        return response(
            "plan-of-care-sign",
            title: "Sign the plan of care",
            read.child,
            read.permit,
            at: .papers,
            values,
            problems: problems
        )
    }
}
