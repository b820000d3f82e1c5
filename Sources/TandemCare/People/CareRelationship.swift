/// That a child is in the care of a practice, and which of its therapists are on the child's team.
package struct CareRelationship: Sendable, Hashable, Codable {
    package let id: ID<CareRelationship>
    package let child: ID<Child>
    package let practice: ID<Practice>
    package var therapists: Set<ID<Account>>
    package let since: Instant
    /// The consent that the care began on, where another practice had the record before: when it ends, this ends. `nil` where
    /// the practice wrote the record itself.
    package let consent: ID<Consent>?
    package var endedAt: Instant?

    package init(
        id: ID<CareRelationship>,
        child: ID<Child>,
        practice: ID<Practice>,
        therapists: Set<ID<Account>> = [],
        since: Instant,
        consent: ID<Consent>? = nil
    ) {
        self.id = id
        self.child = child
        self.practice = practice
        self.therapists = therapists
        self.since = since
        self.consent = consent
    }

    package func isActive(at now: Instant) -> Bool { endedAt.map { $0 > now } ?? true }
}
