import TandemCare
import TandemCatalog
import TandemStore

/// An activity at home as a form.
enum HomeItemForm {
    static let name = Field(name: "name", label: "What to do", most: TextLimit.line)
    static let how = Field(
        name: "how",
        label: "How",
        kind: .text,
        hint: "As you would show it: short sentences, in the order in which it is done.",
        most: TextLimit.note
    )
    static let minutes = Field(
        name: "minutes",
        label: "Minutes",
        kind: .line(type: "text", autocomplete: "off", width: "w-4"),
        most: 3
    )
    static let days = Field(
        name: "days",
        label: "Days a week",
        kind: .line(type: "text", autocomplete: "off", width: "w-4"),
        most: 1
    )
    static let dos = Field(
        name: "dos",
        label: "Do",
        kind: .text,
        hint: "One a line.",
        isOptional: true,
        most: TextLimit.note
    )
    static let donts = Field(
        name: "donts",
        label: "Don't",
        kind: .text,
        hint: "One a line.",
        isOptional: true,
        most: TextLimit.note
    )
    static let routine = Field(
        name: "routine",
        label: "When in the day",
        kind: .select(
            [Field.Option(value: "", text: "Where it fits best")]
                + Routine.allCases.map { Field.Option(value: $0.rawValue, text: $0.name) }
        ),
        isOptional: true
    )
    static let spanish = [
        Field(name: "es_name", label: "What to do, in Spanish", isOptional: true, most: TextLimit.line),
        Field(name: "es_how", label: "How, in Spanish", kind: .text, isOptional: true, most: TextLimit.note),
        Field(
            name: "es_dos",
            label: "Do, in Spanish",
            kind: .text,
            hint: "One a line.",
            isOptional: true,
            most: TextLimit.note
        ),
        Field(
            name: "es_donts",
            label: "Don't, in Spanish",
            kind: .text,
            hint: "One a line.",
            isOptional: true,
            most: TextLimit.note
        ),
    ]

    /// For somebody who practices both.
    static let discipline = Field(
        name: "discipline",
        label: "From which therapy",
        kind: .radios([Field.Option(value: "PT", text: "PT"), Field.Option(value: "OT", text: "OT")])
    )

    private static func openGoals(_ plan: ChildPlan) -> [Goal] {
        plan.goals.map(\.value).filter { $0.status == .active || $0.status == .proposed }
    }

    /// - Parameter item: what it is for now can be chosen again, whatever became of that goal.
    private static func goal(_ plan: ChildPlan, _ item: HomeItem?) -> Field {
        let own = item?.goal.flatMap { plan.goal($0)?.value }
        let goals = openGoals(plan)
        let more = own.map { own in goals.contains { $0.id == own.id } ? [] : [own] } ?? []
        return Field(
            name: "goal",
            label: "For which goal",
            kind: .select(
                [Field.Option(value: "", text: "No goal")]
                    + (goals + more).map { Field.Option(value: $0.id.text, text: $0.title) }
            ),
            isOptional: true
        )
    }

    /// The skills that steps of the goals ask for, each once, and the one that the activity has now.
    static func skills(_ plan: ChildPlan, _ item: HomeItem?, _ catalog: Catalog) -> [(id: Slug<Skill>, name: String)] {
        var seen: Set<Slug<Skill>> = []
        let asked = openGoals(plan).flatMap { $0.split.standingParts.map { ($0.skill, $0.name) } }
        let own = item?.skill.map { id in
            (id, plan.goals.compactMap { $0.value.split.part(id)?.name }.first ?? catalog.skill(id)?.name ?? id.text)
        }
        return (asked + [own].compactMap(\.self)).filter { seen.insert($0.0).inserted }.map { (id: $0.0, name: $0.1) }
    }

    private static func skill(_ skills: [(id: Slug<Skill>, name: String)]) -> Field {
        Field(
            name: "skill",
            label: "Which skill it trains",
            kind: .select(
                [Field.Option(value: "", text: "No one skill")]
                    + skills.map { Field.Option(value: $0.id.text, text: $0.name) }
            ),
            hint: "Of the steps of the goals. Two activities for one skill are pointed out to both therapies.",
            isOptional: true
        )
    }

    /// - Parameter item: the activity that is changed; `nil` for a new one.
    static func fields(_ plan: ChildPlan, _ item: HomeItem?, _ catalog: Catalog) -> [Field] {
        let asksDiscipline = item == nil && plan.permit.disciplines.count > 1
        let skills = skills(plan, item, catalog)
        return (asksDiscipline ? [discipline] : []) + [name, how, minutes, days, goal(plan, item)]
            + (skills.isEmpty ? [] : [skill(skills)]) + [routine, dos, donts]
    }

    static func filled(_ item: HomeItem, version: Int) -> FormBody {
        FormBody(fields: [
            ("version", "\(version)"), ("name", item.name), ("how", item.how), ("minutes", "\(item.minutes)"),
            ("days", "\(item.daysAWeek)"), ("goal", item.goal?.text ?? ""), ("skill", item.skill?.text ?? ""),
            ("routine", item.routine?.rawValue ?? ""), ("dos", item.dos.joined(separator: "\n")),
            ("donts", item.donts.joined(separator: "\n")), ("es_name", item.spanish?.name ?? ""),
            ("es_how", item.spanish?.how ?? ""), ("es_dos", item.spanish?.dos.joined(separator: "\n") ?? ""),
            ("es_donts", item.spanish?.donts.joined(separator: "\n") ?? ""),
        ])
    }

    /// Puts what was typed into `item`; what is wrong with it lands in the reader's problems.
    ///
    /// - Parameter skills: those that could be chosen.
    static func read(_ reader: inout FormReader, into item: inout HomeItem, skills: [Slug<Skill>]) {
        let form = reader.form
        item.name = reader.text(name)
        item.how = reader.text(how)
        item.minutes = number(minutes, &reader) ?? 0
        item.daysAWeek = number(days, &reader) ?? 0
        item.dos = lines(reader.text(dos))
        item.donts = lines(reader.text(donts))
        item.routine = form["routine"].flatMap { Routine(rawValue: $0) }
        item.goal = form["goal"].flatMap { ID<Goal>($0) }
        if let chosen = form["skill"] { item.skill = skills.first { $0.text == chosen } }
        let words = spanish.map { reader.text($0) }
        item.spanish =
            words.allSatisfy(\.isEmpty)
            ? nil : HomeText(name: words[0], how: words[1], dos: lines(words[2]), donts: lines(words[3]))
        reader.problems.add(item.remarks)
    }

    private static func number(_ field: Field, _ reader: inout FormReader) -> Int? {
        let text = (reader.form[field.name] ?? "").trimmed
        guard let number = Int(text) else {
            reader.problems.add(field.name, "Write a whole number.")
            return nil
        }
        return number
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}
