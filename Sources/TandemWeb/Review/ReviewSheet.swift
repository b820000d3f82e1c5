import TandemCatalog
import TandemGuide

/// One printable sheet with every entry of the catalog, for a clinician to correct and sign.
extension Site {
    package func reviewSheet() -> String {
        let parts: [Page.Values] = [
            part("Activities", catalog.activities, \.provenance, activityFacts),
            part("Skills", catalog.skills, \.provenance, skillFacts),
            part("Conditions", catalog.conditions, \.provenance, conditionFacts),
            part("Milestones", catalog.milestones, \.provenance, milestoneFacts),
            part("Red flags", catalog.redFlags, \.provenance, redFlagFacts),
            part("Somebody else", catalog.elsewhere, \.provenance, elsewhereFacts),
        ]
        let count =
            catalog.activities.count + catalog.skills.count + catalog.conditions.count + catalog.milestones.count
            + catalog.redFlags.count + catalog.elsewhere.count
        let date = today()
        let values: Page.Values = ["parts": parts, "count": count, "date": "\(date.year)-\(date.month)-\(date.day)"]
        return templates.html(Page(template: "review", title: "Review", section: nil, values: values), year: date.year)
    }

    /// An entry for the sheet: its id, its name and what is to be checked.
    private struct Sheet {
        let id: String
        let name: String
        let facts: [(String, String)]
    }

    private func part<Entry>(
        _ name: String,
        _ entries: [Entry],
        _ provenance: (Entry) -> Provenance,
        _ sheet: (Entry) -> Sheet
    ) -> Page.Values {
        let values = entries.map { entry -> Page.Values in
            let sheet = sheet(entry)
            let place = provenance(entry)
            return [
                "id": sheet.id,
                "name": sheet.name,
                "facts": sheet.facts.filter { !$0.1.isEmpty }.map { ["name": $0.0, "value": $0.1] } as [Page.Values],
                "source": place.sources.isEmpty ? "unsourced" : place.sources.joined(separator: ", "),
                "file": "Catalog/" + place.file,
                "line": place.line,
            ]
        }
        return ["name": "\(name) (\(entries.count))", "entries": values]
    }

    private func activityFacts(_ entry: Activity) -> Sheet {
        let steps = entry.steps.map { "\($0.text) [\($0.skills.map(\.text).joined(separator: ", "))]" }.joined(
            separator: "; "
        )
        return Sheet(
            id: entry.id.text,
            name: entry.name,
            facts: [
                ("Leads", Mark.letter(entry.lead)), ("ICF", entry.icf.joined(separator: ", ")),
                ("Ages", AgeText.text(entry.ages) + " (" + entry.agesSource.joined(separator: ", ") + ")"),
                ("Steps", steps),
                ("Families say", phrases(entry.phrasings)),
            ]
        )
    }

    private func skillFacts(_ entry: Skill) -> Sheet {
        let home = entry.home.map { "\($0.name) (\($0.minutes) min): \($0.how) Safety: \($0.safety)" }.joined(
            separator: " "
        )
        return Sheet(
            id: entry.id.text,
            name: entry.name,
            facts: [
                ("Leads", Mark.letter(entry.lead)), ("ICF", entry.icf.joined(separator: ", ")),
                ("Means", entry.meaning),
                ("PT", entry.approach[.physical] ?? ""), ("OT", entry.approach[.occupational] ?? ""), ("At home", home),
                ("Stop", entry.stop), ("Families say", phrases(entry.phrasings)),
            ]
        )
    }

    private func conditionFacts(_ entry: Condition) -> Sheet {
        Sheet(
            id: entry.id.text,
            name: entry.name,
            facts: [
                ("Kind", entry.kind.rawValue), ("Leads", Mark.letter(entry.lead)), ("Means", entry.meaning),
                ("PT", entry.approach[.physical] ?? ""), ("OT", entry.approach[.occupational] ?? ""),
                ("Know", entry.know),
                ("Skills", entry.skills.map(\.text).joined(separator: ", ")),
                ("Families say", phrases(entry.phrasings)),
            ]
        )
    }

    private func milestoneFacts(_ entry: Milestone) -> Sheet {
        func threshold(_ threshold: Milestone.Threshold) -> String { "\(threshold.months) months (\(threshold.basis))" }
        return Sheet(
            id: entry.id.text,
            name: entry.does,
            facts: [
                ("Question", entry.question), ("Typical until", threshold(entry.typicalUntil)),
                ("Watch", threshold(entry.watch)),
                ("Refer", threshold(entry.refer)),
                ("Turned around", entry.isReversed ? "yes: doing it is the sign" : ""),
                ("Families say", phrases(entry.phrasings)),
            ]
        )
    }

    private func redFlagFacts(_ entry: RedFlag) -> Sheet {
        let triggers = entry.triggers.map { trigger in
            let combinations = trigger.combinations.map { $0.map(\.text).joined(separator: " + ") }.joined(
                separator: "; "
            )
            return
                "\(trigger.urgency.rawValue): \(trigger.signs.map(\.text).joined(separator: "; ")) | together: \(combinations)"
        }
        return Sheet(
            id: entry.id.text,
            name: entry.name,
            facts: [
                ("Urgency", entry.urgency.rawValue), ("Ages", entry.ages.map { AgeText.text($0) } ?? "any"),
                ("What", entry.what),
                ("Do", entry.action), ("Question", entry.question), ("Fires on", triggers.joined(separator: " || ")),
                ("Taken back by", phrases(entry.exceptions)),
            ]
        )
    }

    private func elsewhereFacts(_ entry: Elsewhere) -> Sheet {
        Sheet(
            id: entry.id.text,
            name: entry.name,
            facts: [
                ("Who", entry.who), ("Means", entry.meaning), ("Do", entry.action),
                ("Families say", phrases(entry.phrasings)),
            ]
        )
    }

    private func phrases(_ phrasings: [Phrasing]) -> String { phrasings.map(\.text).joined(separator: "; ") }
}
