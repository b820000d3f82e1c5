import TandemCatalog

/// One field of a form, as `field.mustache` draws it: label, hint, what is wrong with it, what was typed.
struct Field: Sendable {
    enum Kind: Sendable {
        /// One line. `type` is HTML's: text, email, tel, password.
        case line(type: String, autocomplete: String, width: String?)
        /// Several lines.
        case text
        /// Month, day, year: three lines named `<name>_month` ...
        case date
        /// One of several.
        case radios([Option])
        /// Any of several.
        case checks([Option])
        /// One of many.
        case select([Option])

        /// Of somebody else than who fills it in: a browser must not offer the reader's own.
        static let phone = Self.line(type: "tel", autocomplete: "off", width: "w-10")
        static let email = Self.line(type: "email", autocomplete: "off", width: nil)
    }

    struct Option: Sendable {
        let value: String
        let text: String
        var note: String?

        static let therapies = Discipline.allCases.map {
            Option(value: $0.rawValue, text: "\($0.name.capitalizedFirst) (\($0.rawValue))")
        }
    }

    let name: String
    let label: String
    var kind = Kind.line(type: "text", autocomplete: "off", width: nil)
    var hint: String?
    var isOptional = false
    /// Longest text that is kept, in characters.
    var most = 200
    /// A person's name: no spelling marks under it.
    var isName = false

    /// - Parameter typed: what the form holds for a name, in order.
    func values(_ typed: FormBody, _ problems: Problems) -> Page.Values {
        let error = problems[name]
        var values: Page.Values = [
            "id": name, "name": name, "label": label, "is_optional": isOptional, "most": most, "is_name": isName,
            "is_line": false, "is_text": false, "is_date": false, "is_choice": false, "is_select": false,
            "value": typed[name] ?? "",
        ]
        values["hint"] = hint
        values["error"] = error
        let described = [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }].compactMap(\.self)
        if !described.isEmpty { values["described"] = described.joined(separator: " ") }
        switch kind {
        case .line(let type, let autocomplete, let width):
            values["is_line"] = true
            values["type"] = type
            values["autocomplete"] = autocomplete
            values["width"] = width
        case .text: values["is_text"] = true
        case .date:
            values["is_date"] = true
            values["month"] = typed["\(name)_month"] ?? ""
            values["day"] = typed["\(name)_day"] ?? ""
            values["year_value"] = typed["\(name)_year"] ?? ""
        case .radios(let options):
            values["is_choice"] = true
            values["options"] = drawn(options, typed, kind: "radio")
        case .checks(let options):
            values["is_choice"] = true
            values["options"] = drawn(options, typed, kind: "checkbox")
        case .select(let options):
            values["is_select"] = true
            values["options"] = drawn(options, typed, kind: "option")
        }
        return values
    }

    /// The first option carries the field's id, so that a link from the summary of problems leads to it.
    private func drawn(_ options: [Option], _ typed: FormBody, kind: String) -> [Page.Values] {
        let chosen = Set(typed.all(name))
        return options.enumerated().map { index, option in
            var values: Page.Values = [
                "kind": kind, "option": option.value, "text": option.text,
                "option_id": index == 0 ? name : "\(name)-\(index + 1)", "is_chosen": chosen.contains(option.value),
            ]
            values["note"] = option.note
            return values
        }
    }
}

/// What is wrong with a form: for each field what to do about it, in the order of the page.
struct Problems: Sendable {
    private(set) var list: [(field: String, message: String)] = []

    var isEmpty: Bool { list.isEmpty }

    mutating func add(_ field: String, _ message: String) {
        if self[field] == nil { list.append((field, message)) }
    }

    subscript(field: String) -> String? { list.first { $0.field == field }?.message }

    /// For `errors.mustache`.
    var values: [Page.Values] { list.map { ["field": $0.field, "message": $0.message] } }
}
