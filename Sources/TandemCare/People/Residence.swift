/// That a child lives in a household. A child may live in two; siblings share one. It ends; it is never deleted.
package struct Residence: Sendable, Hashable, Codable {
    package let id: ID<Residence>
    package let child: ID<Child>
    package let household: ID<Household>
    package let since: Instant
    package var endedAt: Instant?

    package init(id: ID<Residence>, child: ID<Child>, household: ID<Household>, since: Instant) {
        self.id = id
        self.child = child
        self.household = household
        self.since = since
    }
}
