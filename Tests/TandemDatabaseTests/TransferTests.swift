import Synchronization
import TandemDatabase
import TandemTestSupport
import Testing

@Suite("Transfer")
struct TransferTests {
    static let migrations = [
        Migration(
            number: 1,
            name: "family",
            sql: """
                CREATE TABLE home (id BIGINT PRIMARY KEY, owner TEXT);
                CREATE TABLE person (
                    id TEXT PRIMARY KEY,
                    mother TEXT REFERENCES person (id),
                    home BIGINT NOT NULL REFERENCES home (id),
                    height DOUBLE PRECISION
                );
                CREATE TABLE shelf (id BIGINT PRIMARY KEY);
                CREATE TABLE diary (person TEXT NOT NULL REFERENCES person (id), day BIGINT NOT NULL, "the ""a"" note" TEXT,
                    PRIMARY KEY (day, person));
                """
        )
    ]

    static func fill(_ connection: any Connection) throws {
        try connection.execute("INSERT INTO home (id, owner) VALUES (1, 'Zoë'), (-5, NULL)")
        let names = ["Zoë", "abel", "Éva", "Abel", "zo", "日本", "_", "a b", "a-b", "ab"]
        var mother = SQLValue.null
        for name in names {
            try connection.execute(
                "INSERT INTO person (id, mother, home, height) VALUES ($1, $2, 1, $3)",
                [.text(name), mother, name.count == 2 ? .null : .real(Double(name.count) / 3)]
            )
            mother = .text(name)
            for day in 0..<(name == "zo" ? 1_234 : 3) {
                try connection.execute(
                    #"INSERT INTO diary (person, day, "the ""a"" note") VALUES ($1, $2, $3)"#,
                    [.text(name), .integer(Int64(day)), day == 2 ? .null : .text("it's \(day) 👩‍👧")]
                )
            }
        }
    }

    static let ways = TestHome.both.flatMap { from in TestHome.both.map { (from, $0) } }

    @Test("A database is copied and proven equal", arguments: ways)
    func equal(from: TestHome, to: TestHome) async throws {
        try await TestDatabase.with(from, migrations: Self.migrations) { source in
            try await source.write(Self.fill)
            try await TestDatabase.with(to, migrations: Self.migrations) { target in
                let seen = Mutex<[Transfer.Progress]>([])
                let proofs = try await Transfer(from: source, to: target).run { step in
                    seen.withLock { $0.append(step) }
                }
                #expect(proofs.map(\.table) == ["diary", "home", "person", "shelf"])
                #expect(proofs.map(\.rows) == [1_261, 2, 10, 0])
                let rows = seen.withLock { $0.map(\.rows) }
                #expect(rows.last == 1_273)
                #expect(rows.count > 6, "in batches")
                #expect(seen.withLock { $0.allSatisfy { $0.total == 1_273 && $0.rows <= $0.total } })
                let read: @Sendable (any Connection) throws -> [Row] = {
                    try $0.rows(#"SELECT day, "the ""a"" note" FROM diary WHERE person = 'zo' ORDER BY day"#)
                }
                let before = try await source.read(read)
                let after = try await target.read(read)
                #expect(before == after)
            }
        }
    }

    @Test("Foreign keys hold in the target as before", arguments: TestHome.both)
    func keys(home: TestHome) async throws {
        try await TestDatabase.with(.memory, migrations: Self.migrations) { source in
            try await source.write(Self.fill)
            try await TestDatabase.with(home, migrations: Self.migrations) { target in
                _ = try await Transfer(from: source, to: target).run()
                await #expect(throws: DatabaseFailure.self) {
                    try await target.write { connection in
                        try connection.execute("INSERT INTO person (id, home) VALUES ('x', 99)")
                        try connection.execute("INSERT INTO home (id) VALUES (99)")
                    }
                }
            }
        }
    }

    @Test("A target with rows is refused and stays as it was", arguments: ways)
    func full(from: TestHome, to: TestHome) async throws {
        try await TestDatabase.with(from, migrations: Self.migrations) { source in
            try await source.write(Self.fill)
            try await TestDatabase.with(to, migrations: Self.migrations) { target in
                try await target.write { try $0.execute("INSERT INTO shelf (id) VALUES (1)") }
                await #expect(throws: TransferFailure.targetNotEmpty(table: "shelf")) {
                    try await Transfer(from: source, to: target).run()
                }
                let row = try await target.read { try $0.row("SELECT count(*) AS number FROM person") }
                #expect(try row?.integer("number") == 0)
            }
        }
    }

    @Test("A difference names its table and leaves the target empty")
    func difference() async throws {
        try await TestDatabase.with(.memory, migrations: Self.migrations) { source in
            try await source.write(Self.fill)
            try await TestDatabase.with(.memory, migrations: Self.migrations) { target in
                try await target.write {
                    try $0.script(
                        """
                        CREATE TRIGGER meddle AFTER INSERT ON person WHEN NEW.id = 'Abel'
                        BEGIN UPDATE person SET height = 1 WHERE id = 'Abel'; END;
                        """
                    )
                }
                await #expect(throws: TransferFailure.differs(table: "person")) {
                    try await Transfer(from: source, to: target).run()
                }
                let row = try await target.read { try $0.row("SELECT count(*) AS number FROM diary") }
                #expect(try row?.integer("number") == 0)
            }
        }
    }

    @Test("Rows that the target refuses name their table", arguments: TestHome.servers)
    func refused(home: TestHome) async throws {
        try await TestDatabase.with(.memory, migrations: Self.migrations) { source in
            try await source.write { connection in
                try connection.execute("INSERT INTO shelf (id) VALUES ('not a number')")
            }
            try await TestDatabase.with(home, migrations: Self.migrations) { target in
                let failure = await #expect(throws: TransferFailure.self) {
                    try await Transfer(from: source, to: target).run()
                }
                guard case .refused(table: "shelf", _) = failure else {
                    Issue.record("\(String(describing: failure))")
                    return
                }
            }
        }
    }

    @Test("Databases of different versions are refused", arguments: ways)
    func versions(from: TestHome, to: TestHome) async throws {
        let more =
            Self.migrations + [Migration(number: 2, name: "more", sql: "CREATE TABLE more (id BIGINT PRIMARY KEY);")]
        try await TestDatabase.with(from, migrations: more) { source in
            try await TestDatabase.with(to, migrations: Self.migrations) { target in
                await #expect(throws: TransferFailure.schemasDiffer("their migrations differ")) {
                    try await Transfer(from: source, to: target).run()
                }
            }
        }
    }
}
