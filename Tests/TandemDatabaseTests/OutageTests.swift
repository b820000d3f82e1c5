import Synchronization
import TandemDatabase
import TandemTestSupport
import Testing

@Suite("Outages")
struct OutageTests {
    /// Opens the same place twice: as a program, whose connections go by `name`, and as somebody who can end them.
    private static func withTwo(
        _ name: String,
        _ body: (any Database, any Database) async throws -> Void
    ) async throws {
        try await TestDatabase.withPlace(.postgres) { place in
            guard case .address(let address) = place else { return }
            let program = try await Databases.open("\(address)&application_name=\(name)")
            let other = try await place.open()
            try await Migrator([Things.schema]).run(on: program)
            let result: Result<Void, any Error>
            do { result = .success(try await body(program, other)) } catch { result = .failure(error) }
            await program.close()
            await other.close()
            try result.get()
        }
    }

    private static func endConnections(of name: String, _ connection: any Connection) throws {
        _ = try connection.rows(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1",
            [.text(name)]
        )
    }

    @Test(
        "Nothing acknowledged is missing when connections are ended under load",
        .enabled(if: !TestHome.servers.isEmpty)
    )
    func ended() async throws {
        let name = "tandem_ended"
        try await Self.withTwo(name) { program, other in
            let saved = Mutex<Set<Int64>>([])
            let refused = Atomic<Int>(0)
            let ending = Task {
                for _ in 0..<20 {
                    try await Task.sleep(for: .milliseconds(30))
                    try await other.write { try Self.endConnections(of: name, $0) }
                }
            }
            try await concurrently(16) { worker in
                for number in 0..<150 {
                    let id = worker * 1_000 + number
                    do {
                        try await program.write { try Things.add(id, $0) }
                        saved.withLock { _ = $0.insert(Int64(id)) }
                    } catch DatabaseFailure.unavailable {
                        refused.add(1, ordering: .relaxed)
                    }
                    _ = try? await program.read(Things.count)
                }
            }
            try await ending.value
            let ids = Set(try await program.read(Things.ids))
            #expect(saved.withLock { $0.isSubset(of: ids) })
            #expect(ids.count <= saved.withLock(\.count) + refused.load(ordering: .relaxed))
            #expect(saved.withLock(\.count) > 1_200)
        }
    }

    @Test("A connection that was ended while idle is not noticed", .enabled(if: !TestHome.servers.isEmpty))
    func idle() async throws {
        let name = "tandem_idle"
        try await Self.withTwo(name) { program, other in
            for id in 0..<3 {
                try await program.write { try Things.add(id, $0) }
                try await concurrently(8) { _ in _ = try await program.read(Things.count) }
                try await other.write { try Self.endConnections(of: name, $0) }
            }
            try await program.write { try $0.send("INSERT INTO thing (id) VALUES ($1)", [3]) }
            try await concurrently(8) { _ in
                let ids = try await program.read(Things.ids)
                #expect(ids == [0, 1, 2, 3])
            }
        }
    }

    @Test("Two programs that lock each other out are sorted out", .enabled(if: !TestHome.servers.isEmpty))
    func deadlock() async throws {
        try await Self.withTwo("tandem_deadlock") { program, other in
            try await program.write { try $0.execute("INSERT INTO thing (id, count) VALUES (1, 0), (2, 0)") }
            try await concurrently(2) { turn in
                let order: [Int64] = turn == 0 ? [1, 2] : [2, 1]
                try await (turn == 0 ? program : other).write { connection in
                    for id in order {
                        try connection.execute("UPDATE thing SET count = count + 1 WHERE id = $1", [.integer(id)])
                        _ = try connection.rows("SELECT pg_sleep(0.3)")
                    }
                }
            }
            let sum = try await program.read { try $0.row("SELECT sum(count) AS sum FROM thing")?.integer("sum") }
            #expect(sum == 4)
        }
    }

    @Test(
        "A statement is prepared anew when another program has changed its table",
        .enabled(if: !TestHome.servers.isEmpty)
    )
    func schema() async throws {
        try await Self.withTwo("tandem_schema") { program, other in
            try await program.write { try Things.add(1, $0) }
            let before = try await program.read { try $0.row("SELECT * FROM thing") }
            try await other.write { try $0.script("ALTER TABLE thing ADD COLUMN colour TEXT") }
            let after = try await program.read { try $0.row("SELECT * FROM thing") }
            #expect(before?.names.count == 4)
            #expect(after?.names.count == 5)
        }
    }

    @Test("Writes resume once a full disk has room again, and reads never stop", arguments: [TestHome.file, .memory])
    func full(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            try await database.write { try Things.add(1, $0) }
            try await database.write { _ = try $0.rows("PRAGMA max_page_count = 30") }
            let big = String(repeating: "x", count: 1_000_000)
            await #expect(throws: DatabaseFailure.full) {
                try await database.write { try Things.add(2, word: big, $0) }
            }
            let ids = try await database.read(Things.ids)
            #expect(ids == [1])

            let saved = Atomic<Int>(0)
            try await concurrently(20) { id in
                do {
                    try await database.write { try Things.add(100 + id, word: id == 10 ? big : nil, $0) }
                    saved.add(1, ordering: .relaxed)
                } catch DatabaseFailure.full {
                    #expect(id == 10)
                }
            }
            #expect(saved.load(ordering: .relaxed) == 19)
            try await database.write { _ = try $0.rows("PRAGMA max_page_count = 100000") }
            try await database.write { try Things.add(2, word: big, $0) }
        }
    }
}
