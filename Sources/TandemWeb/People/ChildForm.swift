import TandemCare
import TandemCatalog
import TandemStore

/// The fields that say who a child is, for adding and for changing.
enum ChildForm {
    static let givenName = Field(name: "given_name", label: "First name", most: 100, isName: true)
    static let familyName = Field(name: "family_name", label: "Last name", most: 100, isName: true)
    static let preferredName = Field(
        name: "preferred_name",
        label: "Likes to be called",
        isOptional: true,
        most: 100,
        isName: true
    )
    static let birthDate = Field(name: "birth_date", label: "Birth date", kind: .date, hint: "For example 5 / 3 / 2019")
    static let language = Field(name: "language", label: "Language at home", isOptional: true, most: 60)
    static let interpreter = Field(
        name: "interpreter",
        label: "Interpreter",
        kind: .checks([Field.Option(value: "1", text: "The family needs an interpreter")]),
        isOptional: true
    )
    static let whatMatters = Field(
        name: "what_matters",
        label: "What matters most to the child and the family",
        kind: .text,
        hint: "In their own words. It stands at the head of the record.",
        isOptional: true,
        most: IntakeForm.mostCharacters
    )

    static func read(_ reader: inout FormReader, today: CalendarDate) -> NewChild? {
        let given = reader.text(givenName, missing: "Write the child's first name.")
        let family = reader.text(familyName, missing: "Write the child's last name.")
        let preferred = reader.text(preferredName)
        let born = reader.date(birthDate, missing: "Write the child's birth date.")
        if let born, born > today { reader.problems.add(birthDate.name, "The birth date should not be in the future.") }
        if let born, born.wholeMonths(until: today) > 22 * 12 {
            reader.problems.add(birthDate.name, "Tandem is for children up to 21 years. Is the year right?")
        }
        let language = reader.text(language)
        guard reader.problems.isEmpty, let born else { return nil }
        return NewChild(
            givenName: given,
            familyName: family,
            preferredName: preferred,
            birthDate: born,
            language: language.isEmpty ? "English" : language,
            needsInterpreter: reader.form["interpreter"] == "1",
            home: nil
        )
    }

    /// A form filled with what is known of a child.
    static func filled(_ child: Child, version: Int) -> FormBody {
        var fields: [(name: String, value: String)] = [
            ("given_name", child.givenName), ("family_name", child.familyName),
            ("preferred_name", child.preferredName ?? ""), ("birth_date_month", "\(child.birthDate.month)"),
            ("birth_date_day", "\(child.birthDate.day)"), ("birth_date_year", "\(child.birthDate.year)"),
            ("language", child.language), ("what_matters", child.whatMatters), ("version", "\(version)"),
        ]
        if child.needsInterpreter { fields.append(("interpreter", "1")) }
        return FormBody(fields: fields)
    }
}

/// The fields that say how a home is reached.
enum HomeForm {
    static let contact = Field(
        name: "contact",
        label: "Parent or guardian",
        hint: "Whom to ask for, like: Ana Garcia (mother)",
        isOptional: true,
        most: 120,
        isName: true
    )
    static let phone = Field(
        name: "phone",
        label: "Phone",
        kind: .phone,
        isOptional: true,
        most: 40
    )
    static let email = Field(
        name: "email",
        label: "Email",
        kind: .email,
        isOptional: true,
        most: 254
    )
    static let address = Field(name: "address", label: "Address", kind: .text, isOptional: true, most: 400)
    static let name = Field(
        name: "home_name",
        label: "What do you call this home?",
        hint: "For example: Mom's home",
        isOptional: true,
        most: 80
    )
    static let all = [name, contact, phone, email, address]

    static func read(_ reader: inout FormReader) -> HomeDetails {
        let name = reader.text(name)
        let details = HomeDetails(
            name: name.isEmpty ? "Home" : name,
            contact: reader.text(contact),
            phone: reader.text(phone),
            email: reader.text(email),
            address: reader.text(address)
        )
        if !details.email.isEmpty, !details.email.contains("@") {
            reader.problems.add(email.name, "Write an email address, like ana@example.org.")
        }
        return details
    }

    static func filled(_ household: Household, version: Int) -> FormBody {
        FormBody(fields: [
            ("home_name", household.name), ("contact", household.contact), ("phone", household.phone),
            ("email", household.email), ("address", household.address), ("version", "\(version)"),
        ])
    }
}

extension [Field] {
    func values(_ typed: FormBody, _ problems: Problems) -> [Page.Values] { map { $0.values(typed, problems) } }
}
