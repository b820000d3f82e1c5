/// Where a child lives, or one of the places: a home with a telephone. Two households of one child do not see each other's.
package struct Household: Sendable, Hashable, Codable {
    package let id: ID<Household>
    /// What the family calls it: "Mom's home".
    package var name: String
    package var phone: String
    package var address: String
    package var archivedAt: Instant?

    package init(id: ID<Household>, name: String, phone: String = "", address: String = "") {
        self.id = id
        self.name = name
        self.phone = phone
        self.address = address
    }
}
