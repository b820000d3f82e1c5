import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Two homes of one child")
struct HouseholdTests {
    @Test(
        "Family sees its own home, the practice that treats the child both, a practice with consent that of the giver",
        arguments: [
            (Town.Person.ana, ["Mom's home"]), (.tia, ["Mom's home"]), (.ben, ["Dad's home"]),
            (.dana, ["Dad's home", "Mom's home"]), (.fay, ["Dad's home", "Mom's home"]), (.omar, ["Mom's home"]),
        ]
    )
    func visible(_ person: Town.Person, _ homes: [String]) async throws {
        try await TestStore.with { store in
            let town = try await Town(in: store)
            let seen = try await store.look(at: town.maya.id, .seeContact, by: town.requester(person)) {
                try $0.households($1).map(\.value.name).sorted()
            }
            #expect(seen == homes)
        }
    }

    @Test("Nobody changes the other home", arguments: TestHome.both)
    func edits(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let details = HomeDetails(name: "Home", contact: "", phone: "555-9999", email: "", address: "")
            try await store.change(town.maya.id, .editHousehold, by: town.requester(.ben)) {
                try $0.editHousehold(town.fathersHome.id, details, version: 1, $1)
            }
            await #expect(throws: StoreFailure.notFound) {
                try await store.change(town.maya.id, .editHousehold, by: town.requester(.ben)) {
                    try $0.editHousehold(town.mothersHome.id, details, version: 1, $1)
                }
            }
            let phones = try await store.look(at: town.maya.id, .seeContact, by: town.requester(.dana)) {
                try $0.households($1).map(\.value.phone).sorted()
            }
            #expect(phones == ["555-0101", "555-9999"])
        }
    }
}
