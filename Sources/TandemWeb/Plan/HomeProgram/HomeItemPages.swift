import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// Writing an activity at home, taking one from the catalog, changing one.
extension ChildVisit {
    private func plan() async throws -> ChildPlan { try await look { try $0.plan($1) } }

    private static func empty(_ plan: ChildPlan, _ effects: Effects, _ discipline: Discipline) -> HomeItem? {
        guard let practice = plan.permit.ground.practice else { return nil }
        return HomeItem(
            id: effects.id(),
            child: plan.permit.child,
            practice: practice,
            discipline: discipline,
            name: "",
            minutes: 5,
            daysAWeek: 5,
            made: plan.permit.stamp
        )
    }

    private func discipline(_ plan: ChildPlan) throws -> Discipline {
        let chosen = form["discipline"].flatMap { Discipline(rawValue: $0) } ?? plan.permit.disciplines.first
        guard let chosen, plan.permit.disciplines.contains(chosen) else { throw StoreFailure.notFound }
        return chosen
    }

    private func skills(_ plan: ChildPlan, _ item: HomeItem?) -> [Slug<Skill>] {
        HomeItemForm.skills(plan, item, visit.workspace.site.catalog).map(\.id)
    }

    func newItemPage() async throws -> Response {
        let plan = try await plan()
        guard let item = Self.empty(plan, visit.store.effects, try discipline(plan)) else {
            throw StoreFailure.notFound
        }
        return page(plan, nil, HomeItemForm.filled(item, version: 0), Problems())
    }

    func addItem() async throws -> Response {
        let plan = try await plan()
        guard var item = Self.empty(plan, visit.store.effects, try discipline(plan)) else {
            throw StoreFailure.notFound
        }
        var reader = FormReader(form)
        if plan.permit.disciplines.count > 1, form["discipline"] == nil {
            reader.problems.add("discipline", "Choose the therapy that this activity comes from.")
        }
        HomeItemForm.read(&reader, into: &item, skills: skills(plan, nil))
        guard reader.problems.isEmpty else { return page(plan, nil, form, reader.problems) }
        let made = item
        try await change { try $0.add(made, $1) }
        return redirect(.homeProgram, .saved)
    }

    /// One tap: an activity of the catalog, as it stands there.
    func addSuggestion() async throws -> Response {
        let catalog = visit.workspace.site.catalog
        let plan = try await plan()
        let discipline = try discipline(plan)
        guard let skill = form["skill"].flatMap({ catalog.skill(Slug($0)) }),
            let activity = skill.home.first(where: { $0.name == form["activity"] }),
            let practice = plan.permit.ground.practice
        else { return redirect(.homeProgram, .noChange) }
        let goal = form["goal"].flatMap { ID<Goal>($0) }
        try await change { transaction, permit in
            let isThere = try transaction.connection.plan(permit).home.active.contains {
                $0.skill == skill.id && $0.name == activity.name
            }
            guard !isThere else { return }
            try transaction.add(
                HomeItem(
                    id: transaction.effects.id(),
                    child: permit.child,
                    practice: practice,
                    discipline: discipline,
                    from: activity,
                    of: skill,
                    goal: goal,
                    made: permit.stamp
                ),
                permit
            )
        }
        return redirect(.homeProgram, .saved)
    }

    // MARK: Changing

    private func item() async throws -> (ChildPlan, Versioned<HomeItem>) {
        let id = try visit.id("item", of: HomeItem.self)
        let plan = try await plan()
        guard let item = plan.items.first(where: { $0.value.id == id }), plan.permit.mayEdit(item.value) else {
            throw StoreFailure.notFound
        }
        return (plan, item)
    }

    func editItemPage() async throws -> Response {
        let (plan, item) = try await item()
        return page(plan, item.value, HomeItemForm.filled(item.value, version: item.version), Problems())
    }

    func editItem() async throws -> Response {
        let (plan, item) = try await item()
        var typed = item.value
        var reader = FormReader(form)
        HomeItemForm.read(&reader, into: &typed, skills: skills(plan, item.value))
        guard reader.problems.isEmpty else { return page(plan, item.value, form, reader.problems) }
        let (changed, version) = (typed, reader.version)
        do {
            try await change { transaction, permit in
                if let goal = changed.goal { _ = try transaction.connection.part(goal, permit) }
                try transaction.edit(changed.id, version: version, permit) { item in
                    (item.name, item.how, item.minutes, item.daysAWeek) = (
                        changed.name, changed.how, changed.minutes, changed.daysAWeek
                    )
                    (item.dos, item.donts, item.routine) = (changed.dos, changed.donts, changed.routine)
                    (item.goal, item.skill, item.spanish) = (changed.goal, changed.skill, changed.spanish)
                }
            }
        } catch StoreFailure.conflict {
            let (plan, now) = try await self.item()
            let problems = Problems(
                "theirs",
                "Somebody else changed this activity while you were writing. Read what stands now, then save yours again."
            )
            let kept = form.fields.filter { $0.name != "version" } + [("version", "\(now.version)")]
            return page(plan, now.value, FormBody(fields: kept), problems, showsTheirs: true)
        }
        return redirect(.homeProgram, .saved)
    }

    private func page(
        _ plan: ChildPlan,
        _ item: HomeItem?,
        _ typed: FormBody,
        _ problems: Problems,
        showsTheirs: Bool = false
    ) -> Response {
        let action: HomeProgramPage = item.map { .item($0.id, .edit) } ?? .new
        var values: Page.Values = [
            "fields": HomeItemForm.fields(plan, item, visit.workspace.site.catalog).values(typed, problems),
            "version": typed["version"] ?? "0",
            "spanish_fields": HomeItemForm.spanish.values(typed, problems), "is_new": item == nil,
            "spanish_open": HomeItemForm.spanish.contains { typed[$0.name]?.isEmpty == false },
            "action": Address.homeProgram(child, action).path,
            "home_href": Address.homeProgram(child, .all).path, "alerts": plan.alertValues,
        ]
        if showsTheirs, let item {
            values["theirs"] = [
                ("What to do", item.name), ("How", item.how), ("Minutes", "\(item.minutes)"),
                ("Days a week", "\(item.daysAWeek)"), ("Do", item.dos.joined(separator: "\n")),
                ("Don't", item.donts.joined(separator: "\n")),
            ].map { ["name": $0.0, "value": $0.1] as Page.Values }
        }
        return response(
            "home-item",
            title: item == nil ? "A new activity" : "Change an activity",
            plan.child,
            plan.permit,
            at: .homeProgram,
            values,
            problems: problems
        )
    }
}
