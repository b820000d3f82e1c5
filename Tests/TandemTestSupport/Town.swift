package import TandemCare
import TandemCatalog
import TandemDatabase
package import TandemStore

/// A small town: a PT practice and an OT practice, a child with two homes, people of every role, and a stranger.
///
/// Maya Núñez is in the care of Bright Steps (PT). Her mother shares her record with Hands On (OT): contact and plan. Her father
/// has another home. Leo Baker is a child of Hands On only, with a mother of his own.
package struct Town: Sendable {
    package let store: Store
    package let brightSteps: Practice
    package let handsOn: Practice
    package let maya: Child
    package let leo: Child
    package let mothersHome: Household
    package let fathersHome: Household
    package let consent: Consent
    private let accounts: [Person: Account]
    private let memberships: [Person: Membership]

    package enum Person: String, CaseIterable, Sendable, Hashable {
        /// PT and OT of the two practices, and the front desk and administrator of Bright Steps.
        case dana, omar, fay, adam
        /// Maya's mother, father and an aunt who may only look; Leo's mother.
        case ana, ben, tia, sue

        var name: String {
            switch self {
            case .dana: "Dana Reyes"
            case .omar: "Omar Haddad"
            case .fay: "Fay Wong"
            case .adam: "Adam Cole"
            case .ana: "Ana Núñez"
            case .ben: "Ben Ortiz"
            case .tia: "Tia Núñez"
            case .sue: "Sue Baker"
            }
        }
    }

    package func account(_ person: Person) -> ID<Account> { accounts[person]?.id ?? store.effects.id() }

    package func requester(_ person: Person) -> Requester {
        Requester(account: account(person), memberships: [memberships[person]].compactMap(\.self))
    }

    package init(in store: Store) async throws {
        let effects = store.effects
        self.store = store
        let brightSteps = Practice(
            id: effects.id(),
            name: "Bright Steps",
            disciplines: [.physical],
            phone: "555-0110",
            place: "Springfield, IL"
        )
        let handsOn = Practice(
            id: effects.id(),
            name: "Hands On",
            disciplines: [.occupational],
            phone: "555-0120",
            place: "Springfield, IL"
        )
        var accounts: [Person: Account] = [:]
        for person in Person.allCases {
            accounts[person] = Account(id: effects.id(), email: "\(person.rawValue)@example.org", name: person.name)
        }
        func id(_ person: Person) -> ID<Account> { accounts[person]?.id ?? effects.id() }
        func member(_ person: Person, _ practice: Practice, _ roles: Set<Role>) -> Membership {
            Membership(
                id: effects.id(),
                account: id(person),
                practice: practice.id,
                roles: roles,
                since: effects.now()
            )
        }
        let memberships: [Person: Membership] = [
            .dana: member(.dana, brightSteps, [.physicalTherapist]),
            .omar: member(.omar, handsOn, [.occupationalTherapist]),
            .fay: member(.fay, brightSteps, [.frontDesk]),
            .adam: member(.adam, brightSteps, [.administrator]),
        ]
        let mothersHome = Household(
            id: effects.id(),
            name: "Mom's home",
            contact: "Ana Núñez (mother)",
            phone: "555-0101",
            email: "ana@example.org",
            address: "12 Elm Street\nSpringfield, IL 62701"
        )
        let fathersHome = Household(
            id: effects.id(),
            name: "Dad's home",
            contact: "Ben Ortiz (father)",
            phone: "555-0202"
        )
        let leosHome = Household(id: effects.id(), name: "Home", phone: "555-0303")
        let maya = Child(
            id: effects.id(),
            givenName: "Maya",
            familyName: "Núñez",
            birthDate: CalendarDate(year: 2022, month: 5, day: 9),
            language: "Spanish and English",
            whatMatters: "To climb the big slide with her cousins, and to get dressed without help."
        )
        let leo = Child(
            id: effects.id(),
            givenName: "Leo",
            familyName: "Baker",
            birthDate: CalendarDate(year: 2019, month: 11, day: 2)
        )
        let consent = Consent(
            id: effects.id(),
            child: maya.id,
            practice: handsOn.id,
            scope: [.contact, .plan],
            purpose: "So that both therapists work on one plan",
            givenBy: id(.ana),
            household: mothersHome.id,
            givenAt: effects.now(),
            until: effects.now() + .days(300)
        )
        func tie(_ person: Person, _ child: Child, _ home: Household, _ relation: String, decides: Bool) -> FamilyTie {
            FamilyTie(
                id: effects.id(),
                child: child.id,
                household: home.id,
                account: id(person),
                relation: relation,
                mayConsent: decides,
                since: effects.now()
            )
        }
        let ties = [
            tie(.ana, maya, mothersHome, "mother", decides: true),
            tie(.ben, maya, fathersHome, "father", decides: true),
            tie(.tia, maya, mothersHome, "aunt", decides: false), tie(.sue, leo, leosHome, "mother", decides: true),
        ]
        let people = accounts
        try await store.change(by: .program) { transaction in
            for practice in [brightSteps, handsOn] { try transaction.insert(practice) }
            for account in people.values.sorted(by: { $0.id < $1.id }) { try transaction.insert(account) }
            for membership in memberships.values { try transaction.insert(membership) }
            for child in [maya, leo] { try transaction.insert(child) }
            for (child, home) in [(maya, mothersHome), (maya, fathersHome), (leo, leosHome)] {
                try transaction.insert(home)
                try transaction.insert(
                    Residence(id: effects.id(), child: child.id, household: home.id, since: transaction.now)
                )
            }
            for tie in ties { try transaction.insert(tie) }
            for (child, practice, therapist) in [(maya, brightSteps, Person.dana), (leo, handsOn, .omar)] {
                try transaction.insert(
                    CareRelationship(
                        id: effects.id(),
                        child: child.id,
                        practice: practice.id,
                        therapists: [people[therapist]?.id].compactMap(\.self).reduce(into: []) { $0.insert($1) },
                        since: transaction.now
                    )
                )
            }
            try transaction.insert(consent)
            for child in [maya, leo] { try transaction.relist(child.id) }
        }
        self.brightSteps = brightSteps
        self.handsOn = handsOn
        self.maya = maya
        self.leo = leo
        self.mothersHome = mothersHome
        self.fathersHome = fathersHome
        self.consent = consent
        self.accounts = accounts
        self.memberships = memberships
    }
}
