import TandemCatalog
import TandemGuide

/// Names of entries for messages.
struct EntryNames {
    private let catalog: Catalog

    init(_ catalog: Catalog) { self.catalog = catalog }

    /// "activity dress-lower"
    func id(_ entry: Entry) -> String {
        switch entry {
        case .activity(let index): "activity \(catalog.activities[index].id)"
        case .skill(let index): "skill \(catalog.skills[index].id)"
        case .condition(let index): "condition \(catalog.conditions[index].id)"
        case .elsewhere(let index): "elsewhere \(catalog.elsewhere[index].id)"
        case .milestone(let index), .milestoneException(let index): "milestone \(catalog.milestones[index].id)"
        case .redFlag(let index), .redFlagException(let index): "red flag \(catalog.redFlags[index].id)"
        case .finding(let index): "finding \(catalog.findings[index].id)"
        }
    }

    /// "Put on pants and underwear"
    func name(_ entry: Entry) -> String {
        switch entry {
        case .activity(let index): catalog.activities[index].name
        case .skill(let index): catalog.skills[index].name
        case .condition(let index): catalog.conditions[index].name
        case .elsewhere(let index): catalog.elsewhere[index].name
        case .milestone(let index), .milestoneException(let index): catalog.milestones[index].does
        case .redFlag(let index), .redFlagException(let index): catalog.redFlags[index].name
        case .finding(let index): catalog.findings[index].id.text
        }
    }
}
