import TandemCare
import TandemCatalog
import TandemStore

/// The sheet of one measure: a value for each part and side of it, or a reason.
struct MeasureForm: Sendable {
    let measure: Measure
    let plan: ChildPlan
    /// What this takes the place of.
    let corrects: Measurement?

    /// The field beside which it is said that the measure is not made for this age.
    static let unusualAge = "on"

    private static let words = Field(
        name: "words",
        label: "How it went",
        kind: .text,
        isOptional: true,
        most: TextLimit.note
    )
    private static let reason = Field(
        name: "reason",
        label: "Not done, because",
        hint: "Only where there is no value: \"tired\", \"would not\".",
        isOptional: true,
        most: TextLimit.line
    )
    private static let on = Field(name: "on", label: "On which day", kind: .date)

    /// One value that can be typed: of a part, of a side, or of the whole.
    private struct Slot {
        let name: String
        let part: String?
        let side: Measurement.Side?
    }

    private var slots: [Slot] {
        if let old = corrects { return [Slot(name: "value", part: old.series.part, side: old.series.side)] }
        let sides: [Measurement.Side?] = measure.hasSides ? Measurement.Side.allCases : [nil]
        let parts: [String?] = measure.parts.isEmpty ? [nil] : measure.parts
        return parts.enumerated().flatMap { index, part in
            sides.map { side in
                let ending = [part.map { _ in "\(index + 1)" }, side?.rawValue].compactMap(\.self)
                return Slot(name: (["value"] + ending).joined(separator: "_"), part: part, side: side)
            }
        }
    }

    private var isSymmetry: Bool { measure.id == Slug("limb-symmetry") && corrects == nil }

    /// What limb symmetry is made of, for those who have the two values and not the percent.
    private static let pair = [("involved", "Hurt side"), ("uninvolved", "Other side")].map { name, label in
        Field(
            name: name,
            label: "\(label), in the unit you measured",
            kind: .line(type: "text", autocomplete: "off", width: "w-8"),
            isOptional: true,
            most: 12
        )
    }

    private var tries: Int { measure.id == Slug("single-leg-stance") ? 3 : 1 }

    var fields: [Field] {
        var fields = slots.map(field) + (isSymmetry ? Self.pair : [])
        if !measure.protocols.isEmpty {
            let options = measure.protocols.map { Field.Option(value: $0, text: $0) }
            fields.append(
                Field(
                    name: "way",
                    label: "How it was done",
                    kind: .select([.init(value: "", text: "Choose")] + options)
                )
            )
        }
        fields += [Self.on]
        if plan.permit.disciplines.count > 1 { fields.append(RatingForm.disciplineField(plan.permit)) }
        let goals = plan.goals.filter { $0.value.status == .active }
        if !goals.isEmpty {
            let options = goals.map { Field.Option(value: $0.value.id.text, text: $0.value.title) }
            fields.append(
                Field(
                    name: "goal",
                    label: "For which goal",
                    kind: .select([.init(value: "", text: "None in particular")] + options),
                    isOptional: true
                )
            )
        }
        return fields + [Self.words, Self.reason]
    }

    private func field(_ slot: Slot) -> Field {
        let name = [slot.part, slot.side.map { "\($0.rawValue) side" }].compactMap(\.self).joined(separator: ", ")
        if measure.license == .classification {
            let options = RomanLevel.texts.enumerated().map { Field.Option(value: "\($0 + 1)", text: $1) }
            return Field(name: slot.name, label: "Level", kind: .radios(options))
        }
        if measure.id == Slug("help-level") {
            let options = HelpLevel.allCases.map { Field.Option(value: "\($0.rawValue)", text: $0.words) }
            return Field(name: slot.name, label: "How much help", kind: .radios(options))
        }
        let range = "\(measure.range.lowerBound.shortText) to \(measure.range.upperBound.shortText)"
        let label =
            name.isEmpty
            ? "Value, in \(measure.unit)" : "\(name.prefix(1).uppercased())\(name.dropFirst()), in \(measure.unit)"
        return Field(
            name: slot.name,
            label: label,
            kind: .line(type: "text", autocomplete: "off", width: tries > 1 ? nil : "w-8"),
            hint: tries > 1
                ? "Up to \(tries) tries, as in 4.2 6 5.5. The best counts, 10 seconds at most." : range,
            isOptional: slots.count > 1 || isSymmetry,
            most: 40
        )
    }

    static func first(_ old: Measurement?, today: CalendarDate) -> FormBody {
        var fields = FormBody.day("on", old?.on ?? today)
        if let old {
            switch old.result {
            case .value(let value): fields.append(("value", value.shortText))
            case .missing(let reason): fields.append(("reason", reason))
            }
            fields += [("way", old.series.way ?? ""), ("words", old.words), ("goal", old.goal?.text ?? "")]
            if let discipline = old.discipline { fields.append(("discipline", discipline.rawValue)) }
        }
        return FormBody(fields: fields)
    }

    // MARK: Reading

    func read(_ reader: inout FormReader, today: CalendarDate, effects: Effects) -> [Measurement] {
        let permit = plan.permit
        let on = reader.date(Self.on, missing: "Choose the day.")
        let words = reader.text(Field(name: "words", label: "", most: .max))
        let reason = reader.text(Self.reason)
        let way = reader.form["way"].flatMap { $0.isEmpty ? nil : $0 }
        let discipline = RatingForm.discipline(&reader, permit)
        let goal = reader.form["goal"].flatMap { ID<Goal>($0) }.flatMap { plan.goal($0)?.value.id }
        let values = slots.map { ($0, value($0, &reader)) }
        let isEmpty = values.allSatisfy { $0.1 == nil }
        if isEmpty, reason.isEmpty, reader.problems.isEmpty {
            reader.problems.add(slots.first?.name ?? "value", "Type the value, or say below why there is none.")
        }
        if !isEmpty, !reason.isEmpty {
            reader.problems.add("reason", "There is a value, so no reason is needed. Take one of the two away.")
        }
        guard let on, reader.problems.isEmpty else { return [] }
        var found: [Measurement] = []
        for (slot, value) in values where isEmpty || value != nil {
            let measurement = Measurement(
                id: effects.id(),
                child: corrects?.child ?? permit.child,
                series: Measurement.Series(measure, way: way, part: slot.part, side: slot.side),
                result: value.map { .value($0) } ?? .missing(reason: reason),
                on: on,
                words: words,
                discipline: discipline,
                goal: goal,
                stamp: permit.stamp,
                corrects: corrects?.id
            )
            let remarks = measurement.remarks(measure, born: plan.child.birthDate, today: today)
            reader.problems.add(remarks) { $0 == "value" ? slot.name : $0 }
            if remarks.contains(.unusualAge), reader.form["is_chosen"] != "yes" {
                reader.problems.add(
                    Self.unusualAge,
                    "\(MeasurementRemark.unusualAge.message) \(MeasurementRemark.unusualAge.mend) Save once more to keep it."
                )
            }
            found.append(measurement)
        }
        return found
    }

    /// The percent of the two sides; `nil` where they were not typed.
    private func symmetry(_ reader: inout FormReader) -> Double? {
        let typed = Self.pair.map { reader.number($0) }
        guard typed.contains(where: { $0 != nil }) else { return nil }
        let better: Direction = reader.form["way"] == "timed hop" ? .lower : .higher
        guard let involved = typed[0], let uninvolved = typed[1],
            let percent = LimbSymmetry.percent(involved: involved, uninvolved: uninvolved, better: better)
        else {
            reader.problems.add("uninvolved", "Write both sides, each above 0, or the percent alone.")
            return nil
        }
        return (percent * 10).rounded() / 10
    }

    private func value(_ slot: Slot, _ reader: inout FormReader) -> Double? {
        if isSymmetry, let percent = symmetry(&reader) { return percent }
        guard tries > 1 else { return reader.number(Field(name: slot.name, label: "")) }
        let text = (reader.form[slot.name] ?? "").replacing(",", with: " ").replacing(";", with: " ")
        let words = text.split(whereSeparator: \.isWhitespace)
        guard !words.isEmpty else { return nil }
        let numbers = words.compactMap { Double($0) }.filter { $0.isFinite && $0 >= 0 }
        guard numbers.count == words.count else {
            reader.problems.add(slot.name, "Write seconds, as in 4.2 6 5.5.")
            return nil
        }
        guard let best = Scoring.singleLegStance(numbers) else {
            reader.problems.add(slot.name, "Write \(tries) tries at most.")
            return nil
        }
        return best
    }
}
