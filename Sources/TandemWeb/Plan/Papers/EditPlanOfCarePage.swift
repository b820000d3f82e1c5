import HTTPTypes
import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// Writing the draft of a plan of care.
extension ChildVisit {
    private struct Read: Sendable {
        let plan: ChildPlan
        let draft: Versioned<PlanOfCare>

        /// Goals of the draft, then those of the plan that the therapy leads and that could be taken in.
        var goals: [CareGoal] {
            let own = draft.value.content.goals
            let known = Set(own.map(\.goal))
            return own + plan.careGoals(draft.value.discipline).filter { !known.contains($0.goal) }
        }
    }

    private func read() async throws -> Read {
        let id = try visit.id("plan", of: PlanOfCare.self)
        return try await look { connection, permit in
            let draft = try connection.planOfCare(id, permit)
            guard permit.isTherapist(of: draft.value) else { throw StoreFailure.notFound }
            return Read(plan: try connection.plan(permit), draft: draft)
        }
    }

    func editPlanOfCarePage() async throws -> Response {
        let read = try await read()
        guard !read.draft.value.isSigned else { return visit.redirect(address(read, .page)) }
        let filled = PlanOfCareForm.filled(read.draft.value.content, version: read.draft.version)
        return page(read, filled, Problems())
    }

    /// A draft may be unfinished; what is written has to fit.
    func editPlanOfCare() async throws -> Response {
        let read = try await read()
        guard !read.draft.value.isSigned else { return signedMeanwhile(read) }
        let rules = visit.workspace.site.rules.payers
        var reader = FormReader(form)
        let content = PlanOfCareForm.read(&reader, goals: read.goals, payers: rules)
        reader.problems.add(content.remarks.filter { !$0.isMissing }) { PlanOfCareForm.field($0, in: content) }
        guard reader.problems.isEmpty else { return page(read, form, reader.problems) }
        let (id, version) = (read.draft.value.id, reader.version)
        do {
            try await change { transaction, permit in
                try transaction.editPlanOfCare(id, content, version: version, rules: rules, permit)
            }
        } catch StoreFailure.conflict {
            return try await conflictPage()
        } catch PlanOfCare.Fault.signed {
            return signedMeanwhile(read)
        }
        if form["next"] == "sign" { return visit.redirect(address(read, .signature)) }
        return visit.redirect(address(read, .page), .saved)
    }

    private func address(_ read: Read, _ part: PlanOfCarePart) -> Address {
        .papers(child, .plan(read.draft.value.id, part))
    }

    private func signedMeanwhile(_ read: Read) -> Response { visit.redirect(address(read, .page), .noChange) }

    private func conflictPage() async throws -> Response {
        let read = try await read()
        guard !read.draft.value.isSigned else { return signedMeanwhile(read) }
        let problems = Problems(
            "theirs",
            "This draft was saved in another window while you were writing. Read what stands now, then save yours again."
        )
        let kept = form.fields.filter { $0.name != "version" } + [("version", "\(read.draft.version)")]
        return page(read, FormBody(fields: kept), problems, theirs: true)
    }

    private func page(_ read: Read, _ typed: FormBody, _ problems: Problems, theirs: Bool = false) -> Response {
        let draft = read.draft.value
        var values = Mark.values([draft.discipline])
        values["discipline"] = draft.discipline.name
        values["version"] = typed["version"] ?? "0"
        values["action"] = address(read, .edit).path
        values["back_href"] = address(read, .page).path
        values["alerts"] = read.plan.alertValues
        values["first_fields"] = [PlanOfCareForm.diagnosis, PlanOfCareForm.type].values(typed, problems)
        values["pace_fields"] = [PlanOfCareForm.amount, PlanOfCareForm.minutes].values(typed, problems)
        values["paces"] = (1...PlanOfCareForm.mostPaces).map { row -> Page.Values in
            var pace: Page.Values = [
                "row": row, "times": typed["times_\(row)"] ?? "", "weeks": typed["weeks_\(row)"] ?? "",
                "is_first": row == 1,
            ]
            pace["error"] = problems["times_\(row)"]
            return pace
        }
        let last = [PlanOfCareForm.evaluated, PlanOfCareForm.payer(visit.workspace.site.rules.payers)]
        values["last_fields"] = last.values(typed, problems)
        values["goals"] = goals(read, typed, problems)
        values["error_goals"] = problems["goals"]
        values["has_no_goals"] = read.goals.isEmpty
        values["plan_href"] = Address.goals(child, .all).path
        if theirs { values["theirs"] = PlanOfCareWords.shown(draft.content) }
        return response(
            "plan-of-care-edit",
            title: "Plan of care",
            read.plan.child,
            read.plan.permit,
            at: .papers,
            values,
            problems: problems
        )
    }

    private func goals(_ read: Read, _ typed: FormBody, _ problems: Problems) -> [Page.Values] {
        let isPosted = typed.fields.contains { $0.name == "payer" }
        return read.goals.map { goal in
            let fields = PlanOfCareForm.GoalFields(goal: goal.goal)
            var own = typed
            // A goal that the form does not speak of yet is offered as the plan has it.
            if !isPosted || typed[fields.longTerm.name] == nil {
                own = FormBody(fields: typed.fields + PlanOfCareForm.filled(goal, isIn: false))
            }
            return [
                "goal_id": goal.goal.text, "title": read.plan.goal(goal.goal)?.value.title ?? goal.longTerm,
                "in_name": fields.isIn, "is_in": typed[fields.isIn] != nil,
                "fields": [fields.longTerm, fields.baseline, fields.target, fields.by, fields.shortTerm]
                    .values(own, problems),
            ]
        }
    }
}

extension EntryRemark {
    /// Something is still to be written: a draft may be saved so.
    var isMissing: Bool { if case .missing = self { true } else { false } }
}
