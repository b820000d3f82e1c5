import TandemCare
import TandemCatalog
import TandemStore

/// The questions that somebody answers to share a child's record with a practice.
struct ConsentForm: Sendable {
    /// The practices that can be chosen.
    let practices: [Practice]

    var practice: Field {
        let options = practices.map { practice in
            Field.Option(value: practice.id.text, text: practice.name, note: Self.note(practice))
        }
        return Field(
            name: "practice",
            label: "Who may see it?",
            kind: practices.count > 12
                ? .select([Field.Option(value: "", text: "Choose a practice")] + options) : .radios(options)
        )
    }

    static let scope = Field(
        name: "scope",
        label: "What may they see?",
        kind: .checks(
            Consent.Scope.allCases.map { Field.Option(value: $0.rawValue, text: $0.offer, note: $0.explained) }
        ),
        hint: "Choose all that you want. They always see your child's name, birth date and what matters."
    )
    static let purpose = Field(
        name: "purpose",
        label: "What is it for?",
        kind: .text,
        hint: "In your own words, like: so that both therapists work on one plan.",
        most: Consent.mostPurpose
    )
    static let lastDay = Field(
        name: "last_day",
        label: "Until when?",
        kind: .date,
        hint: "The last day. Leave it empty if it should go on until you take it back.",
        isOptional: true
    )

    var fields: [Field] { [practice, Self.scope, Self.purpose, Self.lastDay] }

    /// The consent that was typed; what is wrong with it lands in `reader.problems`.
    func read(_ reader: inout FormReader, today: CalendarDate) -> ConsentDraft {
        let typed = reader.form["practice"].flatMap { ID<Practice>($0) }
        let draft = ConsentDraft(
            practice: practices.first { $0.id == typed }?.id,
            scope: Set(reader.form.all("scope").compactMap { Consent.Scope(rawValue: $0) }),
            purpose: reader.text(Self.purpose),
            lastDay: reader.date(Self.lastDay)
        )
        for fault in Consent.check(draft, today: today) { reader.problems.add(fault.field, fault.message) }
        return draft
    }

    private static func note(_ practice: Practice) -> String? {
        let letters = Mark.letter(Discipline.allCases.filter(practice.disciplines.contains))
        let parts = [letters, practice.place].filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

extension ConsentFault {
    fileprivate var field: String {
        switch self {
        case .noPractice: "practice"
        case .noScope: "scope"
        case .noPurpose, .longPurpose: "purpose"
        case .past: "last_day"
        }
    }

    fileprivate var message: String {
        switch self {
        case .noPractice: "Choose who may see it."
        case .noScope: "Choose at least one thing that they may see."
        case .noPurpose: "Write what it is for."
        case .longPurpose: "Write it a little shorter: \(Consent.mostPurpose) characters at most."
        case .past: "The last day should be after today. Or leave it empty."
        }
    }
}

extension Consent.Scope {
    fileprivate var offer: String {
        switch self {
        case .contact: "How to reach you"
        case .plan: "The intake form and the plan"
        case .notes: "Notes of visits"
        }
    }

    fileprivate var explained: String {
        switch self {
        case .contact: "Phone, email and address of your home."
        case .plan: "What you told at the start, goals, what was measured, the home program."
        case .notes: "What therapists write after each visit."
        }
    }
}
