import Synchronization
import TandemDatabase
import TandemTestSupport
import Testing

@Suite("Writes")
struct WriteTests {
    @Test("A body that throws leaves nothing behind", arguments: TestHome.both)
    func thrown(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            await #expect(throws: Refusal()) {
                try await database.write { connection in
                    try Things.add(1, connection)
                    throw Refusal()
                }
            }
            let count = try await database.read(Things.count)
            #expect(count == 0)
        }
    }

    @Test("200 writes at once share commits, and all are there", arguments: TestHome.durable)
    func shared(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            let before = database.commits
            try await concurrently(200) { id in try await database.write { try Things.add(id, $0) } }
            let count = try await database.read(Things.count)
            #expect(count == 200)
            #expect(database.commits - before < 100)
            #expect(database.durableWrites >= 200)
        }
    }

    @Test("With sharing switched off, each write has a commit of its own", arguments: TestHome.durable)
    func unshared(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema], sharesCommits: false) { database in
            let before = database.commits
            try await concurrently(50) { id in try await database.write { try Things.add(id, $0) } }
            let count = try await database.read(Things.count)
            #expect(count == 50)
            #expect(database.commits - before == 50)
        }
    }

    @Test("Bodies that fail do not disturb those of the same commit", arguments: TestHome.durable)
    func neighbors(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            let failed = Mutex<Set<Int>>([])
            try await concurrently(200) { id in
                do {
                    try await database.write { connection in
                        try Things.add(id, connection)
                        if id % 5 == 0 { throw Refusal() }
                        if id % 7 == 0 { try Things.add(id, connection) }
                    }
                } catch {
                    let expected: any Error =
                        id % 5 == 0 ? Refusal() : DatabaseFailure.constraint(.unique, detail: "thing.id")
                    #expect("\(error)" == "\(expected)")
                    failed.withLock { _ = $0.insert(id) }
                }
            }
            let bad = (0..<200).filter { $0 % 5 == 0 || $0 % 7 == 0 }
            #expect(failed.withLock { $0 } == Set(bad))
            let ids = try await database.read(Things.ids)
            #expect(ids == (0..<200).filter { !bad.contains($0) }.map(Int64.init))
        }
    }

    @Test("A failed statement fails its body even when caught", arguments: TestHome.both)
    func caught(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            await #expect(throws: DatabaseFailure.constraint(.unique, detail: "thing.id")) {
                try await database.write { connection in
                    try Things.add(1, connection)
                    try? Things.add(1, connection)
                }
            }
            let count = try await database.read(Things.count)
            #expect(count == 0)
        }
    }

    @Test("A rule that is checked at the commit fails only the body that broke it", arguments: TestHome.durable)
    func deferred(home: TestHome) async throws {
        let sql =
            "CREATE TABLE link (id BIGINT PRIMARY KEY, next BIGINT REFERENCES link (id) DEFERRABLE INITIALLY DEFERRED);"
        try await TestDatabase.with(home, migrations: [Migration(number: 1, name: "link", sql: sql)]) { database in
            let failures = Atomic<Int>(0)
            try await concurrently(50) { id in
                do {
                    let next = Int64(id == 25 ? 99 : id)
                    try await database.write {
                        try $0.execute(
                            "INSERT INTO link (id, next) VALUES ($1, $2)",
                            [.integer(Int64(id)), .integer(next)]
                        )
                    }
                } catch {
                    #expect(id == 25)
                    failures.add(1, ordering: .relaxed)
                }
            }
            #expect(failures.load(ordering: .relaxed) == 1)
            let row = try await database.read { try $0.row("SELECT count(*) AS number FROM link") }
            #expect(try row?.integer("number") == 49)
        }
    }

    @Test("A caller who is cancelled while waiting loses and repeats nothing", arguments: TestHome.durable)
    func cancelled(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            let tasks = (0..<100).map { id in
                Task { try await database.write { try Things.add(id, $0) } }
            }
            for task in tasks.prefix(50) { task.cancel() }
            var saved = 0
            for task in tasks where (try? await task.value) != nil { saved += 1 }
            let count = try await database.read(Things.count)
            #expect(count == Int64(saved))
            #expect(saved == 100)
        }
    }

    @Test("Closing waits for what was asked for, and refuses what comes later", arguments: TestHome.durable)
    func closed(home: TestHome) async throws {
        try await TestDatabase.withPlace(home) { place in
            let database = try await place.open()
            try await Migrator([Things.schema]).run(on: database)
            let tasks = (0..<100).map { id in
                Task { try await database.write { try Things.add(id, $0) } }
            }
            await Task.yield()
            await database.close()
            var saved = 0
            for task in tasks where (try? await task.value) != nil { saved += 1 }
            await #expect(throws: DatabaseFailure.self) { try await database.write { try Things.add(1_000, $0) } }
            await #expect(throws: DatabaseFailure.self) { try await database.read(Things.count) }

            let again = try await place.open()
            #expect(try await again.read(Things.count) == Int64(saved))
            await again.close()
        }
    }
}

/// Runs `work` for 0, 1, 2, ... at the same time.
func concurrently(_ count: Int, _ work: @escaping @Sendable (Int) async throws -> Void) async throws {
    try await withThrowingTaskGroup { group in
        for number in 0..<count { group.addTask { try await work(number) } }
        try await group.waitForAll()
    }
}
