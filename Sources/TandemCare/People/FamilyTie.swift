/// That somebody is family of a child, in one household. It ends; it is never deleted.
package struct FamilyTie: Sendable, Hashable, Codable {
    package let id: ID<FamilyTie>
    package let child: ID<Child>
    package let household: ID<Household>
    package let account: ID<Account>
    /// In the family's words: "mother", "granddad".
    package var relation: String
    /// May decide who sees the record (a parent or legal guardian); an aunt who helps at home may only look.
    package var mayConsent: Bool
    package let since: Instant
    package var endedAt: Instant?

    package init(
        id: ID<FamilyTie>,
        child: ID<Child>,
        household: ID<Household>,
        account: ID<Account>,
        relation: String,
        mayConsent: Bool,
        since: Instant
    ) {
        self.id = id
        self.child = child
        self.household = household
        self.account = account
        self.relation = relation
        self.mayConsent = mayConsent
        self.since = since
    }

    package func isActive(at now: Instant) -> Bool { endedAt.map { $0 > now } ?? true }
}
