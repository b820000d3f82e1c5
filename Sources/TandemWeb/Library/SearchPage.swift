import TandemCatalog
import TandemGuide

extension Site {
    /// Activities and skills that the words lead to, as the guide reads them, then those whose name has the words.
    func searchPage(for words: String) -> Page {
        let words = String(words.prefix(200))
        let results = words.allSatisfy(\.isWhitespace) ? [] : found(words)
        return Page(
            template: "search",
            title: "Search",
            section: .activities,
            values: ["q": words, "results": results, "none": results.isEmpty && !words.allSatisfy(\.isWhitespace)]
        )
    }

    private func found(_ words: String) -> [Page.Values] {
        var seen = Set<String>()
        let entries = (try? guide.answer(GuideQuestion(text: words, today: today())))?.reasons.map(\.entry) ?? []
        let lower = words.lowercased()
        let named: [Entry] =
            catalog.activities.indices.filter { catalog.activities[$0].name.lowercased().contains(lower) }.map(
                Entry.activity
            )
            + catalog.skills.indices.filter { catalog.skills[$0].name.lowercased().contains(lower) }.map(Entry.skill)
        return (entries + named).compactMap(result).filter { seen.insert($0.href).inserted }.prefix(20).map(\.values)
    }

    private func result(_ entry: Entry) -> (href: String, values: Page.Values)? {
        switch entry {
        case .activity(let index):
            let activity = catalog.activities[index]
            let href = Address.activity(activity.id).path
            return (
                href,
                ["name": activity.name, "kind": "Activity", "href": href, "summary": Self.leadText(activity.lead)]
            )
        case .skill(let index):
            let skill = catalog.skills[index]
            let href = Address.skill(skill.id).path
            return (href, ["name": skill.name, "kind": "Skill", "href": href, "summary": skill.meaning])
        default: return nil
        }
    }
}
