import TandemDatabase
import TandemTestSupport
import Testing

@Suite("Values")
struct ValueTests {
    static let texts = [
        "", "plain", "it's \"quoted\" \\ back", "über Zoë 日本語 👩‍👧‍👦 \u{301}", "$1 ?1 %s {}", "line\nline\r\ttab",
        String(repeating: "wörter ", count: 500_000),
    ]

    @Test("A text comes back as it was", arguments: TestHome.both, texts)
    func text(home: TestHome, text: String) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            try await database.write { try Things.add(1, word: text, $0) }
            let row = try await database.read { try $0.row("SELECT word FROM thing") }
            #expect(try row?.text("word") == text)
        }
    }

    static let integers: [Int64] = [0, 1, -1, .max, .min, 1 << 53 + 1]

    @Test("A whole number comes back as it was", arguments: TestHome.both, integers)
    func integer(home: TestHome, number: Int64) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            let sql = "INSERT INTO thing (id, count) VALUES (1, $1) RETURNING count"
            let row = try await database.write { try $0.row(sql, [.integer(number)]) }
            #expect(try row?.value("count") == .integer(number))
        }
    }

    static let reals = [0.1, -1.5e-300, 1.7976931348623157e308, 2.2250738585072014e-308, 1.0 / 3, 100, .infinity]

    @Test("A number comes back as it was", arguments: TestHome.both, reals)
    func real(home: TestHome, number: Double) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            try await database.write {
                try $0.execute("INSERT INTO thing (id, size) VALUES (1, $1)", [.real(number)])
            }
            let row = try await database.read { try $0.row("SELECT size FROM thing WHERE size = $1", [.real(number)]) }
            #expect(try row?.value("size") == .real(number))
        }
    }

    @Test("Nothing comes back as nothing", arguments: TestHome.both)
    func null(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            try await database.write { try Things.add(1, $0) }
            let row = try await database.read { try $0.row("SELECT word, count, size FROM thing") }
            #expect(row?.values == [.null, .null, .null])
            #expect(try row?.optionalText("word") == nil)
            #expect(throws: DatabaseFailure.mismatch("'word' is null")) { try row?.text("word") }
        }
    }

    static let unfit: [SQLValue] = [.text("a\0b"), .real(.nan)]

    @Test("What one engine cannot hold is refused by both", arguments: TestHome.both, unfit)
    func refused(home: TestHome, value: SQLValue) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            await #expect {
                try await database.write { try $0.execute("INSERT INTO thing (id, word) VALUES (1, $1)", [value]) }
            } throws: { error in
                guard case .mismatch = error as? DatabaseFailure else { return false }
                return true
            }
            let count = try await database.read(Things.count)
            #expect(count == 0)
        }
    }

    @Test("A parameter may be used twice and in any order", arguments: TestHome.both)
    func order(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            let sql = "INSERT INTO thing (word, count, id) VALUES ($2, $1, $1) RETURNING id, word, count"
            let row = try await database.write { try $0.row(sql, [7, "seven"]) }
            #expect(row == Row(names: ["id", "word", "count"], values: [7, "seven", 7]))
        }
    }

    @Test("Counts, sums and comparisons are whole numbers", arguments: TestHome.both)
    func sums(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            try await database.write { try $0.execute("INSERT INTO thing (id, count) VALUES (1, 40), (2, 2)") }
            let sql = "SELECT count(*) AS a, sum(count) AS b, max(id) AS c, sum(count) = 42 AS d FROM thing"
            let row = try await database.read { try $0.row(sql) }
            #expect(row?.values == [2, 42, 2, 1])
        }
    }
}
