import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("The trail")
struct TrailTests {
    @Test("Every change leaves its line in the same commit", arguments: TestHome.both)
    func lines(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let practice = Practice(id: store.effects.id(), name: "x", disciplines: [.physical])
            try await store.change(by: .program) { try $0.insert(practice) }
            try await store.change(by: .program) { _ = try $0.update(practice.id) { $0.name = "y" } }
            let verbs = try await bodies(store).map(\.verb)
            #expect(verbs == [.opened, .created, .changed])
        }
    }

    @Test("Lines link: each hash is over the hash before, its number and its words", arguments: TestHome.both)
    func links(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            try await withThrowingTaskGroup { group in
                for _ in 0..<50 {
                    group.addTask {
                        try await store.change(by: .program) {
                            _ = try $0.insert(Practice(id: $0.effects.id(), name: "x", disciplines: []))
                        }
                    }
                }
                try await group.waitForAll()
            }
            let rows = try await store.database.read {
                try $0.rows("SELECT number, body, hash FROM audit_line ORDER BY number")
            }
            #expect(rows.count == 51)
            var previous = ""
            for (index, row) in rows.enumerated() {
                #expect(try row.integer("number") == Int64(index + 1))
                let hash = AuditChain.hash(previous: previous, number: Int64(index + 1), body: try row.text("body"))
                #expect(try row.text("hash") == hash)
                previous = hash
            }
        }
    }

    @Test("Looks are gathered, and written together", arguments: TestHome.both)
    func looks(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let family = try await SmallFamily(in: store)
            for _ in 0..<30 {
                _ = try await store.look(at: family.child.id, .seeChild, by: family.mother) { connection, permit in
                    try connection.record(permit.child)?.value
                }
            }
            #expect(try await bodies(store).filter { $0.verb == .looked }.isEmpty)
            try await store.trail.flush(to: store.database)
            let looks = try await bodies(store).filter { $0.verb == .looked }
            #expect(looks.count == 30)
            #expect(looks.allSatisfy { $0.ground == "family" && $0.child == family.child.id && $0.kind == "see child" })
        }
    }

    @Test("A look that cannot be written down stays gathered")
    func kept() async throws {
        try await TestStore.with { store in
            let family = try await SmallFamily(in: store)
            _ = try await store.look(at: family.child.id, .seeChild, by: family.mother) { _, _ in 0 }
            try await store.database.write { try $0.script("ALTER TABLE audit_line RENAME TO away") }
            await #expect(throws: (any Error).self) { try await store.trail.flush(to: store.database) }
            try await store.database.write { try $0.script("ALTER TABLE away RENAME TO audit_line") }
            try await store.trail.flush(to: store.database)
            #expect(try await bodies(store).filter { $0.verb == .looked }.count == 1)
        }
    }

    @Test("Where looks pile up unwritten, nobody may look any more")
    func full() async throws {
        let trail = AuditTrail(TestClock().effects)
        let line = AuditLine(
            at: TestClock().now,
            account: nil,
            practice: nil,
            child: nil,
            verb: .looked,
            kind: "see child",
            subject: "x",
            ground: "care"
        )
        for _ in 0..<AuditTrail.mostGathered { try trail.gather(line) }
        #expect(throws: StoreFailure.trailUnavailable) { try trail.gather(line) }
    }

    @Test(
        "A process that ends without a word is marked by the next, once; a living one is not",
        arguments: TestHome.both
    )
    func gaps(_ home: TestHome) async throws {
        let clock = TestClock()
        try await TestStore.with(home, clock: clock) { store in
            let next = AuditTrail(clock.effects)
            #expect(try await store.trail.markGaps(in: store.database) == 0)
            clock.advance(by: .minutes(5))
            try await store.trail.flush(to: store.database)
            try await store.database.write { try $0.script("SELECT 1") }
            clock.advance(by: .minutes(5))
            try await next.open(in: store.database)
            // `store` was opened with its own closing, so the marks land in its chain; the silent one is `next`.
            try await store.trail.flush(to: store.database)
            clock.advance(by: .minutes(5))
            #expect(try await store.trail.markGaps(in: store.database) == 1)
            #expect(try await store.trail.markGaps(in: store.database) == 0)
            let gap = try #require(try await bodies(store).last { $0.verb == .gap })
            #expect(gap.subject == next.chain.id)
        }
    }

    private func bodies(_ store: Store) async throws -> [AuditLine] {
        try await store.database.read { connection in
            try connection.rows("SELECT body FROM audit_line ORDER BY chain, number").map {
                try RecordJSON.decode(AuditLine.self, from: $0.text("body"))
            }
        }
    }

    @Test(
        "A line is written as the one JSON coding writes it",
        arguments: ["see plan", "quote \" and \\", "Ünïcode", ""]
    )
    func json(_ word: String) throws {
        let effects = TestClock().effects
        for isFull in [true, false] {
            let line = AuditLine(
                at: effects.now(),
                account: isFull ? effects.id() : nil,
                practice: isFull ? effects.id() : nil,
                child: isFull ? effects.id() : nil,
                verb: .signedIn,
                kind: word,
                subject: word,
                ground: "care"
            )
            #expect(try line.json() == RecordJSON.encode(line))
        }
    }
}
