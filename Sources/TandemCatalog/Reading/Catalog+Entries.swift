/// One reader a kind of entry: from fields to a typed value.
extension Catalog {
    mutating func add(_ record: Record, folder: Substring, area: String) {
        switch folder {
        case "activities": activities.append(Self.activity(record, area))
        case "skills": skills.append(Self.skill(record, area))
        case "conditions": conditions.append(Self.condition(record, area))
        case "milestones": milestones.append(Self.milestone(record, area))
        case "red-flags": redFlags.append(Self.redFlag(record, area))
        case "elsewhere": elsewhere.append(Self.elsewhere(record, area))
        default: record.fail("no kind of entry lives in the folder '\(folder)'")
        }
        record.finish()
    }

    private static func activity(_ record: Record, _ area: String) -> Activity {
        let id = record.slug("id", as: Activity.self)
        let steps = record.records("steps").map { step in
            defer { step.finish() }
            return Activity.Step(text: step.text("do"), skills: step.skills("skills"))
        }
        if steps.isEmpty { record.fail("'\(id)' has no steps") }
        if !record.has("ages") { record.fail("'ages' is missing") }
        return Activity(
            id: id,
            name: record.text("name"),
            icf: record.texts("icf").map(\.text),
            ages: record.ages("ages") ?? AgeRange(from: 0, to: 0),
            agesSource: record.texts("ages-source").map(\.text),
            lead: record.lead("lead"),
            steps: steps,
            phrasings: record.phrasings(),
            provenance: record.provenance(area: area)
        )
    }

    private static func skill(_ record: Record, _ area: String) -> Skill {
        let home = record.records("home").map { item in
            defer { item.finish() }
            return Skill.HomeActivity(
                name: item.text("do"),
                how: item.text("how"),
                minutes: Int(item.number("minutes") ?? 0),
                safety: item.text("safety")
            )
        }
        return Skill(
            id: record.slug("id"),
            name: record.text("name"),
            icf: record.texts("icf").map(\.text),
            meaning: record.text("means"),
            lead: record.lead("lead"),
            supports: record.texts("supports").map(\.text),
            approach: record.approach(),
            home: home,
            stop: record.text("stop"),
            phrasings: record.phrasings(),
            provenance: record.provenance(area: area)
        )
    }

    private static func condition(_ record: Record, _ area: String) -> Condition {
        let kind = record.text("kind")
        if Condition.Kind(rawValue: kind) == nil {
            record.fail("'kind' is diagnosis, injury or pattern, not '\(kind)'")
        }
        return Condition(
            id: record.slug("id"),
            kind: Condition.Kind(rawValue: kind) ?? .pattern,
            name: record.text("name"),
            meaning: record.text("means"),
            lead: record.lead("lead"),
            skills: record.skills("skills"),
            approach: record.approach(),
            know: record.text("know"),
            phrasings: record.phrasings(),
            provenance: record.provenance(area: area)
        )
    }

    private static func milestone(_ record: Record, _ area: String) -> Milestone {
        func threshold(_ name: String) -> Milestone.Threshold {
            let months = record.number(name)
            if months == nil { record.fail("'\(name)' is missing") }
            let basis = name == "typical-until" ? "typical-basis" : name + "-basis"
            return Milestone.Threshold(months: months ?? 0, basis: record.text(basis))
        }
        return Milestone(
            id: record.slug("id"),
            does: record.text("does"),
            question: record.text("ask"),
            typicalUntil: threshold("typical-until"),
            watch: threshold("watch"),
            refer: threshold("refer"),
            isReversed: ["yes", "true"].contains(record.optionalText("reverse")),
            referBefore: record.number("refer-before"),
            skills: record.skills("skills"),
            phrasings: record.phrasings(),
            exceptions: record.phrasings("unless", .sign),
            provenance: record.provenance(area: area)
        )
    }

    private static func redFlag(_ record: Record, _ area: String) -> RedFlag {
        var triggers = [trigger(record)]
        if let worse = record.record("worse") {
            triggers.append(trigger(worse))
            worse.finish()
        }
        return RedFlag(
            id: record.slug("id"),
            name: record.text("name"),
            ages: record.ages("ages"),
            what: record.text("what"),
            action: record.text("do"),
            question: record.text("ask"),
            isAskedOfEverybody: record.optionalText("screen") == "everybody",
            triggers: triggers,
            exceptions: record.phrasings("unless", .sign),
            provenance: record.provenance(area: area)
        )
    }

    private static func trigger(_ record: Record) -> RedFlag.Trigger {
        let urgency = record.text("urgency")
        if Urgency(rawValue: urgency) == nil {
            record.fail("'urgency' is emergency, doctor-now or doctor-soon, not '\(urgency)'")
        }
        return RedFlag.Trigger(
            urgency: Urgency(rawValue: urgency) ?? .emergency,
            signs: record.phrasings("signs", .sign),
            combinations: record.textLists("together").map { $0.map { Slug($0.text) } }
        )
    }

    private static func elsewhere(_ record: Record, _ area: String) -> Elsewhere {
        let label = record.text("label")
        if Elsewhere.Label(rawValue: label) == nil { record.fail("'label' is SLP or other, not '\(label)'") }
        return Elsewhere(
            id: record.slug("id"),
            name: record.text("name"),
            who: record.text("who"),
            label: Elsewhere.Label(rawValue: label) ?? .other,
            meaning: record.text("means"),
            action: record.text("do"),
            phrasings: record.phrasings(),
            provenance: record.provenance(area: area)
        )
    }
}
