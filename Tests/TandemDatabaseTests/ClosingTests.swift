import TandemDatabase
import TandemTestSupport
import Testing

@Suite("Closings")
struct ClosingTests {
    static let schema = Migration(
        number: 1,
        name: "line",
        sql: """
            CREATE TABLE line (number BIGINT PRIMARY KEY, previous BIGINT, note BIGINT NOT NULL UNIQUE);
            CREATE TABLE thing (id BIGINT PRIMARY KEY, word TEXT);
            """
    )

    /// Chains one line for each note.
    static let chain: Closing = { connection, notes in
        try connection.lock("line")
        var last = try connection.row("SELECT max(number) AS last FROM line")?.optionalInteger("last") ?? 0
        for case let note as Int in notes {
            try connection.execute(
                "INSERT INTO line (number, previous, note) VALUES ($1, $2, $3)",
                [.integer(last + 1), .integer(last), .integer(Int64(note))]
            )
            last += 1
        }
    }

    static let places = TestHome.durable.flatMap { home in [(home, true), (home, false)] }

    @Test("The closing gets the notes of bodies that succeeded, in order", arguments: places)
    func notes(home: TestHome, sharesCommits: Bool) async throws {
        try await TestDatabase.with(
            home,
            migrations: [Self.schema],
            closing: Self.chain,
            sharesCommits: sharesCommits
        ) { database in
            try await concurrently(100) { id in
                try? await database.write { connection in
                    connection.leave(id * 10)
                    try Things.add(id, connection)
                    connection.leave(id * 10 + 1)
                    if id % 3 == 0 { throw Refusal() }
                }
            }
            let notes = try await database.read {
                try $0.rows("SELECT note FROM line ORDER BY number").map { try $0.integer("note") }
            }
            let good = (0..<100).filter { $0 % 3 != 0 }
            #expect(Set(notes) == Set(good.flatMap { [Int64($0 * 10), Int64($0 * 10 + 1)] }))
            #expect(notes.count == good.count * 2)
            for pair in stride(from: 0, to: notes.count, by: 2) { #expect(notes[pair] + 1 == notes[pair + 1]) }
        }
    }

    @Test("Two programs chain their lines without colliding", .enabled(if: !TestHome.servers.isEmpty))
    func programs() async throws {
        try await TestDatabase.withPlace(.postgres) { place in
            let first = try await place.open(closing: Self.chain)
            let second = try await place.open(closing: Self.chain)
            try await Migrator([Self.schema]).run(on: first)
            try await concurrently(100) { id in
                try await (id.isMultiple(of: 2) ? first : second).write { $0.leave(id) }
            }
            let numbers = try await first.read {
                try $0.rows("SELECT number FROM line ORDER BY number").map { try $0.integer("number") }
            }
            #expect(numbers == Array(1...100))
            await first.close()
            await second.close()
        }
    }

    @Test("A closing is left out where nobody left a note", arguments: TestHome.both)
    func without(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Self.schema], closing: { _, _ in throw Refusal() }) { database in
            try await database.write { try Things.add(1, $0) }
            let ids = try await database.read(Things.ids)
            #expect(ids == [1])
        }
    }

    @Test("A closing that throws fails the commit", arguments: TestHome.both)
    func thrown(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Self.schema], closing: { _, _ in throw Refusal() }) { database in
            await #expect(throws: Refusal()) {
                try await database.write {
                    try Things.add(1, $0)
                    $0.leave(1)
                }
            }
            let count = try await database.read(Things.count)
            #expect(count == 0)
        }
    }

    @Test("A closing whose statement fails fails the commit", arguments: TestHome.both)
    func failed(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Self.schema], closing: Self.chain) { database in
            await #expect(throws: DatabaseFailure.self) {
                try await database.write {
                    try Things.add(1, $0)
                    $0.leave(1)
                    $0.leave(1)
                }
            }
            let count = try await database.read(Things.count)
            #expect(count == 0)
        }
    }
}
