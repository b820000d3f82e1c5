import TandemDatabase
import TandemTestSupport
import Testing

@Suite("Statements")
struct StatementTests {
    @Test("A statement tells how many rows it changed", arguments: TestHome.both)
    func changes(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            let counts = try await database.write { connection in
                [
                    try connection.execute("INSERT INTO thing (id) VALUES (1), (2), (3)"),
                    try connection.execute("UPDATE thing SET count = $1 WHERE id > $2", [5, 1]),
                    try connection.execute("UPDATE thing SET count = $1 WHERE id > $2", [5, 99]),
                    try connection.execute("INSERT INTO thing (id) VALUES (1) ON CONFLICT (id) DO NOTHING"),
                    try connection.execute("CREATE TABLE other (id BIGINT)"),
                    try connection.execute("DELETE FROM thing"),
                ]
            }
            #expect(counts == [3, 2, 0, 0, 0, 3])
        }
    }

    static let violations: [(sql: String, constraint: DatabaseFailure.Constraint, detail: String?)] = [
        ("INSERT INTO part (id, thing, place) VALUES ('a', 1, 2)", .unique, "part.id"),
        ("INSERT INTO part (id, thing, place) VALUES ('b', 1, 1)", .unique, "part.thing, part.place"),
        ("INSERT INTO part (id, thing, place) VALUES ('b', 99, 1)", .foreignKey, nil),
        ("DELETE FROM thing WHERE id = 1", .foreignKey, nil),
        ("INSERT INTO part (id, thing, place) VALUES ('b', 1, 0)", .check, nil),
        ("UPDATE thing SET word = '\(String(repeating: "x", count: 4_000_000))'", .check, "word_is_short"),
        ("INSERT INTO part (id, place) VALUES ('b', 1)", .notNull, "part.thing"),
    ]

    @Test("A broken rule of the schema is told by its kind and name", arguments: TestHome.both, 0..<violations.count)
    func constraints(home: TestHome, number: Int) async throws {
        let (sql, kind, expected) = Self.violations[number]
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            try await database.write {
                try Things.add(1, $0)
                try $0.execute("INSERT INTO part (id, thing, place) VALUES ('a', 1, 1)")
            }
            let failure = await #expect(throws: DatabaseFailure.self) {
                try await database.write { try $0.execute(sql) }
            }
            guard case .constraint(kind, let detail) = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            if let expected { #expect(detail == expected) }
        }
    }

    static let faults = [
        "SELEKT 1", "SELECT nothing FROM thing", "SELECT * FROM nowhere", "SELECT id FROM thing WHERE id = $1",
    ]

    @Test("SQL that does not fit is a mismatch", arguments: TestHome.both, faults)
    func mismatch(home: TestHome, sql: String) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            let failure = await #expect(throws: DatabaseFailure.self) { try await database.read { try $0.rows(sql) } }
            guard case .mismatch = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            let count = try await database.read(Things.count)
            #expect(count == 0, "the connection goes on")
        }
    }

    @Test("A value never shows in a failure", arguments: TestHome.both)
    func privacy(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            let secret = "Zoë Secret"
            for sql in [
                "INSERT INTO part (id, thing, place) VALUES ($1, 1, 1)", "SELECT id FROM thing WHERE nothing = $1",
                "SELECT id FROM thing WHERE id = $1 AND size / 0 > CAST($1 AS BIGINT)",
            ] {
                do {
                    try await database.write { _ = try $0.rows(sql, [.text(secret)]) }
                } catch {
                    #expect(!"\(error)".contains("Secret"))
                }
            }
        }
    }

    @Test("A body that reads cannot write", arguments: TestHome.both)
    func readOnly(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            await #expect(throws: DatabaseFailure.self) { try await database.read { try Things.add(1, $0) } }
            try await database.write { try Things.add(2, $0) }
            let ids = try await database.read(Things.ids)
            #expect(ids == [2])
        }
    }

    @Test("A script runs all its statements, or none", arguments: TestHome.both)
    func script(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            try await database.write {
                try $0.script("INSERT INTO thing (id) VALUES (1); INSERT INTO thing (id) VALUES (2);")
            }
            await #expect(throws: DatabaseFailure.self) {
                try await database.write {
                    try $0.script("INSERT INTO thing (id) VALUES (3); INSERT INTO thing (id) VALUES (1);")
                }
            }
            let ids = try await database.read(Things.ids)
            #expect(ids == [1, 2])
        }
    }
}
