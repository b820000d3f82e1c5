import TandemCare
import TandemCatalog

/// The scale of a goal as a form: what is measured, then the five levels.
enum ScaleForm {
    private static let number = Field.Kind.line(type: "text", autocomplete: "off", width: "w-8")

    private static let dimension = Field(
        name: "dimension",
        label: "What is measured",
        kind: .radios(Dimension.allCases.map { Field.Option(value: $0.rawValue, text: $0.name, note: $0.example) })
    )
    private static let unit = Field(name: "unit", label: "In what unit", hint: "As in \"minutes\".", most: 40)
    private static let direction = Field(
        name: "direction",
        label: "What is better",
        kind: .radios([.init(value: "higher", text: "More"), .init(value: "lower", text: "Less")])
    )
    private static let baseline = Field(name: "baseline", label: "Today", kind: number, most: 12)
    private static let expected = Field(
        name: "expected",
        label: "Expected by the day",
        kind: number,
        hint: "Level 0 begins here.",
        most: 12
    )
    private static let grain = Field(
        name: "grain",
        label: "Smallest difference that counts",
        kind: number,
        hint: "1, or 0.5 where halves count.",
        most: 12
    )
    private static let baselineLevel = Field(
        name: "baseline_level",
        label: "Today is level",
        kind: .radios([
            .init(value: "-2", text: "\u{2212}2", note: "as a rule"),
            .init(value: "-1", text: "\u{2212}1", note: "where the child could come to do less than today"),
        ])
    )
    private static let by = Field(name: "by", label: "By when", kind: .date)

    static let outlineFields = [dimension, unit, direction, baseline, expected, baselineLevel, by, grain]

    static let weightFields = [
        weight("importance", "How much it matters to the family"), weight("difficulty", "How hard it is to reach"),
    ]

    private static func weight(_ name: String, _ label: String) -> Field {
        Field(
            name: name,
            label: label,
            kind: .radios(["0", "1", "2", "3"].map { Field.Option(value: $0, text: $0) }),
            hint: "0 leaves the goal out of the score, 3 is most."
        )
    }

    /// Where a remark of the rules stands in the form.
    static func field(_ place: String) -> String {
        place.hasPrefix("level ") ? "words_\(place.dropFirst(6))" : place.replacing(" ", with: "_")
    }

    static func isLevel(_ name: String) -> Bool {
        name.hasPrefix("words_") || name.hasPrefix("from_") || name.hasPrefix("to_")
    }

    // MARK: Reading

    /// What the levels are drafted from.
    static func outline(_ reader: inout FormReader, _ goal: Goal) -> ScaleOutline? {
        let expected = reader.number(expected, missing: "Write the value you expect by the day.")
        guard let base = base(&reader), let expected else { return nil }
        guard let baseline = base.baseline else {
            reader.problems.add("baseline", "Write the value of today: measure it once more if you are not sure.")
            return nil
        }
        let sign: Double = base.direction == .higher ? 1 : -1
        if (expected - baseline) * sign <= 0 {
            let better = base.direction == .higher ? "more" : "less"
            reader.problems.add(
                "expected",
                "This is not better than today. Write \(better) than \(baseline.shortText)."
            )
            return nil
        }
        guard let by = base.by else { return nil }
        let steps = Double(goal.split.standingSteps.count)
        return ScaleOutline(
            dimension: base.dimension,
            unit: base.unit,
            direction: base.direction,
            grain: base.grain,
            bounds: base.dimension == .count && base.unit == stepsUnit(goal) ? 0...max(1, steps) : nil,
            baseline: baseline,
            expected: expected,
            baselineLevel: base.baselineLevel,
            by: by
        )
    }

    /// The scale as it was typed; `nil` where something of it cannot be read.
    static func scale(_ reader: inout FormReader, _ goal: Goal) -> AttainmentScale? {
        guard let base = base(&reader) else { return nil }
        let levels = AttainmentScale.levels.map { level in
            AttainmentScale.Level(
                level,
                reader.text(Field(name: "words_\(level)", label: "", most: .max)),
                dimension: base.dimension,
                from: reader.number(Field(name: "from_\(level)", label: ""), problem: "words_\(level)"),
                to: reader.number(Field(name: "to_\(level)", label: ""), problem: "words_\(level)")
            )
        }
        func weight(_ name: String) -> Int { reader.form[name].flatMap { Int($0) } ?? 1 }
        return AttainmentScale(
            child: goal.child,
            goal: goal.id,
            dimension: base.dimension,
            unit: base.unit,
            direction: base.direction,
            grain: base.grain,
            by: base.by,
            baseline: base.baseline,
            baselineLevel: base.baselineLevel,
            levels: levels,
            weight: GoalWeight(importance: weight("importance"), difficulty: weight("difficulty"))
        )
    }

    private struct Base {
        let dimension: Dimension
        let unit: String
        let direction: Direction
        let grain: Double
        let baseline: Double?
        let baselineLevel: Int
        let by: CalendarDate?
    }

    private static func base(_ reader: inout FormReader) -> Base? {
        guard let dimension = reader.form["dimension"].flatMap(Dimension.init(rawValue:)) else {
            reader.problems.add("dimension", "Choose what is measured.")
            return nil
        }
        let unit = reader.text(unit)
        let grain = (reader.form["grain"] ?? "").trimmed.isEmpty ? 1 : reader.number(Self.grain)
        let baseline = reader.number(baseline)
        let by = reader.date(by, missing: "Choose the day by which level 0 is expected.")
        return Base(
            dimension: dimension,
            unit: unit.isEmpty ? dimension.usualUnit : unit,
            direction: reader.form["direction"].flatMap(Direction.init(rawValue:)) ?? dimension.usualDirection,
            grain: grain ?? 0,
            baseline: baseline,
            baselineLevel: reader.form["baseline_level"].flatMap { Int($0) } ?? -2,
            by: by
        )
    }
}

extension FormReader {
    /// A number as people write it: "12", "7.5", "7,5".
    /// - Parameters:
    ///   - missing: what to say where it is empty; `nil` where it may be.
    ///   - problem: the field beside which a problem is said, where that is another one.
    mutating func number(_ field: Field, missing: String? = nil, problem: String? = nil) -> Double? {
        let text = (form[field.name] ?? "").trimmed.replacing("\u{2212}", with: "-").replacing(",", with: ".")
        if text.isEmpty {
            if let missing { problems.add(problem ?? field.name, missing) }
            return nil
        }
        guard let number = Double(text), number.isFinite, number.magnitude < 1_000_000 else {
            problems.add(problem ?? field.name, "Write a number, as in 12 or 7.5.")
            return nil
        }
        return number
    }
}

extension Dimension {
    var name: String {
        switch self {
        case .count: "Count"
        case .help: "Help"
        case .time: "Time"
        case .distance: "Distance"
        case .frequency: "How often"
        }
    }

    fileprivate var example: String {
        switch self {
        case .count: "steps done alone, buttons closed"
        case .help: "0 somebody does it, 1 most help, 2 some, 3 a reminder, 4 alone"
        case .time: "minutes for the whole"
        case .distance: "meters"
        case .frequency: "days a week"
        }
    }
}
