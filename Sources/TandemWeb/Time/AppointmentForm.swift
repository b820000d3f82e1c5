import TandemCare
import TandemCatalog
import TandemStore

/// Visits as a form: who, when, how long, where, how often.
struct AppointmentForm: Sendable {
    /// Those who treat children in the practice.
    let therapists: [Person]

    static let first = Field(name: "first", label: "Day", kind: .date)
    static let at = Field(
        name: "at",
        label: "Begins at",
        kind: .line(type: "time", autocomplete: "off", width: "w-10"),
        most: 20
    )
    static let minutes = Field(
        name: "minutes",
        label: "Takes",
        kind: .select([15, 20, 30, 40, 45, 50, 60, 75, 90, 120].map { .init(value: "\($0)", text: "\($0) minutes") })
    )
    static let place = Field(
        name: "place",
        label: "Where",
        kind: .radios(Appointment.Place.allCases.map { .init(value: $0.rawValue, text: $0.text) })
    )
    static let whereabouts = Field(
        name: "where",
        label: "Room or place",
        hint: "For example: room 2, Lincoln School gym.",
        isOptional: true,
        most: TextLimit.line
    )
    static let every = Field(
        name: "every",
        label: "How often",
        kind: .select(
            [.init(value: "0", text: "Once"), .init(value: "1", text: "Every week")]
                + (2...4).map { .init(value: "\($0)", text: "Every \($0) weeks") }
        )
    )
    static let weekdays = Field(
        name: "weekdays",
        label: "On these days too",
        kind: .checks((0...6).map { .init(value: "\($0)", text: TimeText.weekday($0)) }),
        isOptional: true
    )
    static let count = Field(
        name: "count",
        label: "How many visits",
        kind: .line(type: "text", autocomplete: "off", width: "w-4"),
        isOptional: true,
        most: 3
    )
    static let until = Field(
        name: "until",
        label: "Or: the last day",
        kind: .date,
        hint: "A series runs for a year at most.",
        isOptional: true
    )
    static let note = Field(
        name: "note",
        label: "Note about the visit",
        hint: "For planning only, nothing about health. The family can read it.",
        isOptional: true,
        most: TextLimit.line
    )

    var therapistField: Field {
        Field(
            name: "therapists",
            label: "Therapist",
            kind: .checks(
                therapists.map { person in
                    .init(
                        value: person.account.text,
                        text: person.name,
                        note: person.roles.filter(\.isClinician).map(\.rawValue).joined(separator: " + ")
                    )
                }
            ),
            hint: "Choose two where they treat together."
        )
    }

    /// One visit, without how often.
    var timeFields: [Field] { [therapistField, Self.first, Self.at, Self.minutes] }
    var placeFields: [Field] { [Self.place, Self.whereabouts, Self.note] }
    var repeatFields: [Field] { [Self.every, Self.weekdays, Self.count, Self.until] }

    static func filled(_ content: Appointment.Content, from day: CalendarDate, remaining: Int) -> FormBody {
        var fields = times(day, content.at, content.minutes, content.therapists)
        fields += [("place", content.place.rawValue), ("where", content.whereabouts), ("note", content.note)]
        if let recurrence = content.recurrence {
            fields.append(("every", "\(recurrence.everyWeeks)"))
            fields += recurrence.weekdays.sorted().map { ("weekdays", "\($0)") }
            switch recurrence.end {
            case .count: fields.append(("count", "\(remaining)"))
            case .until(let until): fields += FormBody.day("until", until)
            }
        }
        return FormBody(fields: fields)
    }

    static func times(
        _ day: CalendarDate,
        _ at: TimeOfDay,
        _ minutes: Int,
        _ therapists: [ID<Account>]
    ) -> [(String, String)] {
        FormBody.day("first", day) + [("at", at.description), ("minutes", "\(minutes)")]
            + therapists.map { ("therapists", $0.text) }
    }

    // MARK: Reading

    func read(_ reader: inout FormReader, today: CalendarDate) -> Appointment.Content? {
        guard let time = readTime(&reader) else { return nil }
        let content = Appointment.Content(
            therapists: time.therapists,
            discipline: discipline(time.therapists),
            first: time.day,
            at: time.at,
            minutes: time.minutes,
            place: reader.form["place"].flatMap(Appointment.Place.init) ?? .clinic,
            whereabouts: reader.text(Self.whereabouts),
            recurrence: recurrence(&reader),
            note: reader.text(Self.note)
        )
        reader.problems.add(content.remarks(today: today))
        return reader.problems.isEmpty ? content : nil
    }

    /// Who, when and how long: what a visit is moved to.
    func readTime(_ reader: inout FormReader) -> Appointment.Move? {
        let known = Set(therapists.map(\.account))
        let chosen = reader.form.all("therapists").compactMap { ID<Account>($0) }.filter(known.contains)
        if chosen.isEmpty { reader.problems.add("therapists", "Choose who treats the child.") }
        let day = reader.date(Self.first, missing: "Write the day of the visit.")
        let at = reader.time(Self.at, missing: "Write when the visit begins, like 15:30.")
        let minutes = reader.form["minutes"].flatMap { Int($0) }.flatMap {
            Appointment.Content.lengths.contains($0) ? $0 : nil
        }
        if minutes == nil { reader.problems.add("minutes", "Choose how long it takes.") }
        guard let day, let at, let minutes, !chosen.isEmpty else { return nil }
        var seen: Set<ID<Account>> = []
        return Appointment.Move(
            day: day,
            at: at,
            minutes: minutes,
            therapists: chosen.filter { seen.insert($0).inserted }
        )
    }

    private func recurrence(_ reader: inout FormReader) -> Recurrence? {
        let every = reader.form["every"].flatMap { Int($0) } ?? 0
        guard every > 0 else { return nil }
        let weekdays = Set(reader.form.all("weekdays").compactMap { Int($0) }.filter { (0...6).contains($0) })
        let until = reader.date(Self.until)
        let count = reader.text(Self.count)
        if let until { return Recurrence(everyWeeks: every, weekdays: weekdays, end: .until(until)) }
        guard let number = Int(count) else {
            reader.problems.add("count", "Write how many visits there are, or the last day.")
            return nil
        }
        return Recurrence(everyWeeks: every, weekdays: weekdays, end: .count(number))
    }

    private func discipline(_ chosen: [ID<Account>]) -> Discipline {
        therapists.first { $0.account == chosen.first }?.roles.compactMap(\.discipline).first ?? .physical
    }
}

extension FormReader {
    /// A time of the day; `nil` where it is empty or cannot be read.
    /// - Parameter missing: what to say where it is empty; `nil` where it may be.
    mutating func time(_ field: Field, missing: String? = nil) -> TimeOfDay? {
        let text = (form[field.name] ?? "").trimmed
        if text.isEmpty {
            problems.add(field.name, missing)
            return nil
        }
        // Browsers without a field for times send what was typed.
        let padded = text.count == 4 && text.dropFirst().first == ":" ? "0" + text : text
        guard let time = TimeOfDay(String(padded.prefix(5))) else {
            problems.add(field.name, "Write a time from 0:00 to 23:59, like 15:30.")
            return nil
        }
        return time
    }
}
