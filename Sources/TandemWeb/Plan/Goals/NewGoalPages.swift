import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// Proposing a goal: what it begins from, then its words. Nothing of it stands in an address.
extension ChildVisit {
    private struct Read: Sendable {
        let child: Child
        let permit: Permit
        let start: GoalStart
    }

    private func read() async throws -> Read {
        let site = visit.workspace.site
        return try await look { connection, permit in
            let child = try connection.child(permit).value
            let intake = permit.may(.seeIntake) ? try connection.intake(of: permit.child)?.value : nil
            return Read(child: child, permit: permit, start: GoalStart(site: site, child: child, intake: intake))
        }
    }

    func startGoalPage() async throws -> Response { startPage(try await read(), searched: nil) }

    /// An activity was chosen, or own words, or something was searched for.
    func startGoal() async throws -> Response {
        let read = try await read()
        if form["own"] == "1" { return formPage(read, nil, GoalForm.filled(read.start.draft(nil)), Problems()) }
        if let activity = chosen() {
            return formPage(read, activity, GoalForm.filled(read.start.draft(activity)), Problems())
        }
        return startPage(read, searched: String((form["q"] ?? "").trimmed.prefix(200)))
    }

    private func chosen() -> Activity? { form["activity"].flatMap { visit.workspace.site.catalog.activity(Slug($0)) } }

    func proposeGoal() async throws -> Response {
        let read = try await read()
        let activity = chosen()
        var reader = FormReader(form)
        guard let text = GoalForm.read(&reader, read.permit, today: today) else {
            return formPage(read, activity, form, reader.problems)
        }
        let catalog = visit.workspace.site.catalog
        let letter = visit.workspace.letters.letter("mail-plan-waiting", to: .goals(child, .all))
        let id = try await change { transaction, permit in
            var goal = Goal(
                id: transaction.effects.id(),
                child: permit.child,
                activity: activity?.id,
                title: text.title,
                by: text.by,
                split: activity.map { .proposed(from: $0, catalog: catalog) } ?? Split(),
                proposed: permit.stamp,
                from: permit.side
            )
            goal.text = text
            return try transaction.propose(goal, permit, telling: letter)
        }
        // Free words have no steps yet: a therapist adds them next.
        let next = activity == nil && read.permit.may(.editPlan) ? GoalPart.steps : .page
        return redirect(id, next, .goalProposed)
    }

    // MARK: The two pages

    private func startPage(_ read: Read, searched: String?) -> Response {
        var values: Page.Values = [
            "action": Address.goals(child, .new).path, "plan_href": Address.goals(child, .all).path,
            "offered": read.start.offered().map(Self.choice), "flags": read.start.flags(),
            "shelves": read.start.shelves().map { shelf in
                ["area": shelf.area, "choices": shelf.activities.map(Self.choice)] as Page.Values
            },
            "q": searched ?? "",
        ]
        if let searched, !searched.isEmpty {
            let found = read.start.search(searched)
            values["is_searched"] = true
            values["found"] = found.map(Self.choice)
        }
        return response("goal-start", title: "Start a goal", read.child, read.permit, at: .plan, values)
    }

    private static func choice(_ activity: Activity) -> Page.Values {
        Mark.values(activity.lead).merging(["id": activity.id.text, "name": activity.name]) { $1 }
    }

    private func formPage(_ read: Read, _ activity: Activity?, _ typed: FormBody, _ problems: Problems) -> Response {
        let isFamily = read.permit.isFamily
        let fields = GoalForm.fields(called: read.child.calledName, isFamily: isFamily)
        var values: Page.Values = [
            "fields": fields.values(typed, problems), "action": Address.goals(child, .proposal).path,
            "start_href": Address.goals(child, .new).path, "plan_href": Address.goals(child, .all).path,
            "activity": activity?.id.text ?? "", "is_own": activity == nil,
        ]
        if let activity {
            let split = Split.proposed(from: activity, catalog: visit.workspace.site.catalog)
            values["groups"] = [Lead.physical, .occupational, .both].compactMap { lead -> Page.Values? in
                let names = split.parts.filter { $0.lead == lead }.map(\.name)
                guard !names.isEmpty else { return nil }
                return Mark.values(lead.disciplines).merging(["skills": names]) { $1 }
            }
        }
        return response(
            "goal-new",
            title: isFamily ? "Propose a goal" : "A new goal",
            read.child,
            read.permit,
            at: .plan,
            values,
            problems: problems
        )
    }
}
