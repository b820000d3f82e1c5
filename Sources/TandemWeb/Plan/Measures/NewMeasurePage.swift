import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// Entering what was measured: first which measure, then the values of one sitting, or why there are none.
extension ChildVisit {
    func newMeasurePage() async throws -> Response {
        let plan = try await look { try $0.plan($1) }
        return choosePage(plan, Problems())
    }

    func recordMeasure() async throws -> Response {
        let plan = try await look { try $0.plan($1) }
        guard let id = form["measure"], let measure = rules.measure(Slug(id)) else {
            return choosePage(plan, Problems("measure", "Choose what was measured."))
        }
        let old = try await corrected()
        if form["make"] != "save" {
            return page(plan, measure, MeasureForm.first(old, today: today), Problems(), corrects: old)
        }
        let sheet = MeasureForm(measure: measure, plan: plan, corrects: old)
        var reader = FormReader(form)
        let found = sheet.read(&reader, today: today, effects: visit.store.effects)
        guard reader.problems.isEmpty else { return page(plan, measure, form, reader.problems, corrects: old) }
        try await change { try $0.record(found, $1) }
        return redirect(.measures, .saved)
    }

    private var rules: MeasureRegistry { visit.workspace.site.rules.measures }

    /// What is to be mended; this person's own.
    private func corrected() async throws -> Measurement? {
        guard let id = form["corrects"].flatMap({ ID<Measurement>($0) }) else { return nil }
        let old = try await look { try $0.part(id, $1).value }
        guard old.stamp.by == visit.who.account else { throw StoreFailure.notFound }
        return old
    }

    private func choosePage(_ plan: ChildPlan, _ problems: Problems) -> Response {
        func options(_ belongs: (Measure) -> Bool) -> [Page.Values] {
            rules.measures.filter(belongs).map { measure in
                let edition = measure.edition == "own" ? "" : ", \(measure.edition)"
                return ["id": measure.id.text, "name": "\(measure.name)\(edition)", "unit": measure.unit]
            }
        }
        let values: Page.Values = [
            "action": Address.measures(child, .new).path, "back_href": Address.measures(child, .all).path,
            "alerts": plan.alertValues,
            "kinds": [
                ["heading": "Free to use", "measures": options { $0.license == .free }],
                [
                    "heading": "Under license: the total only, from your own copy",
                    "measures": options { $0.license == .totalOnly },
                ], ["heading": "Levels that describe", "measures": options { $0.license == .classification }],
            ] as [Page.Values],
        ]
        return response(
            "measure-choose",
            title: "What was measured?",
            plan.child,
            plan.permit,
            at: .measures,
            values,
            problems: problems
        )
    }

    private func page(
        _ plan: ChildPlan,
        _ measure: Measure,
        _ typed: FormBody,
        _ problems: Problems,
        corrects old: Measurement?
    ) -> Response {
        let sheet = MeasureForm(measure: measure, plan: plan, corrects: old)
        var values: Page.Values = [
            "measure_name": measure.name, "measure_id": measure.id.text, "unit": measure.unit,
            "action": Address.measures(child, .new).path, "back_href": Address.measures(child, .all).path,
            "alerts": plan.alertValues, "fields": sheet.fields.values(typed, problems),
            "is_licensed": measure.license == .totalOnly, "is_level": measure.license == .classification,
            "is_unverified": !measure.isVerified,
        ]
        if measure.edition != "own" { values["edition"] = measure.edition }
        if let old { values["corrects"] = old.id.text }
        if problems[MeasureForm.unusualAge] != nil || form["is_chosen"] == "yes" { values["is_chosen"] = "yes" }
        return response(
            "measure-new",
            title: measure.name,
            plan.child,
            plan.permit,
            at: .measures,
            values,
            problems: problems
        )
    }
}
