import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Finding children")
struct FindChildrenTests {
    private static let today = CalendarDate(year: 2026, month: 9, day: 21)

    private func names(_ text: String, in practice: ID<Practice>, _ store: Store, archived: Bool = false) async throws
        -> [String]
    {
        let now = store.effects.now()
        return try await store.database.read {
            try $0.findChildren(ChildQuery(text, today: Self.today), in: practice, archived: archived, at: now)
                .children.map(\.child.fullName)
        }
    }

    private func add(_ town: Town, _ given: String, _ family: String, _ date: String = "2019-05-03") async throws
        -> Child
    {
        let new = NewChild(
            givenName: given,
            familyName: family,
            preferredName: "",
            birthDate: CalendarDate(date) ?? Self.today,
            language: "English",
            needsInterpreter: false,
            home: nil
        )
        let practice = town.brightSteps.id
        return try await town.store.change(in: practice, .addChild, by: town.requester(.fay)) {
            try $0.addChild(new, to: practice)
        }
    }

    @Test("By beginnings of names in any order, without accents, and by birth date", arguments: TestHome.both)
    func finds(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            _ = try await add(town, "María José", "García López")
            _ = try await add(town, "Mark", "Garner", "2018-01-02")
            _ = try await add(town, "Li", "Xu")
            let practice = town.brightSteps.id
            for (text, expected) in [
                ("mar gar", ["María José García López", "Mark Garner"]),
                ("gar mar", ["María José García López", "Mark Garner"]),
                ("garcia, maria", ["María José García López"]), ("lopez jose", ["María José García López"]),
                ("maria mar", ["María José García López"]), ("li xu", ["Li Xu"]), ("xu l", ["Li Xu"]),
                ("l x", ["Li Xu"]),
                ("nun", ["Maya Núñez"]), ("maya", ["Maya Núñez"]), ("5/3/2019", ["María José García López", "Li Xu"]),
                ("gar 2018-01-02", ["Mark Garner"]), ("gar 2018-01-03", []), ("arcia", []), ("baker", []),
            ] {
                #expect(try await names(text, in: practice, store) == expected, "\(text)")
            }
        }
    }

    @Test("A child whose names change is found by the new ones only", arguments: TestHome.both)
    func renamed(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            try await store.change(town.maya.id, .editChild, by: town.requester(.dana)) { transaction, _ in
                var child = town.maya
                child.familyName = "Ortiz"
                try transaction.edit(child, version: 1)
            }
            #expect(try await names("nunez", in: town.brightSteps.id, store).isEmpty)
            #expect(try await names("ortiz", in: town.brightSteps.id, store) == ["Maya Ortiz"])
            #expect(try await names("ortiz", in: town.handsOn.id, store) == ["Maya Ortiz"])
        }
    }

    @Test("A child shared by consent is found until the consent is withdrawn or ends", arguments: TestHome.both)
    func shared(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let town = try await Town(in: store)
            #expect(try await names("maya", in: town.handsOn.id, store) == ["Maya Núñez"])
            clock.advance(by: .days(301))
            #expect(try await names("maya", in: town.handsOn.id, store).isEmpty)
            #expect(try await names("maya", in: town.brightSteps.id, store) == ["Maya Núñez"])
        }
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            try await store.change(town.maya.id, .giveConsent, by: town.requester(.ana)) {
                try $0.withdrawConsent(town.consent.id, $1)
            }
            #expect(try await names("maya", in: town.handsOn.id, store).isEmpty)
        }
    }

    @Test("An archived record is found among the archived, and comes back", arguments: TestHome.both)
    func archived(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let practice = town.brightSteps.id
            try await store.change(town.maya.id, .archiveChild, by: town.requester(.dana)) { transaction, permit in
                try transaction.archive(permit.child)
            }
            #expect(try await names("maya", in: practice, store).isEmpty)
            #expect(try await names("maya", in: practice, store, archived: true) == ["Maya Núñez"])
            try await store.change(town.maya.id, .archiveChild, by: town.requester(.dana)) { transaction, permit in
                try transaction.bringBack(permit.child)
            }
            #expect(try await names("maya", in: practice, store) == ["Maya Núñez"])
        }
    }

    @Test("More than are read are told of, and two names still find the one", arguments: TestHome.both)
    func capped(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            let practice = town.brightSteps.id
            try await store.change(in: practice, .addChild, by: town.requester(.fay)) { transaction in
                for number in 0..<600 {
                    let new = NewChild(
                        givenName: "Maria",
                        familyName: number == 599 ? "Zapata" : "Smith",
                        preferredName: "",
                        birthDate: Self.today,
                        language: "English",
                        needsInterpreter: false,
                        home: nil
                    )
                    try transaction.addChild(new, to: practice)
                }
            }
            let now = store.effects.now()
            let found = try await store.database.read {
                try $0.findChildren(ChildQuery("mar", today: Self.today), in: practice, at: now)
            }
            #expect(found.isCapped)
            #expect(found.count == FoundChildren.mostScanned)
            #expect(found.children.count == 50)
            #expect(try await names("mar zap", in: practice, store) == ["Maria Zapata"])
        }
    }

    @Test("Likely duplicates are found before a second record is made", arguments: TestHome.both)
    func duplicates(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let town = try await Town(in: store)
            func likely(_ given: String, _ family: String, _ date: String, in practice: ID<Practice>) async throws
                -> [String]
            {
                let child = Child(
                    id: store.effects.id(),
                    givenName: given,
                    familyName: family,
                    birthDate: CalendarDate(date) ?? Self.today
                )
                let now = store.effects.now()
                return try await store.database.read {
                    try $0.likelyDuplicates(of: child, in: practice, at: now).map(\.child.fullName)
                }
            }
            let practice = town.brightSteps.id
            #expect(try await likely("Mya", "Nunez", "2022-05-09", in: practice) == ["Maya Núñez"])
            #expect(try await likely("Nunez", "Maya", "2022-05-09", in: practice) == ["Maya Núñez"])
            #expect(try await likely("Maya", "Nunez", "2022-09-05", in: practice) == ["Maya Núñez"])
            #expect(try await likely("Maya", "Nunez", "2012-01-01", in: practice).isEmpty)
            #expect(try await likely("Leo", "Baker", "2019-11-02", in: practice).isEmpty, "another practice's child")
        }
    }
}
