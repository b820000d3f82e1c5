import TandemCare
import TandemCatalog
import TandemStore

extension NoteForm {
    /// For `note-edit.mustache`.
    func values(_ typed: FormBody, _ problems: Problems, units: TimedUnits, effects: Effects) -> Page.Values {
        var values = Mark.values([note.discipline])
        values["version"] = typed["version"] ?? ""
        values["when_fields"] = [Self.on, Self.start, Self.stop].values(typed, problems)
        values["said_open"] = typed["said"]?.isEmpty == false || problems[Self.said.name] != nil
        values["said_field"] = [Self.said].values(typed, problems)
        values["handoff_fields"] = Self.handoffFields.values(typed, problems)
        values["sign_field"] = [Self.signAs].values(typed, problems)
        values["goals"] = goals(typed, problems)
        values["has_no_part"] = typed.fields.allSatisfy { !$0.name.hasPrefix("goal_") || $0.value.isEmpty }
        values["services"] = (0..<Self.services).map { service($0, typed, problems, effects) }
        values["other"] = note.discipline.other.name
        addTogether(&values, typed, problems)
        var reader = FormReader(typed)
        let minutes = read(&reader, effects: effects).withMinutesLeft.timedMinutes(note.discipline)
        if !minutes.isEmpty { values["units"] = Self.words(units, minutes) }
        return values
    }

    /// Units as information.
    static func words(_ units: TimedUnits, _ minutes: [Int]) -> String {
        let count = units.units(minutes)
        return
            "\(minutes.reduce(0, +)) timed minutes are \(count) \(count == 1 ? "unit" : "units") by the \(units.rawValue)."
    }

    // MARK: Entries

    private func goals(_ typed: FormBody, _ problems: Problems) -> [Page.Values] {
        var groups: [(goal: String, entries: [Page.Values], isOpen: Bool)] = []
        for index in 0..<typed.fields.count {
            guard let goal = typed["goal_\(index)"] else { break }
            if groups.last?.goal != goal { groups.append((goal, [], groups.count < 2)) }
            let entry = entry(index, typed, problems)
            groups[groups.count - 1].entries.append(entry)
            let isWritten = ["did", "outcome", "help", "next"].contains { typed["\($0)_\(index)"]?.isEmpty == false }
            if isWritten || entry["error_did"] != nil || entry["error_next"] != nil {
                groups[groups.count - 1].isOpen = true
            }
        }
        return groups.map { group in
            let title = ID<Goal>(group.goal).flatMap { plan.goal($0)?.value.title } ?? "Besides the goals"
            return ["title": title, "entries": group.entries, "is_open": group.isOpen]
        }
    }

    private func entry(_ index: Int, _ typed: FormBody, _ problems: Problems) -> Page.Values {
        let goal = typed["goal_\(index)"] ?? ""
        let skill = typed["skill_\(index)"] ?? ""
        let part = ID<Goal>(goal).flatMap { plan.goal($0)?.value.split.part(Slug(skill)) }
        let outcome = typed["outcome_\(index)"] ?? ""
        let help = typed["help_\(index)"] ?? ""
        var values = Mark.values(part?.lead.disciplines ?? [note.discipline])
        values["index"] = index
        values["goal"] = goal
        values["skill_id"] = skill
        values["skill"] = part?.name ?? (goal.isEmpty ? "The visit as a whole" : "Whole goal")
        let planned = typed["planned_\(index)"] ?? ""
        values["planned"] = planned
        if !planned.isEmpty { values["planned_words"] = planned }
        values["did"] = typed["did_\(index)"] ?? ""
        values["next"] = typed["next_\(index)"] ?? ""
        values["error_did"] = problems["did_\(index)"]
        values["error_next"] = problems["next_\(index)"]
        values["outcomes"] = VisitEntry.Outcome.allCases.map { value in
            [
                "value": value.rawValue, "text": value.rawValue.capitalizedFirst,
                "is_chosen": value.rawValue == outcome,
                "id": "outcome_\(index)_\(value.rawValue.replacing(" ", with: "_"))",
            ] as Page.Values
        }
        values["helps"] = HelpLevel.allCases.map { value in
            ["value": "\(value.rawValue)", "text": value.short, "is_chosen": "\(value.rawValue)" == help] as Page.Values
        }
        return values
    }

    // MARK: Minutes, treating together

    private func service(_ index: Int, _ typed: FormBody, _ problems: Problems, _ effects: Effects) -> Page.Values {
        let isNew = typed["service_id_\(index)"] == nil && typed["service_what_\(index)"] == nil
        let usual = note.discipline == .physical ? "Therapeutic activities" : "Self-care training"
        var values: Page.Values = [
            "index": index, "number": index + 1,
            "id": typed["service_id_\(index)"] ?? effects.id(VisitService.self).text,
            "what": typed["service_what_\(index)"] ?? (isNew && index == 0 ? usual : ""),
            "minutes": typed["service_minutes_\(index)"] ?? "",
            "is_timed": isNew || typed["service_timed_\(index)"] != nil,
        ]
        values["error_what"] = problems["service_what_\(index)"]
        values["error_minutes"] = problems["service_minutes_\(index)"]
        return values
    }

    private func addTogether(_ values: inout Page.Values, _ typed: FormBody, _ problems: Problems) {
        let proposals = plan.goals.filter { $0.value.status == .active }
            .flatMap { $0.value.split.coTreatmentProposals(areInOnePractice: plan.team.isInOnePractice) }
        values["is_together"] = typed["together"] != nil
        values["error_together"] = problems["together"]
        let isWrong = problems.list.contains { $0.field.hasPrefix("together") || $0.field == "partner" }
        values["together_open"] = typed["together"] != nil || isWrong
        values["together_why"] = proposals.prefix(2).map { ["text": $0.reason] as Page.Values }
        let reason = Field(
            name: "together_reason",
            label: "How the child gains from both at once",
            kind: .text,
            most: TextLimit.note
        )
        var offered = typed
        // Where only one can be meant, they are chosen already.
        if typed[Self.with] == nil, partners.count == 1, let only = partners.first {
            offered = FormBody(fields: typed.fields + [(Self.with, only.value)])
        }
        values["together_fields"] =
            (partnerFields + [reason]).values(offered, problems)
            + Discipline.allCases.flatMap { discipline in
                [
                    Field(
                        name: "together_\(discipline.rawValue)_goal",
                        label: "Goals of \(discipline.name)",
                        kind: .checks(
                            plan.goals.filter { $0.value.status == .active }
                                .map { Field.Option(value: $0.value.id.text, text: $0.value.title) }
                        )
                    ),
                    Field(
                        name: "together_\(discipline.rawValue)_minutes",
                        label: "Minutes of \(discipline.name)",
                        kind: .line(type: "text", autocomplete: "off", width: "w-4"),
                        most: 4
                    ),
                ].values(typed, problems)
            }
    }
}
