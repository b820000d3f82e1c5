package import TandemCare

/// A child as lists of a practice show it.
package struct ListedChild: Sendable {
    package let child: Child
    /// In the practice's own care; else shared with it by the family's consent.
    package let isInCare: Bool
    package internal(set) var team: [TeamMember] = []
}

/// A therapist of a child's team.
package struct TeamMember: Sendable, Hashable {
    package let account: ID<Account>
    package let practice: ID<Practice>
    package let name: String
    package let roles: Set<Role>
}

/// What a search or a work list found.
package struct FoundChildren: Sendable {
    package let children: [ListedChild]
    /// How many there are; at least so many if `isCapped`.
    package let count: Int
    /// There are more than were read.
    package let isCapped: Bool
}

extension FoundChildren {
    /// Rows that are read for one beginning of a name, at most.
    package static let mostScanned = 250
}
