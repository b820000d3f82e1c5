/// What a family allows one practice to see of a child, for what, and until when. Withdrawn means at once.
package struct Consent: Sendable, Hashable, Codable {
    package let id: ID<Consent>
    package let child: ID<Child>
    /// The practice that may look.
    package let practice: ID<Practice>
    package let scope: Set<Scope>
    /// In the family's words: "so that OT and PT work on one plan".
    package let purpose: String
    package let givenBy: ID<Account>
    package let household: ID<Household>
    package let givenAt: Instant
    /// The first moment at which it no longer holds; `nil` until it is withdrawn.
    package let until: Instant?
    package var withdrawnAt: Instant?

    package init(
        id: ID<Consent>,
        child: ID<Child>,
        practice: ID<Practice>,
        scope: Set<Scope>,
        purpose: String,
        givenBy: ID<Account>,
        household: ID<Household>,
        givenAt: Instant,
        until: Instant?
    ) {
        self.id = id
        self.child = child
        self.practice = practice
        self.scope = scope
        self.purpose = purpose
        self.givenBy = givenBy
        self.household = household
        self.givenAt = givenAt
        self.until = until
    }

    package func isActive(at now: Instant) -> Bool { withdrawnAt == nil && (until.map { $0 > now } ?? true) }

    /// What can be allowed, each on its own.
    package enum Scope: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
        /// How to reach the family.
        case contact
        /// What the family told at intake, goals, the plan, measures, the home program.
        case plan
        /// Notes of visits.
        case notes

        package static func < (left: Scope, right: Scope) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }
}
