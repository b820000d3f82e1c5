import TandemCare
import TandemCatalog

/// To whom a family could be passed on: the practice's circle first, its other partners, practices on Tandem, or a name that is
/// written down.
struct PassingForm: Sendable {
    private struct Choice: Sendable {
        let value: String
        let text: String
        let passing: InquiryPassing
    }

    private struct Group: Sendable {
        let name: String
        let choices: [Choice]
    }

    private let groups: [Group]

    /// - Parameters:
    ///   - partners: of the practice, as it keeps them.
    ///   - practices: others that families may write to.
    init(_ partners: [Partner], _ practices: [Practice]) {
        func choice(_ partner: Partner) -> Choice {
            let open = practices.first { $0.id == partner.inTandem }
            return Choice(
                value: "partner:\(partner.id.text)",
                text: Self.text(partner.name, partner.disciplines, partner.place),
                passing: InquiryPassing(
                    name: partner.name,
                    phone: partner.phone,
                    place: partner.place,
                    practice: open?.id
                )
            )
        }
        let known = Set(partners.compactMap(\.inTandem))
        let rest = practices.filter { !known.contains($0.id) }.map { practice in
            Choice(
                value: "practice:\(practice.id.text)",
                text: Self.text(practice.name, practice.disciplines, practice.place),
                passing: InquiryPassing(
                    name: practice.name,
                    phone: practice.phone,
                    place: practice.place,
                    practice: practice.id
                )
            )
        }
        groups = [
            Group(name: "Your circle", choices: partners.filter(\.isTrusted).map(choice)),
            Group(name: "Your other partners", choices: partners.filter { !$0.isTrusted }.map(choice)),
            Group(name: "Others on Tandem", choices: rest),
        ].filter { !$0.choices.isEmpty }
    }

    func values(_ typed: FormBody, _ problems: Problems) -> Page.Values {
        [
            "groups": groups.map { group in
                [
                    "group": group.name,
                    "choices": group.choices.map { choice in
                        [
                            "value": choice.value, "text": choice.text, "is_chosen": typed["to"] == choice.value,
                        ] as Page.Values
                    },
                ] as Page.Values
            },
            "other_fields": Self.otherFields.values(typed, problems),
        ]
    }

    /// - Returns: `nil` where nobody was chosen and no name was written, which is said at the field.
    func read(_ reader: inout FormReader) -> InquiryPassing? {
        if let chosen = groups.flatMap(\.choices).first(where: { $0.value == reader.form["to"] }) {
            return chosen.passing
        }
        let name = reader.text(Self.name)
        if name.isEmpty {
            reader.problems.add("to", "Choose somebody, or write the name of somebody else.")
            return nil
        }
        return InquiryPassing(
            name: name,
            phone: reader.text(Self.phone),
            place: reader.text(Self.place),
            practice: nil
        )
    }

    private static func text(_ name: String, _ disciplines: Set<Discipline>, _ place: String) -> String {
        "\(name) (\(disciplines.letters))" + (place.isEmpty ? "" : ", \(place)")
    }

    private static let name = Field(name: "other_name", label: "Name", isOptional: true, most: 120, isName: true)
    private static let phone = Field(
        name: "other_phone",
        label: "Phone",
        kind: .phone,
        isOptional: true,
        most: 40
    )
    private static let place = Field(name: "other_place", label: "City and state", isOptional: true, most: 120)
    private static let otherFields = [name, phone, place]
}
