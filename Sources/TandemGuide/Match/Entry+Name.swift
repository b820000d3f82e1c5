package import TandemCatalog

extension Entry {
    /// Kind and id, for messages: "activity dress-lower".
    package func label(in catalog: Catalog) -> String {
        switch self {
        case .activity(let index): "activity \(catalog.activities[index].id)"
        case .skill(let index): "skill \(catalog.skills[index].id)"
        case .condition(let index): "condition \(catalog.conditions[index].id)"
        case .elsewhere(let index): "elsewhere \(catalog.elsewhere[index].id)"
        case .milestone(let index), .milestoneException(let index): "milestone \(catalog.milestones[index].id)"
        case .redFlag(let index), .redFlagException(let index): "red flag \(catalog.redFlags[index].id)"
        case .finding(let index): "finding \(catalog.findings[index].id)"
        }
    }

    /// What families call it: "Put on pants and underwear".
    package func name(in catalog: Catalog) -> String {
        switch self {
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
