import TandemCatalog

/// The library: what children do, and the skills it takes.
extension Site {
    var activitiesPage: Page {
        let areas: [Page.Values] = Shelf.areas(of: catalog.activities, area: \.provenance.area).map {
            area,
            activities in
            let items: [Page.Values] = activities.map {
                ["name": $0.name, "href": Address.activity($0.id).path, "ages": AgeText.text($0.ages)]
            }
            return ["name": area, "id": Shelf.anchor(area), "items": items]
        }
        return Page(
            template: "activities",
            title: "What children do",
            section: .activities,
            values: ["areas": areas, "q": ""]
        )
    }

    var skillsPage: Page {
        let areas: [Page.Values] = Shelf.areas(of: catalog.skills, area: \.provenance.area).map { area, skills in
            ["name": area, "id": Shelf.anchor(area), "items": skills.map(Mark.skill)]
        }
        return Page(template: "skills", title: "Skills", section: .activities, values: ["areas": areas, "q": ""])
    }

    func page(of activity: Activity) -> Page {
        let steps: [Page.Values] = activity.steps.enumerated().map { number, step in
            ["number": number + 1, "text": step.text, "skills": step.skills.compactMap(catalog.skill).map(Mark.skill)]
        }
        let skills = activity.skills.compactMap(catalog.skill)
        func names(_ discipline: Discipline) -> [String] { skills.filter { $0.lead.contains(discipline) }.map(\.name) }
        let values: Page.Values = [
            "name": activity.name,
            "ages": AgeText.text(activity.ages),
            "ages_note": "Children differ a lot. This is when many start, not a test.",
            "lead_text": Self.leadText(activity.lead),
            "says": Array(activity.phrasings.filter { $0.kind == .sign }.map(\.text).prefix(4)),
            "steps": steps,
            "who": ["pt": names(.physical), "ot": names(.occupational)] as Page.Values,
            "home": homeValues(skills, lead: activity.lead),
            "icf": activity.icf.joined(separator: ", "),
        ]
        return Page(
            template: "activity",
            title: activity.name,
            description: "\(activity.name), step by step: which skills it takes, and how PT and OT could help.",
            section: .activities,
            values: values.merging(provenance(activity.provenance), uniquingKeysWith: { $1 })
        )
    }

    func page(of skill: Skill) -> Page {
        let used: [Page.Values] = catalog.activities.filter { $0.skills.contains(skill.id) }.map {
            ["name": $0.name, "href": Address.activity($0.id).path]
        }
        var values = Mark.skill(skill)
        values["pt"] = skill.approach[.physical]
        values["ot"] = skill.approach[.occupational]
        values["home"] = skill.home.map { Mark.home($0, of: skill) }
        values["stop"] = skill.stop
        values["activities"] = used
        values["icf"] = skill.icf.joined(separator: ", ")
        return Page(
            template: "skill",
            title: skill.name,
            description: skill.meaning,
            section: .activities,
            values: values.merging(provenance(skill.provenance), uniquingKeysWith: { $1 })
        )
    }

    static func leadText(_ lead: [Discipline]) -> String {
        switch lead {
        case [.physical]: "Physical therapy (PT) most often helps here."
        case [.occupational]: "Occupational therapy (OT) most often helps here."
        default: "Physical therapy (PT) and occupational therapy (OT) often help here together."
        }
    }

    /// One home activity of each of the first skills; where both disciplines lead, theirs take turns.
    func homeValues(_ skills: [Skill], lead: [Discipline], most: Int = 4) -> [Page.Values] {
        var queues = lead.map { discipline in skills.filter { $0.lead.first == discipline }[...] }
        var order: [Skill] = []
        while order.count < most, queues.contains(where: { !$0.isEmpty }) {
            for index in queues.indices { if let next = queues[index].popFirst() { order.append(next) } }
        }
        return order.prefix(most).compactMap { skill in skill.home.first.map { Mark.home($0, of: skill) } }
    }

    func provenance(_ provenance: Provenance) -> Page.Values {
        let named = provenance.sources.compactMap { code in catalog.sources.first { $0.code == code }?.name }
        return [
            "source": named.isEmpty
                ? "General knowledge, in our own words. No published source yet." : named.joined(separator: "; "),
            "reviewed": provenance.reviewedBy ?? "Not yet",
        ]
    }
}
