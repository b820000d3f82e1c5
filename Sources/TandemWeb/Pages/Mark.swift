import TandemCatalog

/// How a discipline is told apart on a page: by letters, a shape and a color, never by color alone.
enum Mark {
    static func letter(_ lead: [Discipline]) -> String {
        lead.count > 1 ? "PT + OT" : lead.first?.rawValue ?? ""
    }

    static func values(_ lead: [Discipline]) -> Page.Values {
        [
            "letter": letter(lead),
            "is_pt": lead == [.physical],
            "is_ot": lead == [.occupational],
            "is_both": lead.count > 1,
        ]
    }

    static func skill(_ skill: Skill) -> Page.Values {
        values(skill.lead).merging(
            ["name": skill.name, "href": Address.skill(skill.id).path, "meaning": skill.meaning],
            uniquingKeysWith: { $1 }
        )
    }

    static func home(_ activity: Skill.HomeActivity, of skill: Skill) -> Page.Values {
        values(skill.lead).merging(
            [
                "name": activity.name, "how": activity.how, "minutes": activity.minutes, "safety": activity.safety,
                "skill": skill.name,
            ],
            uniquingKeysWith: { $1 }
        )
    }
}

extension Set<Discipline> {
    /// "PT + OT", as a badge has it; empty for none.
    var letters: String { Mark.letter(Discipline.allCases.filter(contains)) }
}
