/// Where a child lives, or one of the places: a home with a telephone. Two households of one child do not see each other's.
package struct Household: Sendable, Hashable, Codable {
    package let id: ID<Household>
    /// What the family calls it: "Mom's home".
    package var name: String
    /// Whom to ask for: "Ana Garcia (mother)".
    package var contact: String
    package var phone: String
    package var email: String
    package var address: String
    package var archivedAt: Instant?

    package init(
        id: ID<Household>,
        name: String,
        contact: String = "",
        phone: String = "",
        email: String = "",
        address: String = ""
    ) {
        self.id = id
        self.name = name
        self.contact = contact
        self.phone = phone
        self.email = email
        self.address = address
    }
}
