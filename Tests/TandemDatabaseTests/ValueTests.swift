import TandemDatabase
import TandemTestSupport
import Testing

@Suite("Values")
struct ValueTests {
    static let schema = Migration(
        number: 1,
        name: "thing",
        sql: "CREATE TABLE thing (id BIGINT PRIMARY KEY, word TEXT, count BIGINT, size DOUBLE PRECISION);"
    )

    static let texts = [
        "", "plain", "it's \"quoted\" \\ back", "über Zoë 日本語 👩‍👧‍👦 \u{301}", "$1 ?1 %s {}", "line\nline\r\ttab",
        String(repeating: "wörter ", count: 500_000),
    ]

    @Test("A text comes back as it was", arguments: TestHome.both, texts)
    func text(home: TestHome, text: String) async throws {
        try await TestDatabase.with(home, migrations: [Self.schema]) { database in
            try await database.write {
                try $0.execute("INSERT INTO thing (id, word) VALUES (1, $1)", [.text(text)])
            }
            let row = try await database.read { try $0.row("SELECT word FROM thing") }
            #expect(try row?.text("word") == text)
        }
    }

    @Test("A number comes back as it was", arguments: TestHome.both)
    func numbers(home: TestHome) async throws {
        let integers = [0, 1, -1, .max, .min, 1 << 53 + 1]
        let reals = [0.1, -1.5e-300, 1.7976931348623157e308, 2.2250738585072014e-308, 1 / 3, 100, .infinity]
        try await TestDatabase.with(home, migrations: [Self.schema]) { database in
            for (id, number) in integers.enumerated() {
                let row = try await database.write {
                    try $0.row(
                        "INSERT INTO thing (id, count) VALUES ($1, $2) RETURNING count",
                        [.integer(Int64(id)), .integer(Int64(number))]
                    )
                }
                #expect(try row?.value("count") == .integer(Int64(number)))
            }
            for (id, number) in reals.enumerated() {
                let row = try await database.write {
                    try $0.row(
                        "INSERT INTO thing (id, size) VALUES ($1, $2) RETURNING size",
                        [.integer(Int64(100 + id)), .real(number)]
                    )
                }
                #expect(try row?.real("size") == number)
            }
        }
    }
}
