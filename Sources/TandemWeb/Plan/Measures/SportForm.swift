import TandemCare
import TandemCatalog

/// The fields of the way back to sport.
enum SportForm {
    static let began = Field(name: "began", label: "Day of the injury or operation", kind: .date)
    static let on = Field(name: "on", label: "Found on", kind: .date)
    static let reason = Field(
        name: "reason",
        label: "Why it goes on although not everything is met",
        kind: .text,
        hint: "It stands in the record with your name. A doctor's clearance cannot be left out.",
        most: TextLimit.note
    )
    static let setback = Field(name: "setback", label: "Why", kind: .text, most: TextLimit.note)

    static func beginning(_ programs: [SportProgram]) -> [Field] {
        [
            Field(
                name: "program",
                label: "What the child comes back from",
                kind: .radios(programs.map { Field.Option(value: $0.id.text, text: $0.name) })
            ), began,
        ]
    }

    /// A field for each criterion that somebody finds; weeks are counted.
    static func fields(_ phase: SportProgram.Phase) -> [Field] {
        phase.criteria.flatMap { criterion -> [Field] in
            let yes = Field.Kind.radios([.init(value: "1", text: "Yes"), .init(value: "0", text: "Not yet")])
            switch criterion.kind {
            case .weeks: return []
            case .yes: return [Field(name: criterion.id, label: criterion.words, kind: yes, isOptional: true)]
            case .clearance:
                return [
                    Field(name: criterion.id, label: criterion.words, kind: yes, isOptional: true),
                    Field(name: doctor(criterion), label: "Name of the doctor", isOptional: true, most: TextLimit.line),
                ]
            case .percent, .points, .seconds, .count:
                return [
                    Field(
                        name: criterion.id,
                        label: "\(criterion.words), in \(criterion.kind.unit)",
                        kind: .line(type: "text", autocomplete: "off", width: "w-4"),
                        hint: criterion.aim,
                        isOptional: true,
                        most: 12
                    )
                ]
            }
        }
    }

    private static func doctor(_ criterion: Criterion) -> String { "\(criterion.id)-doctor" }

    static func found(
        _ reader: inout FormReader,
        _ phase: SportProgram.Phase
    ) -> [(criterion: String, value: Double, words: String)] {
        phase.criteria.compactMap { criterion in
            guard criterion.kind != .weeks else { return nil }
            guard let value = reader.number(Field(name: criterion.id, label: "")) else { return nil }
            guard value >= 0 else {
                reader.problems.add(criterion.id, SportFault.notAValue.message)
                return nil
            }
            var words = ""
            if criterion.kind == .clearance, value == 1 {
                words = reader.text(Field(name: doctor(criterion), label: "", most: TextLimit.line))
                if words.isEmpty { reader.problems.add(doctor(criterion), SportFault.noDoctor.message) }
            } else if criterion.kind == .clearance {
                words = "not yet"
            }
            return (criterion.id, value, words)
        }
    }
}

extension Criterion.Kind {
    var unit: String {
        switch self {
        case .percent: "percent"
        case .points: "points of 10"
        case .seconds: "seconds"
        case .count: "times"
        case .weeks: "weeks"
        case .yes, .clearance: ""
        }
    }
}

extension Criterion {
    /// "at most 2", "yes".
    var aim: String {
        guard let comparison else { return "yes" }
        return "\(comparison.rawValue) \(limit.shortText)"
    }
}
