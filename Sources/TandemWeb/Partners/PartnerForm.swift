import TandemCare
import TandemCatalog

/// What a practice writes down of a partner.
enum PartnerForm {
    static let name = Field(name: "name", label: "Name", hint: "Of the practice or the therapist.", most: 120)
    static let disciplines = Field(
        name: "discipline",
        label: "What they offer",
        kind: .checks(Field.Option.therapies)
    )
    static let place = Field(
        name: "place",
        label: "City and state",
        hint: "For example: Springfield, IL",
        isOptional: true,
        most: 120
    )
    static let phone = number("phone", "Phone")
    static let fax = number("fax", "Fax")
    static let email = Field(
        name: "email",
        label: "Email",
        kind: .email,
        hint: "A secure link goes there when you refer a child. The letter names nobody.",
        isOptional: true,
        most: 254
    )
    static let npi = Field(
        name: "npi",
        label: "NPI",
        kind: .line(type: "text", autocomplete: "off", width: "w-10"),
        hint: "National Provider Identifier, ten digits.",
        isOptional: true,
        most: 10
    )
    static let languages = Field(
        name: "languages",
        label: "Languages",
        hint: "With commas between: English, Spanish",
        isOptional: true,
        most: 200
    )
    static let trusted = Field(
        name: "trusted",
        label: "Your circle",
        kind: .checks([
            Field.Option(value: "1", text: "We trust them", note: "They stand first wherever you look for somebody.")
        ]),
        isOptional: true
    )
    static let notes = Field(
        name: "notes",
        label: "Notes for your practice only",
        kind: .text,
        hint: "Nobody else ever reads them. Not for what you know of a child.",
        isOptional: true,
        most: 4000
    )

    /// - Parameter practices: others on Tandem, which the partner may be.
    static func fields(_ practices: [Practice]) -> [Field] {
        let onTandem = Field(
            name: "in_tandem",
            label: "On Tandem",
            kind: .select(
                [Field.Option(value: "", text: "Not on Tandem, or not known")]
                    + practices.map { practice in
                        let place = practice.place.isEmpty ? "" : ", \(practice.place)"
                        return Field.Option(value: practice.id.text, text: practice.name + place)
                    }
            ),
            hint: "Then a referral reaches them at once, without a link.",
            isOptional: true
        )
        return [name, disciplines, onTandem, place, phone, fax, email, npi, languages, trusted, notes]
    }

    /// Reads what was typed into a partner, as far as it can be read.
    static func read(_ reader: inout FormReader, _ partner: inout Partner, practices: [Practice]) {
        partner.name = reader.text(name, missing: "Write the name.")
        partner.disciplines = Set(reader.form.all("discipline").compactMap { Discipline(rawValue: $0) })
        if partner.disciplines.isEmpty { reader.problems.add("discipline", "Choose what they offer.") }
        partner.place = reader.text(place)
        partner.phone = reader.text(phone)
        partner.fax = reader.text(fax)
        partner.email = reader.text(email)
        if !partner.email.isEmpty, !EmailAddress.isSound(partner.email) {
            reader.problems.add("email", "Write an email address, like dana@example.org.")
        }
        let number = reader.text(npi)
        partner.npi = number.isEmpty ? nil : number
        if !number.isEmpty, NPI(number) == nil {
            reader.problems.add("npi", "An NPI has ten digits, and the last one checks the others. Look for a slip.")
        }
        partner.languages = reader.text(languages).split(separator: ",").map { String($0).trimmed }
            .filter { !$0.isEmpty }
        partner.isTrusted = reader.form["trusted"] == "1"
        partner.privateNotes = reader.text(notes)
        let chosen = reader.form["in_tandem"].flatMap { ID<Practice>($0) }
        partner.inTandem = practices.first { $0.id == chosen }?.id
    }

    static func filled(_ partner: Partner, version: Int) -> FormBody {
        var fields: [(name: String, value: String)] = [
            ("name", partner.name), ("place", partner.place), ("phone", partner.phone), ("fax", partner.fax),
            ("email", partner.email), ("npi", partner.npi ?? ""),
            ("languages", partner.languages.joined(separator: ", ")), ("notes", partner.privateNotes),
            ("in_tandem", partner.inTandem?.text ?? ""), ("version", "\(version)"),
        ]
        fields += partner.disciplines.map { ("discipline", $0.rawValue) }
        if partner.isTrusted { fields.append(("trusted", "1")) }
        return FormBody(fields: fields)
    }

    private static func number(_ name: String, _ label: String) -> Field {
        Field(name: name, label: label, kind: .phone, isOptional: true, most: 40)
    }
}
