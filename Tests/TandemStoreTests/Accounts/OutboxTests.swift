import TandemCare
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("The outbox")
struct OutboxTests {
    private func post(_ count: Int, in store: Store) async throws {
        for number in 0..<count {
            try await store.change(by: .program) {
                try $0.send(Mail(to: "p\(number)@example.org", subject: "S", body: "secret link \(number)"))
            }
        }
    }

    private func bodies(_ store: Store) async throws -> [String: String] {
        let rows = try await store.database.read { try $0.rows("SELECT state, body FROM outbox") }
        return Dictionary(try rows.map { (try $0.text("state"), try $0.text("body")) }, uniquingKeysWith: { $0 + $1 })
    }

    @Test("A letter is claimed, sent, and what it said is gone", arguments: TestHome.both)
    func sent(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            try await post(1, in: store)
            let letter = try #require(try await store.claimLetter())
            #expect(letter.mail.body == "secret link 0")
            #expect(letter.attempts == 1)
            #expect(try await store.claimLetter() == nil)
            #expect(try await store.settle(letter, .sent) == .sent)
            #expect(try await bodies(store) == ["sent": ""])
        }
    }

    @Test("A letter that is not taken is tried again, later and later, then given up", arguments: TestHome.both)
    func retried(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            try await post(1, in: store)
            for delay in Store.retryDelays {
                let letter = try #require(try await store.claimLetter())
                #expect(try await store.settle(letter, .deferred("451")) == .waiting)
                clock.advance(by: delay - .microseconds(1))
                #expect(try await store.claimLetter() == nil)
                clock.advance(by: .microseconds(1))
            }
            let last = try #require(try await store.claimLetter())
            #expect(try await store.settle(last, .deferred("451")) == .failed)
            clock.advance(by: .days(30))
            #expect(try await store.claimLetter() == nil)
            #expect(try await bodies(store) == ["failed": ""])
            #expect(zip(Store.retryDelays, Store.retryDelays.dropFirst()).allSatisfy { $0 < $1 })
        }
    }

    @Test("A letter that is refused for good is not tried again", arguments: TestHome.both)
    func refused(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            try await post(1, in: store)
            let letter = try #require(try await store.claimLetter())
            #expect(try await store.settle(letter, .refused("550")) == .failed)
            clock.advance(by: .days(1))
            #expect(try await store.claimLetter() == nil)
        }
    }

    @Test("A letter whose sender died is uncertain, and is not sent again", arguments: TestHome.both)
    func crashed(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            try await post(1, in: store)
            let letter = try #require(try await store.claimLetter())
            clock.advance(by: Store.sendingLease - .microseconds(1))
            #expect(try await store.markUncertainLetters() == 0)
            clock.advance(by: .microseconds(1))
            #expect(try await store.markUncertainLetters() == 1)
            #expect(try await store.claimLetter() == nil)
            #expect(try await store.settle(letter, .deferred("late")) == nil, "its claim is over")
            #expect(try await bodies(store) == ["uncertain": ""])
        }
    }

    @Test("Two programs on one database never claim the same letter", arguments: TestHome.durable)
    func twoWorkers(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestDatabase.withPlace(home) { place in
            let (one, two) = (try await place.open(), try await place.open())
            try await Migrator(TestStore.migrations).run(on: one)
            let trail = AuditTrail(clock.effects)
            let stores = try [one, two].map {
                Store(database: $0, effects: clock.effects, access: try TestStore.access(), trail: trail)
            }
            try await post(40, in: stores[0])
            let claimed = try await withThrowingTaskGroup(of: [String].self) { group in
                for worker in 0..<8 {
                    group.addTask {
                        var mine: [String] = []
                        var idle = 0
                        // A claim that somebody else was faster with finds nothing that time.
                        while idle < 20 {
                            guard let letter = try await stores[worker % 2].claimLetter() else {
                                idle += 1
                                continue
                            }
                            mine.append(letter.mail.recipient)
                            try await stores[worker % 2].settle(letter, .sent)
                        }
                        return mine
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(claimed.count == 40)
            #expect(Set(claimed).count == 40)
            await one.close()
            await two.close()
        }
    }

    @Test("The summary counts by state and tells the oldest that waits", arguments: TestHome.both)
    func summary(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            #expect(try await store.outboxSummary() == OutboxSummary(counts: [:], oldestWaiting: nil))
            let start = clock.now
            try await post(1, in: store)
            clock.advance(by: .hours(1))
            try await post(2, in: store)
            let letter = try #require(try await store.claimLetter())
            #expect(try await store.settle(letter, .uncertain("gone")) == .uncertain)
            let expected = OutboxSummary(counts: [.waiting: 2, .uncertain: 1], oldestWaiting: start + .hours(1))
            #expect(try await store.outboxSummary() == expected)
        }
    }
}
