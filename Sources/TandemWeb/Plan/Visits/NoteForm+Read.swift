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
        content.services = services(&reader, effects)
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

    /// The lines of the form that hold a service.
    private func lines(_ form: FormBody) -> [Int] {
        (0..<Self.services).filter { index in
            ["what", "minutes"].contains { form["service_\($0)_\(index)"]?.trimmed.isEmpty == false }
        }
    }

    private func services(_ reader: inout FormReader, _ effects: Effects) -> [VisitService] {
        let form = reader.form
        return lines(form).enumerated().map { place, index in
            let what = (form["service_what_\(index)"] ?? "").trimmed
            if what.count > TextLimit.line {
                reader.problems.add(
                    "service_what_\(index)",
                    "Write it a little shorter: \(TextLimit.line) characters at most."
                )
            }
            let saved = note.content.services.indices.contains(place) ? note.content.services[place].id : nil
            return VisitService(
                id: form["service_id_\(index)"].flatMap { ID<VisitService>($0) } ?? saved ?? effects.id(),
                discipline: note.discipline,
                what: what,
                minutes: minutes("service_minutes_\(index)", &reader),
                isTimed: form["service_timed_\(index)"] != nil
            )
        }
    }

    /// `nil` where nothing was written.
    private func minutes(_ name: String, _ reader: inout FormReader) -> Int? {
        let typed = (reader.form[name] ?? "").trimmed
        if typed.isEmpty { return nil }
        guard let minutes = Int(typed), (0...600).contains(minutes) else {
            reader.problems.add(name, "Write whole minutes from 0 to 600, like 40.")
            return nil
        }
        return minutes
    }

    private func together(_ reader: inout FormReader) -> CoTreatment? {
        let form = reader.form
        guard form["together"] != nil else { return nil }
        let chosen = form[Self.with] ?? ""
        let partner = partners.first { $0.value == chosen }
        if partner == nil, !chosen.isEmpty, chosen != Self.somebodyElse {
            reader.problems.add(Self.with, "Choose the therapist from the list, or somebody else.")
        }
        func side(_ discipline: Discipline) -> CoTreatment.Side {
            CoTreatment.Side(
                goals: form.all("together_\(discipline.rawValue)_goal").compactMap { ID<Goal>($0) },
                minutes: minutes("together_\(discipline.rawValue)_minutes", &reader)
            )
        }
        return CoTreatment(
            partner: partner?.name ?? (form["partner"] ?? "").trimmed,
            therapist: partner?.therapist,
            practice: partner?.practice,
            reason: (form["together_reason"] ?? "").unixLines,
            physical: side(.physical),
            occupational: side(.occupational)
        )
    }

    /// What was typed of treating together while the box for it is not ticked: it would be lost.
    func forgottenBox(_ form: FormBody) -> Bool {
        let names = ["partner", "together_reason"] + Discipline.allCases.map { "together_\($0.rawValue)_minutes" }
        return form["together"] == nil && names.contains { form[$0]?.trimmed.isEmpty == false }
    }

    /// The field of the form that a remark stands beside.
    func field(_ place: String, in form: FormBody) -> String {
        let words = place.split(separator: " ").map(String.init)
        let number = words.last.flatMap { Int($0) }
        let lines = lines(form)
        switch words.first {
        case "entries": return "did_0"
        case "did", "next": return number.map { "\(words[0])_\($0 - 1)" } ?? words[0]
        case "service":
            let line = number.flatMap { lines.indices.contains($0 - 1) ? lines[$0 - 1] : nil }
            return "service_minutes_\(line ?? 0)"
        case "services": return "service_minutes_\(lines.first ?? 0)"
        case "partner": return partners.isEmpty || form[Self.with] == Self.somebodyElse ? "partner" : Self.with
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
