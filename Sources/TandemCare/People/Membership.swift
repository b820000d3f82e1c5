/// That somebody belongs to a practice, and as what. It ends; it is never deleted.
package struct Membership: Sendable, Hashable, Codable {
    package let id: ID<Membership>
    package let account: ID<Account>
    package let practice: ID<Practice>
    package var roles: Set<Role>
    package let since: Instant
    package var endedAt: Instant?

    package init(id: ID<Membership>, account: ID<Account>, practice: ID<Practice>, roles: Set<Role>, since: Instant) {
        self.id = id
        self.account = account
        self.practice = practice
        self.roles = roles
        self.since = since
    }

    package func isActive(at now: Instant) -> Bool { endedAt.map { $0 > now } ?? true }
}
