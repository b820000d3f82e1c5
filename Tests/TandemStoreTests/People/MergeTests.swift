import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Two records of one child become one")
struct MergeTests {
    private static let letter = Letter(subject: "Somebody can now see a record", body: "link")

    /// A second record of Maya in the care of Bright Steps, with a home and an intake form of its own.
    private func second(_ town: Town) async throws -> Child {
        let practice = town.brightSteps.id
        let new = NewChild(
            givenName: "Mya",
            familyName: "Nunez",
            preferredName: "",
            birthDate: town.maya.birthDate,
            language: "English",
            needsInterpreter: false,
            home: HomeDetails(name: "Grandma", contact: "", phone: "555-0404", email: "", address: "")
        )
        return try await town.store.change(in: practice, .addChild, by: town.requester(.fay)) { transaction in
            let child = try transaction.addChild(new, to: practice, therapists: [town.account(.dana)])
            try transaction.insert(
                Consent(
                    id: transaction.effects.id(),
                    child: child.id,
                    practice: town.handsOn.id,
                    scope: [.notes],
                    purpose: "x",
                    givenBy: town.account(.ana),
                    household: town.mothersHome.id,
                    givenAt: transaction.now,
                    until: nil
                )
            )
            try transaction.insert(
                FamilyTie(
                    id: transaction.effects.id(),
                    child: child.id,
                    household: town.mothersHome.id,
                    account: town.account(.ana),
                    relation: "mother",
                    mayConsent: true,
                    since: transaction.now
                )
            )
            return child
        }
    }

    private func merge(_ gone: Child, into kept: Child, _ town: Town, by person: Town.Person = .dana) async throws {
        try await town.store.change(kept.id, and: gone.id, .mergeRecords, by: town.requester(person)) {
            try $0.merge($2, version: 1, into: $1, version: 1, telling: Self.letter)
        }
    }

    @Test(
        "Care, ties, consents and homes move; unique ones are joined; the old address leads on",
        arguments: TestHome.both
    )
    func merges(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let gone = try await second(town)
            try await merge(gone, into: town.maya, town)
            let facts = try await store.database.read { try $0.facts(of: town.maya.id) }
            #expect(facts.ties.count == 3)
            #expect(facts.care.count == 1)
            #expect(facts.consents.count == 2)
            let left = try await store.database.read { try $0.facts(of: gone.id) }
            #expect(left.ties.isEmpty && left.care.isEmpty)
            #expect(left.consents.allSatisfy { $0.withdrawnAt != nil })
            let overview = try await store.look(at: town.maya.id, .seeContact, by: town.requester(.dana)) {
                try $0.overview($1)
            }
            #expect(overview.households.count == 3)
            await #expect(throws: StoreFailure.moved(to: town.maya.id)) {
                try await store.look(at: gone.id, .seeChild, by: town.requester(.dana)) { _, _ in }
            }
            await #expect(throws: StoreFailure.notFound) {
                try await store.look(at: gone.id, .seeChild, by: town.requester(.sue)) { _, _ in }
            }
        }
    }

    @Test(
        "The history of the merged record stays, and its looks are read with the kept one's",
        arguments: TestHome.both
    )
    func history(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let gone = try await second(town)
            try await store.look(at: gone.id, .seeIntake, by: town.requester(.dana)) { _, _ in }
            try await store.trail.flush(to: store.database)
            try await merge(gone, into: town.maya, town)
            let ids = try await store.database.read { try $0.ids(joinedInto: town.maya.id) }
            #expect(Set(ids) == [town.maya.id, gone.id])
            let kinds = try await store.look(at: town.maya.id, .seeLooks, by: town.requester(.ana)) {
                try $0.looks(at: $1.child, before: nil, date: { CalendarDate(utc: $0) }).diary.days.flatMap(\.entries)
                    .map(\.kind)
            }
            #expect(kinds.contains("see intake"))
        }
    }

    @Test("Nobody joins records of which they may act on one only", arguments: TestHome.both)
    func refused(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            for person in [Town.Person.dana, .omar, .ana, .adam] {
                await #expect(throws: StoreFailure.notFound) {
                    try await merge(town.leo, into: town.maya, town, by: person)
                }
            }
        }
    }

    @Test("A consent that was taken back later does not come back by a merge", arguments: TestHome.both)
    func takenBack(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let town = try await Town(in: store)
            let gone = try await second(town)
            clock.advance(by: .hours(1))
            try await store.change(town.maya.id, .giveConsent, by: town.requester(.ana)) {
                try $0.withdrawConsent(town.consent.id, $1)
            }
            try await merge(gone, into: town.maya, town)
            let facts = try await store.database.read { try $0.facts(of: town.maya.id) }
            #expect(facts.consents.allSatisfy { !$0.isActive(at: clock.now) })
        }
    }

    @Test("A record that changed since it was read is not merged", arguments: TestHome.both)
    func conflict(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let gone = try await second(town)
            try await store.change(gone.id, .editChild, by: town.requester(.dana)) { transaction, _ in
                try transaction.edit(gone, version: 1)
            }
            await #expect(throws: StoreFailure.conflict(kind: "child", id: gone.id.text, current: 2)) {
                try await merge(gone, into: town.maya, town)
            }
        }
    }
}
