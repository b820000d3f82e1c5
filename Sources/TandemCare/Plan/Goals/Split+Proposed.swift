package import TandemCatalog

extension Split {
    /// The split that the catalog suggests for an activity: its steps, their skills, and who usually leads each.
    ///
    /// A step without skills is given the whole activity as its part, so that somebody leads it.
    package static func proposed(from activity: Activity, catalog: Catalog) -> Split {
        var split = Split(lead: activity.lead.first.map(Lead.init) ?? .both)
        for step in activity.steps {
            let skills = step.skills.isEmpty ? [Slug<Skill>(activity.id.text)] : step.skills
            split.steps.append(Step(number: split.steps.count + 1, text: step.text, skills: unique(skills)))
            for skill in skills where split.part(skill) == nil {
                let isWholeTask = step.skills.isEmpty
                split.parts.append(
                    isWholeTask
                        ? Part(skill, name: activity.name, lead: Lead(catalog: activity.lead))
                        : Part(skill, of: catalog)
                )
            }
        }
        return split
    }

    static func unique(_ skills: [Slug<Skill>]) -> [Slug<Skill>] {
        var seen = Set<Slug<Skill>>()
        return skills.filter { seen.insert($0).inserted }
    }
}

extension Split.Part {
    init(_ skill: Slug<Skill>, name: String, lead: Lead) {
        self.init(skill: skill, name: name, lead: lead, supports: Self.others(than: lead), alsoSupports: [])
    }

    /// The skill as the catalog knows it; one that it does not know is for both to settle.
    init(_ id: Slug<Skill>, of catalog: Catalog) {
        guard let skill = catalog.skill(id) else {
            self.init(id, name: id.text, lead: .both)
            return
        }
        let lead = Lead(catalog: skill.lead)
        self.init(
            skill: id,
            name: skill.name,
            lead: lead,
            supports: Self.others(than: lead).filter { skill.supports.contains($0.rawValue) },
            alsoSupports: skill.supports.filter { Discipline(rawValue: $0) == nil }
        )
    }

    static func others(than lead: Lead) -> [Discipline] { Discipline.allCases.filter { !lead.includes($0) } }
}
