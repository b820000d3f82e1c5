import TandemCare
import TandemCatalog

extension NoteForm {
    /// What was typed as a note's content; what cannot be read at all lands in the reader's problems, the rest is for the rules.
    func read(_ reader: inout FormReader, effects: Effects) -> VisitNote.Content {
        let form = reader.form
        var content = VisitNote.Content(
            on: reader.date(Self.on, missing: "Choose the day of the visit.") ?? effects.today()
        )
        content.start = time(Self.start, &reader)
        content.stop = time(Self.stop, &reader)
        content.said = (form["said"] ?? "").unixLines
        content.handoff = Handoff(
            did: (form["handoff_did"] ?? "").trimmed,
            worksBest: (form["handoff_works_best"] ?? "").trimmed,
            nextAsks: (form["handoff_next_asks"] ?? "").trimmed
        )
        content.entries = entries(form)
        content.services = services(&reader, length: content.length, effects)
        content.coTreatment = together(&reader)
        return content
    }

    private func time(_ field: Field, _ reader: inout FormReader) -> TimeOfDay? {
        let text = (reader.form[field.name] ?? "").trimmed
        if text.isEmpty { return nil }
        // Browsers without a field for times send what was typed.
        let padded = text.count == 4 && text.dropFirst().first == ":" ? "0" + text : text
        guard let time = TimeOfDay(String(padded.prefix(5))) else {
            reader.problems.add(field.name, "Write a time from 0:00 to 23:59, like 14:05.")
            return nil
        }
        return time
    }

    private func entries(_ form: FormBody) -> [VisitEntry] {
        var entries: [VisitEntry] = []
        for index in 0..<Self.mostEntries {
            guard let goal = form["goal_\(index)"] else { break }
            entries.append(
                VisitEntry(
                    goal: ID<Goal>(goal),
                    skill: form["skill_\(index)"].flatMap { Slug<Skill>.isWellFormed($0) ? Slug($0) : nil },
                    planned: String((form["planned_\(index)"] ?? "").unixLines.prefix(TextLimit.note)),
                    did: (form["did_\(index)"] ?? "").unixLines,
                    outcome: form["outcome_\(index)"].flatMap { VisitEntry.Outcome(rawValue: $0) },
                    help: form["help_\(index)"].flatMap { Int($0) }.flatMap { HelpLevel(rawValue: $0) },
                    next: (form["next_\(index)"] ?? "").unixLines
                )
            )
        }
        return entries
    }

    private static let mostEntries = 250

    /// Lines with something in them. Where one line has no minutes and start and end are known, it has those that are left.
    private func services(_ reader: inout FormReader, length: Int?, _ effects: Effects) -> [VisitService] {
        let form = reader.form
        var services: [VisitService] = []
        var open: [Int] = []
        for index in 0..<Self.services {
            let what = (form["service_what_\(index)"] ?? "").trimmed
            let typed = (form["service_minutes_\(index)"] ?? "").trimmed
            guard !what.isEmpty || !typed.isEmpty else { continue }
            if what.count > TextLimit.line {
                reader.problems.add(
                    "service_what_\(index)",
                    "Write it a little shorter: \(TextLimit.line) characters at most."
                )
            }
            let minutes = Int(typed)
            if !typed.isEmpty, minutes == nil {
                reader.problems.add("service_minutes_\(index)", "Write whole minutes, like 40.")
            }
            if typed.isEmpty { open.append(services.count) }
            services.append(
                VisitService(
                    id: form["service_id_\(index)"].flatMap { ID<VisitService>($0) } ?? effects.id(),
                    discipline: note.discipline,
                    what: what,
                    minutes: minutes ?? 0,
                    isTimed: form["service_timed_\(index)"] != nil
                )
            )
        }
        if open.count == 1, let index = open.first, let length {
            services[index].minutes = max(0, length - services.reduce(0) { $0 + $1.minutes })
        }
        return services
    }

    private func together(_ reader: inout FormReader) -> CoTreatment? {
        let form = reader.form
        guard form["together"] != nil else { return nil }
        func side(_ discipline: Discipline) -> CoTreatment.Side {
            let name = "together_\(discipline.rawValue)_minutes"
            let typed = (form[name] ?? "").trimmed
            if !typed.isEmpty, Int(typed) == nil { reader.problems.add(name, "Write whole minutes, like 20.") }
            return CoTreatment.Side(
                goals: form.all("together_\(discipline.rawValue)_goal").compactMap { ID<Goal>($0) },
                minutes: Int(typed) ?? 0
            )
        }
        return CoTreatment(
            partner: (form["partner"] ?? "").trimmed,
            reason: (form["together_reason"] ?? "").unixLines,
            physical: side(.physical),
            occupational: side(.occupational)
        )
    }

    /// The field of the form that a remark stands beside.
    static func field(_ place: String) -> String {
        let words = place.split(separator: " ").map(String.init)
        let number = words.last.flatMap { Int($0) }
        switch words.first {
        case "entries": return "did_0"
        case "did", "next": return number.map { "\(words[0])_\($0 - 1)" } ?? words[0]
        case "service": return "service_minutes_\((number ?? 1) - 1)"
        case "services": return "service_minutes_0"
        case "co-treatment": return "together_reason"
        case "PT", "OT": return "together_\(words[0])_\(words.last == "goals" ? "goal" : "minutes")"
        default: return place.replacing(" ", with: "_")
        }
    }
}

extension String {
    /// Without spaces around it, and with the line ends that are kept.
    var unixLines: String { replacing("\r\n", with: "\n").trimmed }
}
