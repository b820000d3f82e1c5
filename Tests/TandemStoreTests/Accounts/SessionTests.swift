import TandemCare
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Sessions and throttles")
struct SessionTests {
    @Test("A session ends when it rests for too long, and not when it is used", arguments: TestHome.both)
    func idle(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let account = try await SmallFamily(in: store).mother.account
            let token = try await store.beginSession(for: account, stage: .full, replacing: nil)
            for _ in 0..<6 {
                clock.advance(by: Session.idle - .seconds(1))
                #expect(try await store.session(token) != nil)
            }
            clock.advance(by: Session.idle)
            #expect(try await store.session(token) == nil)
        }
    }

    @Test("A session ends after its longest time, however much it is used", arguments: TestHome.both)
    func longest(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let account = try await SmallFamily(in: store).mother.account
            let token = try await store.beginSession(for: account, stage: .full, replacing: nil)
            for _ in 0..<13 {
                clock.advance(by: .hours(1))
                #expect(try await store.session(token) != nil)
            }
            clock.advance(by: .hours(1))
            #expect(try await store.session(token) == nil)
        }
    }

    @Test("A half session, before the second factor, is short", arguments: TestHome.both)
    func half(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let account = try await SmallFamily(in: store).mother.account
            let token = try await store.beginSession(for: account, stage: .password, replacing: nil)
            clock.advance(by: .minutes(19))
            #expect(try await store.session(token)?.stage == .password)
            clock.advance(by: .minutes(1))
            #expect(try await store.session(token) == nil)
        }
    }

    @Test("The next step ends the session it grew out of", arguments: TestHome.both)
    func rotates(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let account = try await SmallFamily(in: store).mother.account
            let first = try await store.beginSession(for: account, stage: .password, replacing: nil)
            let second = try await store.beginSession(for: account, stage: .full, replacing: first)
            #expect(first != second)
            #expect(try await store.session(first) == nil)
            #expect(try await store.session(second) != nil)
        }
    }

    @Test("Ended everywhere is ended everywhere, but here", arguments: TestHome.both)
    func everywhere(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let account = try await SmallFamily(in: store).mother.account
            var tokens: [Token] = []
            for _ in 0..<3 {
                tokens.append(try await store.beginSession(for: account, stage: .full, replacing: nil))
            }
            #expect(try await store.openSessions(of: account, asking: tokens[1]).count { $0.isThis } == 1)
            try await store.endSessions(of: account, sparing: tokens[1])
            #expect(try await store.session(tokens[0]) == nil)
            #expect(try await store.session(tokens[1]) != nil)
            #expect(try await store.session(tokens[2]) == nil)
            #expect(try await store.openSessions(of: account, asking: tokens[1]).count == 1)
        }
    }

    @Test("Two programs on one database count tries together", arguments: TestHome.durable)
    func throttle(_ home: TestHome) async throws {
        let clock = TestClock()
        let throttle = Throttle("test", most: 10, within: .minutes(15))
        try await TestDatabase.withPlace(home) { place in
            let (one, two) = (try await place.open(), try await place.open())
            try await Migrator(TestStore.migrations).run(on: one)
            let trail = AuditTrail(clock.effects)
            let stores = try [one, two].map {
                Store(database: $0, effects: clock.effects, access: try TestStore.access(), trail: trail)
            }
            for number in 0..<10 { #expect(try await stores[number % 2].countTry(throttle, by: "dana")) }
            #expect(try await !stores[0].countTry(throttle, by: "dana"))
            #expect(try await !stores[1].countTry(throttle, by: "dana"))
            #expect(try await stores[1].countTry(throttle, by: "somebody else"))
            clock.advance(by: .minutes(15))
            #expect(try await stores[1].countTry(throttle, by: "dana"))
            await one.close()
            await two.close()
        }
    }
}
