import TandemCare
import TandemCatalog

/// The form of a plan of care: its fields, filled from a draft and read into one.
enum PlanOfCareForm {
    static let diagnosis = Field(
        name: "diagnosis",
        label: "Diagnosis",
        kind: .text,
        hint: "As the physician or the family told it, with its code if you have it. Tandem makes no diagnosis.",
        most: TextLimit.note
    )
    static let type = Field(
        name: "type",
        label: "Type of treatment",
        kind: .text,
        hint: "For example: therapeutic exercise, gait training, coaching of the family",
        most: TextLimit.note
    )
    static let amount = number("amount", "Visits a day")
    static let minutes = number("minutes", "Minutes a visit")
    static let evaluated = Field(
        name: "evaluated",
        label: "Date of the last evaluation",
        kind: .date,
        isOptional: true
    )

    static func payer(_ payers: [PayerRules]) -> Field {
        Field(
            name: "payer",
            label: "Whose rules count the days",
            kind: .select(payers.map { Field.Option(value: $0.id.text, text: $0.name) }),
            hint: "Many payers copy the Medicare pattern. Check with the payer."
        )
    }

    /// How many rows the table of frequencies has: a plan may taper off.
    static let mostPaces = 3

    static func number(_ name: String, _ label: String) -> Field {
        Field(name: name, label: label, kind: .line(type: "text", autocomplete: "off", width: "w-4"), most: 3)
    }

    /// The fields of one goal; their names carry its id, so that a form can only speak of goals that the page offered.
    struct GoalFields: Sendable {
        let goal: ID<Goal>

        var isIn: String { "in_\(goal.text)" }
        var longTerm: Field {
            Field(name: "long_\(goal.text)", label: "Long-term goal", kind: .text, most: TextLimit.note)
        }
        var shortTerm: Field {
            Field(
                name: "short_\(goal.text)",
                label: "Short-term goals",
                kind: .text,
                hint: "One a line",
                isOptional: true,
                most: TextLimit.note
            )
        }
        var baseline: Field {
            Field(name: "baseline_\(goal.text)", label: "Today", kind: .text, most: TextLimit.note)
        }
        var target: Field {
            Field(
                name: "target_\(goal.text)",
                label: "Measured by",
                kind: .text,
                hint: "Level 0 of the goal's scale",
                most: TextLimit.note
            )
        }
        var by: Field { Field(name: "by_\(goal.text)", label: "By", kind: .date) }
    }

    // MARK: Filling

    static func filled(_ content: PlanOfCare.Content, version: Int) -> FormBody {
        var fields: [(name: String, value: String)] = [
            ("version", "\(version)"), ("diagnosis", content.diagnosis), ("type", content.type),
            ("amount", "\(content.visitsADay)"), ("minutes", "\(content.minutesAVisit)"),
            ("payer", content.payer.text),
        ]
        for (index, pace) in content.paces.enumerated() {
            fields += [("times_\(index + 1)", "\(pace.timesAWeek)"), ("weeks_\(index + 1)", "\(pace.weeks)")]
        }
        if let day = content.evaluated { fields += date("evaluated", day) }
        for goal in content.goals { fields += filled(goal, isIn: true) }
        return FormBody(fields: fields)
    }

    /// What the fields of one goal hold.
    static func filled(_ goal: CareGoal, isIn: Bool) -> [(name: String, value: String)] {
        let fields = GoalFields(goal: goal.goal)
        return (isIn ? [(fields.isIn, "1")] : []) + [
            (fields.longTerm.name, goal.longTerm), (fields.shortTerm.name, goal.shortTerm.joined(separator: "\n")),
            (fields.baseline.name, goal.baseline), (fields.target.name, goal.target),
        ] + date(fields.by.name, goal.by)
    }

    private static func date(_ name: String, _ day: CalendarDate) -> [(name: String, value: String)] {
        [("\(name)_month", "\(day.month)"), ("\(name)_day", "\(day.day)"), ("\(name)_year", "\(day.year)")]
    }

    // MARK: Reading

    /// - Parameter goals: those that the page offered.
    static func read(_ reader: inout FormReader, goals: [CareGoal], payers: [PayerRules]) -> PlanOfCare.Content {
        let payer = payers.first { $0.id.text == reader.form["payer"] }
        if payer == nil { reader.problems.add("payer", "Choose whose rules count the days.") }
        var content = PlanOfCare.Content(payer: payer?.id ?? Slug("own"))
        content.diagnosis = reader.text(diagnosis)
        content.type = reader.text(type)
        content.visitsADay = count(&reader, amount.name)
        content.minutesAVisit = count(&reader, minutes.name)
        content.paces = (1...mostPaces).compactMap { pace(&reader, $0) }
        content.evaluated = reader.date(evaluated)
        for goal in goals {
            let fields = GoalFields(goal: goal.goal)
            guard reader.form[fields.isIn] != nil else { continue }
            content.goals.append(
                CareGoal(
                    goal: goal.goal,
                    longTerm: reader.text(fields.longTerm),
                    shortTerm: reader.text(fields.shortTerm).split(separator: "\n").map { String($0).trimmed }
                        .filter { !$0.isEmpty },
                    baseline: reader.text(fields.baseline),
                    target: reader.text(fields.target),
                    by: reader.date(fields.by, missing: "Write the day by which the child will do it.") ?? goal.by
                )
            )
        }
        return content
    }

    private static func count(_ reader: inout FormReader, _ name: String) -> Int {
        let text = (reader.form[name] ?? "").trimmed
        guard let number = Int(text), (0...1000).contains(number) else {
            reader.problems.add(name, "Write a number.")
            return 0
        }
        return number
    }

    private static func pace(_ reader: inout FormReader, _ row: Int) -> PlanOfCare.Pace? {
        let texts = ["times", "weeks"].map { (reader.form["\($0)_\(row)"] ?? "").trimmed }
        if texts.allSatisfy(\.isEmpty) { return nil }
        let numbers = texts.compactMap { Int($0) }.filter { (0...1000).contains($0) }
        guard numbers.count == 2 else {
            reader.problems.add("times_\(row)", "Write two numbers: how many times a week, and for how many weeks.")
            return nil
        }
        return PlanOfCare.Pace(timesAWeek: numbers[0], weeks: numbers[1])
    }

    /// The field that a remark of the rules stands beside.
    static func field(_ place: String, in content: PlanOfCare.Content) -> String {
        let words = place.split(separator: " ")
        if words.first == "frequency" { return words.count > 1 ? "times_\(words[1])" : "times_1" }
        guard words.first == "goal", words.count > 1, let number = Int(words[1]),
            content.goals.indices.contains(number - 1)
        else { return place }
        let fields = GoalFields(goal: content.goals[number - 1].goal)
        if words.count == 2 { return fields.longTerm.name }
        return words[2] == "target" ? fields.target.name : fields.baseline.name
    }
}
