import TandemCatalog

/// What a phrase leads to: an entry of the catalog by its place in the catalog's lists.
package enum Entry: Sendable, Hashable {
    case activity(Int)
    case skill(Int)
    case condition(Int)
    case elsewhere(Int)
    case milestone(Int)
    case redFlag(Int)
    /// Takes a milestone or red flag back ("now and then").
    case milestoneException(Int)
    case redFlagException(Int)
    case finding(Int)

    /// Phrases compete for the same words only within a layer.
    enum Layer: Sendable { case concern, milestone, safety }

    var layer: Layer {
        switch self {
        case .activity, .skill, .condition, .elsewhere: .concern
        case .milestone, .milestoneException: .milestone
        case .redFlag, .redFlagException, .finding: .safety
        }
    }
}
