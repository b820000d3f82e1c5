package import TandemCare

/// How a home is reached, as a form has it.
package struct HomeDetails: Sendable, Hashable {
    package var name: String
    package var contact: String
    package var phone: String
    package var email: String
    package var address: String

    package init(name: String, contact: String, phone: String, email: String, address: String) {
        self.name = name
        self.contact = contact
        self.phone = phone
        self.email = email
        self.address = address
    }

    package init(_ household: Household) {
        self.init(
            name: household.name,
            contact: household.contact,
            phone: household.phone,
            email: household.email,
            address: household.address
        )
    }
}

extension Transaction {
    /// Another home of a child.
    @discardableResult
    package func addHousehold(_ home: HomeDetails, for child: ID<Child>) throws -> Household {
        var household = Household(id: effects.id(), name: home.name)
        household.take(home)
        try insert(household)
        try insert(Residence(id: effects.id(), child: child, household: household.id, since: now))
        note(.changed, kind: Household.kind, id: household.id.text, child: child)
        return household
    }

    /// - Parameter version: the version that the writer read.
    /// - Throws: `StoreFailure.notFound` for a household that is not this person's to change.
    package func editHousehold(_ id: ID<Household>, _ home: HomeDetails, version: Int, _ permit: Permit) throws {
        guard try connection.households(permit).contains(where: { $0.value.id == id }),
            var household = try connection.record(id)?.value
        else { throw StoreFailure.notFound }
        household.take(home)
        try replace(household, version: version)
        note(.changed, kind: Household.kind, id: id.text, child: permit.child)
    }
}

extension Household {
    fileprivate mutating func take(_ home: HomeDetails) {
        name = home.name
        contact = home.contact
        phone = home.phone
        email = home.email
        address = home.address
    }
}
