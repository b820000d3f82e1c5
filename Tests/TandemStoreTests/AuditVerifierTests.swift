import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Verifying the trail")
struct AuditVerifierTests {
    /// One way to tamper: SQL, where `{first}` and `{second}` are the ids of two chains of five and four lines.
    struct Tampering: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let sql: String
        let kind: AuditReport.Damage.Kind
        let lines: ClosedRange<Int64>?

        init(_ name: String, _ sql: String, _ kind: AuditReport.Damage.Kind, _ lines: ClosedRange<Int64>? = nil) {
            testDescription = name
            self.sql = sql
            self.kind = kind
            self.lines = lines
        }
    }

    static let tamperings = [
        Tampering(
            "a changed line",
            "UPDATE audit_line SET body = REPLACE(body, 'created', 'changed') WHERE chain = '{first}' AND number = 3;",
            .changed,
            3...3
        ),
        Tampering(
            "a changed hash",
            "UPDATE audit_line SET hash = 'f' WHERE chain = '{first}' AND number = 2;",
            .changed,
            2...3
        ),
        Tampering(
            "another time in the searched column",
            "UPDATE audit_line SET at = at + 1 WHERE chain = '{first}' AND number = 4;",
            .columns,
            4...4
        ),
        Tampering(
            "a removed line",
            "DELETE FROM audit_line WHERE chain = '{first}' AND number = 3;",
            .missing,
            3...3
        ),
        Tampering(
            "removed lines at the end",
            "DELETE FROM audit_line WHERE chain = '{first}' AND number >= 4;",
            .missing,
            4...5
        ),
        Tampering(
            "a line put in at the end",
            """
            INSERT INTO audit_line SELECT chain, 6, at, child, practice, account, body, hash FROM audit_line
            WHERE chain = '{first}' AND number = 2;
            """,
            .surplus,
            6...6
        ),
        Tampering(
            "a line put in between",
            """
            UPDATE audit_line SET number = 6 WHERE chain = '{first}' AND number = 5;
            UPDATE audit_line SET number = 5 WHERE chain = '{first}' AND number = 4;
            INSERT INTO audit_line SELECT chain, 4, at, child, practice, account, body, hash FROM audit_line
            WHERE chain = '{first}' AND number = 3;
            UPDATE audit_chain SET number = 6 WHERE id = '{first}';
            """,
            .changed,
            4...6
        ),
        Tampering(
            "two lines in each other's place",
            """
            UPDATE audit_line SET number = 99 WHERE chain = '{first}' AND number = 3;
            UPDATE audit_line SET number = 3 WHERE chain = '{first}' AND number = 4;
            UPDATE audit_line SET number = 4 WHERE chain = '{first}' AND number = 99;
            """,
            .changed,
            3...5
        ),
        Tampering("a wrong head", "UPDATE audit_chain SET hash = 'f' WHERE id = '{first}';", .head),
        Tampering(
            "an end cut off, head and all",
            """
            DELETE FROM audit_line WHERE chain = '{first}' AND number = 5;
            UPDATE audit_chain SET number = 4, hash = (SELECT hash FROM audit_line WHERE chain = '{first}' AND number = 4)
            WHERE id = '{first}';
            """,
            .ending
        ),
        Tampering(
            "a chain taken out",
            "DELETE FROM audit_line WHERE chain = '{first}'; DELETE FROM audit_chain WHERE id = '{first}';",
            .chainMissing
        ),
        Tampering(
            "the first line of the chain before",
            """
            UPDATE audit_line SET hash = 'f' WHERE chain = '{first}' AND number = 1;
            """,
            .start,
            1...1
        ),
    ]

    @Test("An untouched trail is sound", arguments: TestHome.durable)
    func sound(_ home: TestHome) async throws {
        try await withTwoChains(home) { database, chains in
            let report = try await AuditVerifier(now: TestClock().now, page: 2).verify(database)
            #expect(report.damage == [])
            #expect(report.gaps == [])
            #expect(report.chains == 2)
            #expect(report.lines == 9)
            #expect(report.head.count == 64)
        }
    }

    @Test("Every way to tamper is found where it was done", arguments: TestHome.durable, tamperings)
    func tampering(_ home: TestHome, _ tampering: Tampering) async throws {
        try await withTwoChains(home) { database, chains in
            let sql = tampering.sql.replacing("{first}", with: chains[0]).replacing("{second}", with: chains[1])
            try await database.write { try $0.script(sql) }
            let report = try await AuditVerifier(now: TestClock().now, page: 2).verify(database)
            let chain = [.start, .chainMissing].contains(tampering.kind) ? chains[1] : chains[0]
            #expect(report.damage.contains(.init(chain: chain, lines: tampering.lines, kind: tampering.kind)))
        }
    }

    @Test("A program that ended without a word leaves a gap, which is no damage", arguments: TestHome.durable)
    func gap(_ home: TestHome) async throws {
        try await TestDatabase.withPlace(home) { place in
            let clock = TestClock()
            let silent = try await write(3, to: place, clock, closes: false)
            clock.advance(by: .minutes(5))
            let unmarked = try await report(place, clock)
            #expect(unmarked.damage == [])
            #expect(unmarked.gaps.map(\.chain) == [silent] && unmarked.gaps.map(\.isMarked) == [false])
            _ = try await write(0, to: place, clock, closes: true)
            let marked = try await report(place, clock)
            #expect(marked.damage == [])
            #expect(marked.gaps.map(\.isMarked) == [true])
        }
    }

    @Test("A noted hash is found again; one that was written anew is not")
    func noted() async throws {
        try await withTwoChains(.file) { database, _ in
            let head = try await AuditVerifier(now: TestClock().now).verify(database).head
            let again = try await AuditVerifier(now: TestClock().now, noted: head).verify(database)
            #expect(again.hasNotedHash == true)
            let other = try await AuditVerifier(now: TestClock().now, noted: "f").verify(database)
            #expect(other.hasNotedHash == false)
        }
    }

    @Test("The end alone is verified too", arguments: [Int64(1), 2, 3, 100])
    func end(_ lines: Int64) async throws {
        try await withTwoChains(.file) { database, chains in
            let verifier = AuditVerifier(now: TestClock().now, page: 2)
            #expect(try await verifier.verifyEnd(database, lines: lines).damage == [])
            try await database.write { [last = chains[1]] in
                try $0.execute("UPDATE audit_line SET hash = 'f' WHERE chain = $1 AND number = 4", [.text(last)])
            }
            #expect(try await verifier.verifyEnd(database, lines: lines).damage.map(\.kind).contains(.head))
        }
    }

    private func report(_ place: TestPlace, _ clock: TestClock) async throws -> AuditReport {
        let database = try await place.open()
        let report = try await AuditVerifier(now: clock.now).verify(database)
        await database.close()
        return report
    }

    /// Two programs, one after the other: three changes, then two.
    private func withTwoChains(
        _ home: TestHome,
        _ body: (any Database, [String]) async throws -> Void
    ) async throws {
        try await TestDatabase.withPlace(home) { place in
            let clock = TestClock()
            let chains = [
                try await write(3, to: place, clock, closes: true), try await write(2, to: place, clock, closes: true),
            ]
            let database = try await place.open()
            try await body(database, chains)
            await database.close()
        }
    }

    /// One program: opens its chain, changes something so often, and closes it or not.
    /// - Returns: the id of the chain.
    private func write(_ count: Int, to place: TestPlace, _ clock: TestClock, closes: Bool) async throws -> String {
        let trail = AuditTrail(clock.effects)
        let database = try await place.open(closing: trail.closing)
        try await Migrator(TestStore.migrations).run(on: database)
        try await trail.open(in: database)
        try await trail.markGaps(in: database)
        let store = Store(database: database, effects: clock.effects, access: try TestStore.access(), trail: trail)
        for _ in 0..<count {
            try await store.change(by: .program) {
                _ = try $0.insert(Practice(id: $0.effects.id(), name: "x", disciplines: []))
            }
        }
        if closes { try await trail.close(in: database) }
        await database.close()
        return trail.chain.id
    }
}
