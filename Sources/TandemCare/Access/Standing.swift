/// What one person stands on with one child at one moment, whatever they ask for: made once for a page that asks many things.
package struct Standing: Sendable {
    /// The person's own ties that hold.
    let ties: [FamilyTie]
    /// Care that holds of the practices the person belongs to, and the roles there.
    let care: [(CareRelationship, Set<Role>)]
    /// Consents for those practices, whether each holds, and the roles there.
    let consents: [(Consent, isActive: Bool, Set<Role>)]

    package init(of who: Requester, with facts: ChildFacts, at now: Instant) {
        ties = facts.ties.filter { $0.account == who.account && $0.isActive(at: now) }
        let memberships = who.memberships.filter { $0.isActive(at: now) }
        care = memberships.compactMap { membership in
            facts.care.first { $0.practice == membership.practice && facts.holds($0, at: now) }
                .map { ($0, membership.roles) }
        }
        consents = memberships.flatMap { membership in
            facts.consents.filter { $0.practice == membership.practice }
                .map { ($0, $0.isActive(at: now), membership.roles) }
        }
    }
}
