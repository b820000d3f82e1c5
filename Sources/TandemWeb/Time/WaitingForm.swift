import TandemCare
import TandemCatalog

/// A place on the waiting list as a form.
enum WaitingForm {
    static let name = Field(name: "name", label: "Name", hint: "Whom to ask for.", most: TextLimit.line, isName: true)
    static let reach = Field(
        name: "reach",
        label: "How to reach them",
        hint: "Phone or email.",
        most: TextLimit.line
    )
    static let discipline = Field(
        name: "discipline",
        label: "Waits for",
        kind: .radios(Discipline.allCases.map { .init(value: $0.rawValue, text: "\($0.name) (\($0.rawValue))") })
    )
    static let weekdays = Field(
        name: "weekdays",
        label: "Days that suit",
        kind: .checks((0...6).map { .init(value: "\($0)", text: TimeText.weekday($0)) }),
        hint: "None chosen: any day.",
        isOptional: true
    )
    static let from = Field(
        name: "from",
        label: "Not before",
        kind: .line(type: "time", autocomplete: "off", width: "w-10"),
        isOptional: true,
        most: 20
    )
    static let to = Field(
        name: "to",
        label: "Over by",
        kind: .line(type: "time", autocomplete: "off", width: "w-10"),
        isOptional: true,
        most: 20
    )
    static let minutes = AppointmentForm.minutes
    static let shortNotice = Field(
        name: "short",
        label: "Short notice",
        kind: .checks([
            .init(value: "yes", text: "May be asked a day before, or on the day", note: "When a time comes free.")
        ]),
        isOptional: true
    )
    static let note = Field(
        name: "note",
        label: "Note",
        hint: "For planning only, nothing about health.",
        isOptional: true,
        most: TextLimit.line
    )

    static func fields(named: Bool) -> [Field] {
        (named ? [name, reach] : []) + [discipline, minutes, weekdays, from, to, shortNotice, note]
    }

    static func filled(_ content: WaitingEntry.Content, version: Int) -> FormBody {
        var fields: [(String, String)] = [
            ("version", "\(version)"), ("name", content.name), ("reach", content.reach),
            ("discipline", content.discipline.rawValue), ("minutes", "\(content.minutes)"),
            ("from", content.wishes.from?.description ?? ""), ("to", content.wishes.to?.description ?? ""),
            ("note", content.note),
        ]
        fields += content.wishes.weekdays.sorted().map { ("weekdays", "\($0)") }
        if content.shortNotice { fields.append(("short", "yes")) }
        return FormBody(fields: fields)
    }

    static func read(_ reader: inout FormReader, named: Bool) -> WaitingEntry.Content? {
        let discipline = reader.form["discipline"].flatMap { Discipline(rawValue: $0) }
        if discipline == nil { reader.problems.add("discipline", "Choose what the child waits for.") }
        let from = reader.time(from)
        let to = reader.time(to)
        let content = WaitingEntry.Content(
            name: named ? reader.text(name) : "",
            reach: named ? reader.text(reach) : "",
            discipline: discipline ?? .physical,
            wishes: .init(
                weekdays: Set(reader.form.all("weekdays").compactMap { Int($0) }.filter { (0...6).contains($0) }),
                from: from,
                to: to
            ),
            minutes: reader.form["minutes"].flatMap { Int($0) } ?? 0,
            shortNotice: reader.form["short"] == "yes",
            note: reader.text(note)
        )
        return discipline == nil ? nil : content
    }
}

extension WaitingEntry.Wishes {
    /// "Tue, Thu after 3:00 pm".
    var text: String {
        let days = weekdays.sorted().map { String(TimeText.weekday($0).prefix(3)) }.joined(separator: ", ")
        var parts = [days.isEmpty ? "any day" : days]
        if let from { parts.append("from \(TimeText.time(from))") }
        if let to { parts.append("until \(TimeText.time(to))") }
        return parts.joined(separator: " ")
    }
}
