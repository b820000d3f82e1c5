import HTTPTypes
import Hummingbird
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// What came in and went out for a plan of care: orders, sendings, physicians' signatures, progress reports, the discharge.
extension ChildVisit {
    private static func kinds(isSigned: Bool) -> Field {
        let kinds = Paper.Kind.allCases.filter { isSigned || $0 == .order || $0 == .verbalOrder }
        return Field(
            name: "kind",
            label: "What it is",
            kind: .radios(kinds.map { Field.Option(value: $0.rawValue, text: $0.name, note: $0.note) })
        )
    }

    private static let on = Field(name: "on", label: "Date on the paper", kind: .date)
    private static let covers = Field(
        name: "covers",
        label: "Covers from",
        kind: .date,
        hint: "Only of a physician's signature, where it holds from another day than its own",
        isOptional: true
    )
    private static let name = Field(
        name: "name",
        label: "Physician, or why the work ends",
        hint: "The physician's name; of a discharge, the reason. Leave it empty for a progress report.",
        isOptional: true,
        most: TextLimit.line
    )

    private func planToFile() async throws -> PlanOfCareRead {
        let read = try await readPlanOfCare()
        guard read.permit.mayFile(for: read.plan.value) else { throw Failure.notFound }
        return read
    }

    func planPapersPage() async throws -> Response {
        let day = today
        let typed = FormBody(fields: [
            ("on_month", "\(day.month)"), ("on_day", "\(day.day)"), ("on_year", "\(day.year)"),
        ])
        return page(try await planToFile(), typed, Problems())
    }

    func addPaper() async throws -> Response {
        let read = try await planToFile()
        let plan = read.plan.value
        var reader = FormReader(form)
        let kind = form["kind"].flatMap { Paper.Kind(rawValue: $0) }
        if kind == nil { reader.problems.add("kind", "Choose what it is.") }
        let on = reader.date(Self.on, missing: "Write the date on the paper.")
        if let on, on > today { reader.problems.add("on", "This day is still to come. Write it down when it is here.") }
        let covers = reader.date(Self.covers)
        if let covers, let on, kind == .certification, covers > on.adding(days: Self.mostAhead) {
            reader.problems.add("covers", "This is long after the signature. Look at the year.")
        }
        let name = reader.text(Self.name)
        if let kind, kind.asksForName, name.isEmpty {
            reader.problems.add("name", kind == .discharge ? "Write why the work ends." : "Write the physician's name.")
        }
        guard reader.problems.isEmpty, let kind, let on else { return page(read, form, reader.problems) }
        let rules = visit.workspace.site.rules.payers
        do {
            try await change { transaction, permit in
                let paper = Paper(
                    kind,
                    on: on,
                    covers: kind == .certification ? covers : nil,
                    name: name,
                    stamp: permit.stamp
                )
                try transaction.add(paper, to: plan.id, rules: rules, permit)
            }
        } catch PlanOfCare.Fault.notSigned {
            return page(read, form, Problems("kind", "Sign the plan of care first. Before that only orders come in."))
        }
        return visit.redirect(.papers(child, .plan(plan.id, .papers)), .saved)
    }

    /// How many days a certification may begin after its signature.
    private static let mostAhead = 90

    private func page(_ read: PlanOfCareRead, _ typed: FormBody, _ problems: Problems) -> Response {
        let plan = read.plan.value
        let rules = rules(of: plan)
        var values = words(read).values.merging(PlanOfCareStanding(plan, among: read.plans).values) { $1 }
        values["due"] = (rules.map { plan.dues($0, treatments: read.treatments, today: today) } ?? [])
            .map { $0.values(today: today) }
        values["rules_name"] = rules?.name ?? ""
        values["is_ended"] = plan.papers.contains { $0.kind == .discharge }
        values["filed"] = plan.papers.sorted { ($1.on, $1.stamp.at) < ($0.on, $0.stamp.at) }.map { paper in
            (["kind": paper.kind.name, "on": DateText.short(paper.on), "name": paper.name] as Page.Values)
                .withoutEmptyTexts
        }
        values["plan_href"] = Address.papers(child, .plan(plan.id, .page)).path
        values["action"] = Address.papers(child, .plan(plan.id, .papers)).path
        let fields = [Self.kinds(isSigned: plan.isSigned), Self.on, Self.name] + (plan.isSigned ? [Self.covers] : [])
        values["fields"] = fields.values(typed, problems)
        return response(
            "plan-of-care-papers",
            title: "Orders and reports",
            read.child,
            read.permit,
            at: .papers,
            values,
            problems: problems
        )
    }
}

extension Paper.Kind {
    fileprivate var note: String {
        switch self {
        case .verbalOrder: "by phone; a signature under it is due"
        case .order: "signed and dated by the physician"
        case .sent: "the plan of care went to the physician"
        case .certification: "the plan of care came back signed"
        case .progressReport: "the count of treatment days begins anew"
        case .discharge: "the work is done; nothing is due any more"
        }
    }

    fileprivate var asksForName: Bool { self != .progressReport }
}
