import TandemCare
import TandemCatalog
import TandemStore

/// A note as a form: an entry for each goal and skill, minutes, three lines for the other therapist, treating together.
struct NoteForm: Sendable {
    let plan: ChildPlan
    let note: VisitNote

    static let said = Field(
        name: "said",
        label: "What child and family said",
        kind: .text,
        hint: "Pain, sleep, school, what went well.",
        isOptional: true,
        most: TextLimit.note
    )
    static let on = Field(name: "on", label: "Day of the visit", kind: .date)
    static let start = Field(
        name: "start",
        label: "Start",
        kind: .line(type: "time", autocomplete: "off", width: "w-10"),
        most: 20
    )
    static let stop = Field(
        name: "stop",
        label: "End",
        kind: .line(type: "time", autocomplete: "off", width: "w-10"),
        most: 20
    )
    static let handoffFields = [
        Field(name: "handoff_did", label: "Did", isOptional: true, most: TextLimit.line),
        Field(name: "handoff_works_best", label: "Works best", isOptional: true, most: TextLimit.line),
        Field(name: "handoff_next_asks", label: "Next, please", isOptional: true, most: TextLimit.line),
    ]
    static let signAs = Field(
        name: "sign_as",
        label: "Sign as",
        hint: "Name and credential.",
        most: TextLimit.line
    )
    static let addendum = Field(
        name: "addendum",
        label: "Add something to this note",
        kind: .text,
        hint: "The note itself stays as it was signed.",
        most: TextLimit.note
    )

    /// Lines for services that a form offers.
    static let services = 3

    /// The form as a draft stands.
    static func filled(_ content: VisitNote.Content, version: Int, signAs: String) -> FormBody {
        var fields: [(String, String)] = [
            ("version", "\(version)"), ("sign_as", signAs), ("said", content.said),
            ("on_month", "\(content.on.month)"), ("on_day", "\(content.on.day)"), ("on_year", "\(content.on.year)"),
            ("start", content.start?.description ?? ""), ("stop", content.stop?.description ?? ""),
            ("handoff_did", content.handoff.did), ("handoff_works_best", content.handoff.worksBest),
            ("handoff_next_asks", content.handoff.nextAsks),
        ]
        for (index, entry) in content.entries.enumerated() {
            fields += [
                ("goal_\(index)", entry.goal?.text ?? ""), ("skill_\(index)", entry.skill?.text ?? ""),
                ("planned_\(index)", entry.planned), ("did_\(index)", entry.did),
                ("outcome_\(index)", entry.outcome?.rawValue ?? ""),
                ("help_\(index)", entry.help.map { "\($0.rawValue)" } ?? ""), ("next_\(index)", entry.next),
            ]
        }
        for (index, service) in content.services.enumerated() {
            fields += [
                ("service_id_\(index)", service.id.text), ("service_what_\(index)", service.what),
                ("service_minutes_\(index)", service.minutes.map { "\($0)" } ?? ""),
            ]
            if service.isTimed { fields.append(("service_timed_\(index)", "yes")) }
        }
        if let together = content.coTreatment {
            let choice = Partner(together)?.value ?? Self.somebodyElse
            fields += [("together", "yes"), (Self.with, choice), ("together_reason", together.reason)]
            if choice == Self.somebodyElse { fields.append(("partner", together.partner)) }
            for discipline in Discipline.allCases {
                let side = together.side(discipline)
                fields += side.goals.map { ("together_\(discipline.rawValue)_goal", $0.text) }
                fields.append(("together_\(discipline.rawValue)_minutes", side.minutes.map { "\($0)" } ?? ""))
            }
        }
        return FormBody(fields: fields)
    }
}
