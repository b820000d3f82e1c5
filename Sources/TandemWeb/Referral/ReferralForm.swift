import TandemCare
import TandemCatalog
import TandemStore

/// The questions of a referral that is written or changed.
struct ReferralForm: Sendable {
    let permit: Permit
    let offered: OfferedPackage
    let partners: [Partner]
    let practices: [Practice]

    struct Draft: Sendable {
        let to: ReferralRecipient
        let discipline: Discipline
        let text: Text
    }

    /// What can be changed until it is sent.
    struct Text: Sendable {
        let request: String
        let goals: [ID<Goal>]
        let kinds: Set<ReferralPackage.Kind>
        let order: DoctorsOrder
    }

    /// Partners first, those the practice trusts before the others; then the practices in Tandem that are no partner yet.
    var recipients: [(value: String, to: ReferralRecipient, text: String, note: String)] {
        let known = Set(partners.compactMap(\.inTandem))
        return partners.map { partner in
            let way =
                partner.inTandem == nil ? partner.email.isEmpty ? "by fax or phone" : "by a private link" : "in Tandem"
            return (
                "partner:\(partner.id.text)", partner.recipient, partner.name,
                [
                    Mark.letter(Discipline.allCases.filter(partner.disciplines.contains)), partner.place,
                    partner.isTrusted ? "in your circle" : "", way,
                ]
                .filter { !$0.isEmpty }.joined(separator: " · ")
            )
        }
            + practices.filter { !known.contains($0.id) }.map { practice in
                (
                    "practice:\(practice.id.text)", .practice(practice.id), practice.name,
                    [
                        Mark.letter(Discipline.allCases.filter(practice.disciplines.contains)), practice.place,
                        "in Tandem",
                    ]
                    .filter { !$0.isEmpty }.joined(separator: " · ")
                )
            }
    }

    /// Therapies that the plan asks for and nobody of the team practices.
    var missing: [Discipline] {
        let team = offered.plan.team.disciplines
        let found = Set(offered.goals.flatMap { $0.split.uncovered(by: team) })
        return Discipline.allCases.filter { found.contains($0) }
    }

    var missingWords: String {
        missing.isEmpty
            ? ""
            : "The plan asks for \(missing.map(\.name).joined(separator: " and ")), and nobody of the team practices it yet."
    }

    private var to: Field {
        let options = recipients.map { Field.Option(value: $0.value, text: $0.text, note: $0.note) }
        return Field(
            name: "to",
            label: "Whom do you ask?",
            kind: options.count > 12 ? .select([Field.Option(value: "", text: "Choose")] + options) : .radios(options)
        )
    }
    private static let discipline = Field(
        name: "discipline",
        label: "Which therapy?",
        kind: .radios(
            Field.Option.therapies
        )
    )
    private static let request = Field(
        name: "request",
        label: "What do you ask, and why?",
        kind: .text,
        hint: "In a few sentences. The family reads it too.",
        most: TextLimit.note
    )
    private var goals: Field {
        Field(
            name: "goal",
            label: "Which goals is it about?",
            kind: .checks(offered.goals.map { Field.Option(value: $0.id.text, text: $0.title) }),
            isOptional: true
        )
    }
    private var kinds: Field {
        Field(
            name: "part",
            label: "What goes along?",
            kind: .checks(
                offered.package.parts.map {
                    Field.Option(
                        value: $0.kind.rawValue,
                        text: $0.title,
                        note: $0.lines.count == 1 ? "1 line" : "\($0.lines.count) lines"
                    )
                }
            ),
            hint: "You see it word for word on the next page. Nothing is sent yet."
        )
    }
    private static let need = Field(
        name: "order",
        label: "Is a doctor's order needed?",
        kind: .radios([
            Field.Option(value: "unknown", text: "We do not know yet"), Field.Option(value: "no", text: "No"),
            Field.Option(value: "law", text: "Yes, by the law of the state"),
            Field.Option(value: "payer", text: "Yes, for the insurance"),
        ])
    )
    private static let there = Field(
        name: "order_there",
        label: "The order",
        kind: .checks([Field.Option(value: "1", text: "The order is there")]),
        isOptional: true
    )

    /// Of a new one.
    var fields: [Field] { [to, Self.discipline] + textFields }

    var textFields: [Field] {
        [Self.request] + (offered.goals.isEmpty ? [] : [goals]) + [kinds, Self.need, Self.there]
    }

    /// What is filled in at first: the therapy that is missing, every goal, and all parts.
    func first(_ to: String?) -> FormBody {
        var fields: [(name: String, value: String)] = [("order", "unknown")]
        if let first = missing.first { fields.append(("discipline", first.rawValue)) }
        if let to, recipients.contains(where: { $0.value == to }) { fields.append(("to", to)) }
        fields += offered.goals.map { ("goal", $0.id.text) }
        fields += offered.package.parts.map { ("part", $0.kind.rawValue) }
        return FormBody(fields: fields)
    }

    func read(_ reader: inout FormReader) -> Draft? {
        let typed = reader.form
        let recipient = recipients.first { $0.value == typed["to"] }
        if recipient == nil { reader.problems.add("to", "Choose whom you ask.") }
        let discipline = typed["discipline"].flatMap(Discipline.init(rawValue:))
        if discipline == nil { reader.problems.add("discipline", "Choose the therapy.") }
        let text = readText(&reader)
        guard let recipient, let discipline else { return nil }
        return Draft(to: recipient.to, discipline: discipline, text: text)
    }

    func readText(_ reader: inout FormReader) -> Text {
        let typed = reader.form
        let request = reader.text(Self.request, missing: "Write what you ask.")
        let kinds = Set(typed.all("part").compactMap(ReferralPackage.Kind.init(rawValue:)))
        if !kinds.contains(.contact) {
            reader.problems.add("part", "They need to know who the child is and how to reach the family.")
        }
        let chosen = Set(typed.all("goal"))
        return Text(
            request: request,
            goals: offered.goals.map(\.id).filter { chosen.contains($0.text) },
            kinds: kinds,
            order: DoctorsOrder(
                need: typed["order"].flatMap(DoctorsOrder.Need.init(rawValue:)) ?? .unknown,
                isThere: typed["order_there"] == "1"
            )
        )
    }
}
