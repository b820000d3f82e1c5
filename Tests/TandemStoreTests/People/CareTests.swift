import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Teams, lists and leaving")
struct CareTests {
    private func count(_ list: WorkList, _ town: Town, _ practice: Practice, _ person: Town.Person) async throws -> Int
    {
        let (account, now) = (town.account(person), town.store.effects.now())
        let today = town.store.effects.today()
        let (count, found) = try await town.store.database.read { connection in
            (
                try connection.count(list, in: practice.id, for: account, at: now, today: today),
                try connection.children(on: list, in: practice.id, for: account, page: 0, at: now, today: today)
            )
        }
        #expect(found.children.count == count, "a count leads to exactly what it counts")
        return count
    }

    @Test("Every count of the home and its list agree", arguments: TestHome.both)
    func lists(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            _ = try await TownPlan(in: town)
            let expected: [(WorkList, Int, Int)] = [
                (.current, 1, 1), (.mine, 1, 1), (.shared, 0, 1), (.hurt, 1, 0), (.drafts, 1, 0), (.dueOver, 0, 0),
                (.dueSoon, 0, 0), (.questions, 1, 0), (.proposedGoals, 0, 0), (.noIntake, 1, 1), (.noTherapist, 0, 0),
                (.notInvited, 0, 0), (.invitationWaiting, 0, 0), (.consentsEnding, 0, 0), (.archived, 0, 0),
            ]
            #expect(expected.map(\.0) == WorkList.allCases)
            for (list, bright, hands) in expected {
                #expect(try await count(list, town, town.brightSteps, .dana) == bright, "\(list)")
                #expect(try await count(list, town, town.handsOn, .omar) == hands, "\(list)")
            }
        }
    }

    @Test("Sharing that ends within 30 days is told of", arguments: TestHome.both)
    func ending(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let town = try await Town(in: store)
            clock.advance(by: .days(271))
            #expect(try await count(.consentsEnding, town, town.handsOn, .omar) == 1)
        }
    }

    @Test("Only therapists of the practice can be on its team", arguments: TestHome.both)
    func team(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            try await store.change(town.maya.id, .changeTeam, by: town.requester(.fay)) { try $0.setTeam([], $1) }
            #expect(try await count(.noTherapist, town, town.brightSteps, .fay) == 1)
            for person in [Town.Person.omar, .fay, .ana] {
                await #expect(throws: StoreFailure.notFound) {
                    try await store.change(town.maya.id, .changeTeam, by: town.requester(.fay)) {
                        try $0.setTeam([town.account(person)], $1)
                    }
                }
            }
        }
    }

    @Test("A practice that ends its care sees nothing more; the family goes on", arguments: TestHome.both)
    func leaving(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            try await store.change(town.maya.id, .changeTeam, by: town.requester(.dana)) { try $0.endCare($1) }
            await #expect(throws: StoreFailure.notFound) {
                try await store.look(at: town.maya.id, .seeChild, by: town.requester(.dana)) { _, _ in }
            }
            try await store.look(at: town.maya.id, .seeChild, by: town.requester(.ana)) { _, _ in }
            #expect(try await count(.current, town, town.brightSteps, .dana) == 0)
        }
    }

    @Test("A record that nobody could reach any more is not left", arguments: TestHome.both)
    func orphan(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let practice = town.brightSteps.id
            let new = NewChild(
                givenName: "Zoe",
                familyName: "Lee",
                preferredName: "",
                birthDate: CalendarDate(year: 2020, month: 1, day: 1),
                language: "English",
                needsInterpreter: false,
                home: nil
            )
            let child = try await store.change(in: practice, .addChild, by: town.requester(.fay)) {
                try $0.addChild(new, to: practice)
            }
            await #expect(throws: StoreFailure.self) {
                try await store.change(child.id, .changeTeam, by: town.requester(.fay)) { try $0.endCare($1) }
            }
            try await store.look(at: child.id, .seeChild, by: town.requester(.fay)) { _, _ in }
        }
    }

    @Test("Somebody who is no therapist any more leaves the teams", arguments: TestHome.both)
    func leavesTeams(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let membership = try #require(town.requester(.dana).memberships.first)
            try await store.change(in: town.brightSteps.id, .managePeople, by: town.requester(.adam)) { transaction in
                try transaction.endMembership(membership.id, in: membership.practice, version: 1)
                try transaction.leaveTeams(membership)
            }
            #expect(try await count(.noTherapist, town, town.brightSteps, .fay) == 1)
        }
    }
}
