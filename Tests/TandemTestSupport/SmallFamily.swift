package import TandemCare
import TandemCatalog
import TandemDatabase
package import TandemStore

/// A child with a mother, in the care of one practice with a PT: the least that most tests need.
package struct SmallFamily: Sendable {
    package let child: Child
    package let household: Household
    package let practice: Practice
    package let mother: Requester
    package let therapist: Requester

    package init(in store: Store) async throws {
        let effects = store.effects
        let child = Child(
            id: effects.id(),
            givenName: "Maya",
            familyName: "Núñez",
            birthDate: CalendarDate(year: 2022, month: 5, day: 9)
        )
        let household = Household(id: effects.id(), name: "Home", phone: "555-0100")
        let practice = Practice(id: effects.id(), name: "Bright Steps", disciplines: [.physical])
        let mother = Account(id: effects.id(), email: "mother@example.org", name: "Ana Núñez")
        let therapist = Account(id: effects.id(), email: "pt@example.org", name: "Dana Reyes")
        let membership = Membership(
            id: effects.id(),
            account: therapist.id,
            practice: practice.id,
            roles: [.physicalTherapist],
            since: effects.now()
        )
        try await store.change(by: .program) { transaction in
            try transaction.insert(practice)
            try transaction.insert(mother)
            try transaction.insert(therapist)
            try transaction.insert(membership)
            try transaction.insert(child)
            try transaction.insert(household)
            try transaction.insert(
                FamilyTie(
                    id: effects.id(),
                    child: child.id,
                    household: household.id,
                    account: mother.id,
                    relation: "mother",
                    mayConsent: true,
                    since: transaction.now
                )
            )
            try transaction.insert(
                Residence(id: effects.id(), child: child.id, household: household.id, since: transaction.now)
            )
            try transaction.insert(
                CareRelationship(id: effects.id(), child: child.id, practice: practice.id, since: transaction.now)
            )
            try transaction.relist(child.id)
        }
        self.child = child
        self.household = household
        self.practice = practice
        self.mother = Requester(account: mother.id, memberships: [])
        self.therapist = Requester(account: therapist.id, memberships: [membership])
    }
}
