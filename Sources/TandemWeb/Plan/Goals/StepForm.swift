import TandemCare
import TandemCatalog
import TandemStore

/// The fields of the page of steps.
struct StepForm: Sendable {
    let catalog: Catalog
    let split: Split

    private static let skillNames = ["skill", "skill_two", "skill_three"]
    private static let text = Field(
        name: "text",
        label: "What the child does in this step",
        hint: "For example \"Hang up the coat\"",
        most: TextLimit.line
    )
    private static let own = Field(
        name: "own",
        label: "A skill in your own words",
        isOptional: true,
        most: TextLimit.line
    )
    static let reason = Field(name: "reason", label: "Why", most: TextLimit.note)

    static let leads = Lead.allCases.map { Field.Option(value: $0.rawValue, text: $0.words) }

    /// A step as it was typed.
    struct Typed: Sendable {
        let text: String
        let skills: [AddedSkill]
        let after: Int?
    }

    var fields: [Field] {
        let skills =
            [Field.Option(value: "", text: "None")]
            + catalog.skills.sorted { $0.name < $1.name }.map {
                Field.Option(value: $0.id.text, text: "\($0.name) (\(Lead(catalog: $0.lead).words))")
            }
        let labels = ["Skill it asks for", "Second skill", "Third skill"]
        let places =
            [Field.Option(value: "", text: "At the end")]
            + split.standingSteps.map { Field.Option(value: "\($0.number)", text: "After: \($0.text)") }
        return [Self.text]
            + zip(Self.skillNames, labels).map { name, label in
                Field(name: name, label: label, kind: .select(skills), isOptional: name != "skill")
            } + [
                Self.own,
                Field(
                    name: "own_lead",
                    label: "Who leads the skill in your own words",
                    kind: .radios(Self.leads),
                    isOptional: true
                ), Field(name: "after", label: "Where", kind: .select(places)),
            ]
    }

    var dropFields: [Field] {
        let steps = split.standingSteps.map { Field.Option(value: "\($0.number)", text: $0.text) }
        return [Field(name: "step", label: "Step to take out", kind: .select(steps)), Self.reason]
    }

    func activityField(ageMonths: Double) -> Field {
        let options = catalog.goalActivities(ageMonths: ageMonths).map {
            Field.Option(value: $0.id.text, text: $0.name)
        }
        return Field(name: "activity", label: "Activity", kind: .select(options))
    }

    static func read(_ reader: inout FormReader, _ catalog: Catalog) -> Typed? {
        let text = reader.text(text, missing: "Say what the child does in this step.")
        var skills: [AddedSkill] = skillNames.compactMap { name in
            reader.form[name].map { Slug<Skill>($0) }.flatMap { catalog.skill($0) }.map { .known($0.id) }
        }
        let own = reader.text(own)
        if !own.isEmpty {
            if let lead = reader.form["own_lead"].flatMap(Lead.init(rawValue:)) {
                skills.append(.own(name: own, lead: lead))
            } else {
                reader.problems.add("own_lead", "Say who leads the skill in your own words.")
            }
        }
        if skills.isEmpty { reader.problems.add("skill", "Choose at least one skill, or write one in your own words.") }
        guard reader.problems.isEmpty else { return nil }
        return Typed(text: text, skills: skills, after: reader.form["after"].flatMap { Int($0) })
    }

    // MARK: What stands

    var standing: [Page.Values] {
        split.standingSteps.map { step in
            ["step": step.text, "skills": split.parts(of: step).map { Self.values($0) }]
        }
    }

    private static func values(_ part: Split.Part) -> Page.Values {
        Mark.values(part.lead.disciplines).merging(["skill": part.name]) { $1 }
    }

    func dropped(_ plan: ChildPlan) -> [Page.Values] {
        split.steps.compactMap { step in
            step.dropped.map {
                ["step": step.text, "number": step.number, "reason": $0.reason, "who": plan.name($0.stamp.by)]
            }
        }
    }
}
