import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// Saying how a goal is now: one of its five levels, on a day. Family and therapists alike.
extension ChildVisit {
    func ratingPage() async throws -> Response {
        let (plan, goal) = try await plannedGoal()
        return try page(plan, goal.value, FormBody(fields: FormBody.day("on", today)), Problems())
    }

    func rate() async throws -> Response {
        let (plan, goal) = try await plannedGoal()
        guard let scale = plan.scales[goal.value.id]?.value else { throw StoreFailure.notFound }
        var reader = FormReader(form)
        let words = reader.text(RatingForm.words)
        let on = reader.date(RatingForm.on, missing: "Choose the day you saw it.")
        let value = reader.number(RatingForm.value(scale))
        let level = RatingForm.level(&reader, scale, value)
        let discipline = RatingForm.discipline(&reader, plan.permit)
        guard reader.problems.isEmpty, let on, let level else {
            return try page(plan, goal.value, form, reader.problems)
        }
        let rating = Rating(
            id: visit.store.effects.id(),
            child: goal.value.child,
            goal: goal.value.id,
            level: level,
            value: value,
            on: on,
            words: words,
            discipline: discipline,
            stamp: plan.permit.stamp,
            corrects: form["corrects"].flatMap { ID<Rating>($0) }
        )
        reader.problems.add(rating.remarks(today: today))
        guard reader.problems.isEmpty else { return try page(plan, goal.value, form, reader.problems) }
        try await change { try $0.rate(rating, $1) }
        return redirect(goal.value.id)
    }

    private func page(_ plan: ChildPlan, _ goal: Goal, _ typed: FormBody, _ problems: Problems) throws -> Response {
        let isOpen = goal.status == .active || goal.status == .met
        guard isOpen else { throw StoreFailure.notFound }
        var values: Page.Values = [
            "goal_title": goal.title, "goal_href": Address.goals(child, .one(goal.id, .page)).path,
            "action": Address.goals(child, .one(goal.id, .newRating)).path, "alerts": plan.alertValues,
        ]
        if let scale = plan.scales[goal.id]?.value {
            let fields = RatingForm.fields(scale, plan, goal.id)
            values["fields"] = fields.values(typed, problems)
        } else if plan.permit.may(.editPlan) {
            values["scale_href"] = Address.goals(child, .one(goal.id, .scale)).path
        } else {
            values["waits_for_scale"] = true
        }
        return response(
            "goal-rating",
            title: "How it is now",
            plan.child,
            plan.permit,
            at: .plan,
            values,
            problems: problems
        )
    }
}

/// The fields of a rating.
enum RatingForm {
    static let on = Field(name: "on", label: "On which day", kind: .date)
    static let words = Field(
        name: "words",
        label: "What you saw",
        kind: .text,
        hint: "Everybody on the team and in the family can read it.",
        isOptional: true,
        most: TextLimit.note
    )

    static func value(_ scale: AttainmentScale) -> Field {
        Field(
            name: "value",
            label: "What you counted or measured, in \(scale.unit)",
            kind: .line(type: "text", autocomplete: "off", width: "w-8"),
            isOptional: true,
            most: 12
        )
    }

    static func fields(_ scale: AttainmentScale, _ plan: ChildPlan, _ goal: ID<Goal>) -> [Field] {
        let isFamily = plan.permit.isFamily
        let levels = scale.levels.sorted { $0.level > $1.level }.map { level in
            Field.Option(
                value: "\(level.level)",
                text: isFamily ? level.words : "\(LevelText.sign(level.level))  \(level.words)",
                note: isFamily ? nil : LevelText.meaning(level.level)
            )
        }
        var fields = [
            Field(name: "level", label: "How is it now?", kind: .radios(levels), hint: "Choose what fits best."),
            value(scale), on, words,
        ]
        if plan.permit.disciplines.count > 1 { fields.append(disciplineField(plan.permit)) }
        let own = plan.ratings(of: goal).filter { $0.stamp.by == plan.permit.who.account }.suffix(10)
        if !own.isEmpty {
            let options = own.reversed().map { rating in
                let level = scale.level(rating.level)?.words ?? LevelText.sign(rating.level)
                return Field.Option(value: rating.id.text, text: "\(DateText.short(rating.on)): \(level)")
            }
            fields.append(
                Field(
                    name: "corrects",
                    label: "In place of what you said before, if that was wrong",
                    kind: .select([Field.Option(value: "", text: "No, this is new")] + options),
                    isOptional: true
                )
            )
        }
        return fields
    }

    static func disciplineField(_ permit: Permit) -> Field {
        Field(
            name: "discipline",
            label: "As",
            kind: .radios(permit.disciplines.map { Field.Option(value: $0.rawValue, text: $0.rawValue) })
        )
    }

    /// `nil` for family.
    static func discipline(_ reader: inout FormReader, _ permit: Permit) -> Discipline? {
        let own = permit.disciplines
        guard own.count > 1 else { return own.first }
        let chosen = reader.form["discipline"].flatMap { Discipline(rawValue: $0) }
        guard let chosen, own.contains(chosen) else {
            reader.problems.add("discipline", "Choose PT or OT.")
            return nil
        }
        return chosen
    }

    /// The level that was chosen, or the one in which the value lies.
    static func level(_ reader: inout FormReader, _ scale: AttainmentScale, _ value: Double?) -> Int? {
        let chosen = reader.form["level"].flatMap { Int($0) }.flatMap { scale.level($0)?.level }
        guard let value else {
            if chosen == nil { reader.problems.add("level", "Choose the level that fits best.") }
            return chosen
        }
        guard let lies = scale.level(of: value) else {
            if chosen == nil {
                reader.problems.add("level", "No level holds this value. Choose the one that fits best.")
            }
            return chosen
        }
        if let chosen, chosen != lies {
            let words = scale.level(lies)?.words ?? LevelText.sign(lies)
            reader.problems.add("value", "This value is \"\(words)\". Choose that level, or check the number.")
            return nil
        }
        return lies
    }
}
