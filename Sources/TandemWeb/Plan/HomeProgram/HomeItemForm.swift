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

    static func goal(_ plan: ChildPlan) -> Field {
        let goals = plan.goals.filter { $0.value.status == .active || $0.value.status == .proposed }
        return Field(
            name: "goal",
            label: "For which goal",
            kind: .select(
                [Field.Option(value: "", text: "No goal")]
                    + goals.map { Field.Option(value: $0.value.id.text, text: $0.value.title) }
            ),
            isOptional: true
        )
    }

    static func fields(_ plan: ChildPlan) -> [Field] {
        [name, how, minutes, days, goal(plan), routine, dos, donts]
    }

    static func filled(_ item: HomeItem, version: Int) -> FormBody {
        FormBody(fields: [
            ("version", "\(version)"), ("name", item.name), ("how", item.how), ("minutes", "\(item.minutes)"),
            ("days", "\(item.daysAWeek)"), ("goal", item.goal?.text ?? ""),
            ("routine", item.routine?.rawValue ?? ""), ("dos", item.dos.joined(separator: "\n")),
            ("donts", item.donts.joined(separator: "\n")), ("es_name", item.spanish?.name ?? ""),
            ("es_how", item.spanish?.how ?? ""), ("es_dos", item.spanish?.dos.joined(separator: "\n") ?? ""),
            ("es_donts", item.spanish?.donts.joined(separator: "\n") ?? ""),
        ])
    }

    /// Puts what was typed into `item`; what is wrong with it lands in the reader's problems.
    static func read(_ reader: inout FormReader, into item: inout HomeItem) {
        let form = reader.form
        item.name = reader.text(name)
        item.how = reader.text(how)
        item.minutes = number(minutes, &reader) ?? 0
        item.daysAWeek = number(days, &reader) ?? 0
        item.dos = lines(reader.text(dos))
        item.donts = lines(reader.text(donts))
        item.routine = form["routine"].flatMap { Routine(rawValue: $0) }
        item.goal = form["goal"].flatMap { ID<Goal>($0) }
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
