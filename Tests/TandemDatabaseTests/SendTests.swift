import Synchronization
import TandemDatabase
import TandemTestSupport
import Testing

@Suite("Statements that nobody waits for")
struct SendTests {
    static let insert = "INSERT INTO thing (id, word) VALUES ($1, $2)"

    @Test("They run in order with those that are waited for", arguments: TestHome.both)
    func order(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            let words = try await database.write { connection in
                try connection.send(Self.insert, [1, "one"])
                try connection.send("UPDATE thing SET word = word || $1", [" more"])
                let row = try connection.row("SELECT word FROM thing")
                try connection.send("UPDATE thing SET word = word || $1", [" still"])
                return try row?.text("word")
            }
            #expect(words == "one more")
            let row = try await database.read { try $0.row("SELECT word FROM thing") }
            #expect(try row?.text("word") == "one more still")
        }
    }

    @Test("One that fails fails its body, and no other", arguments: TestHome.durable)
    func failing(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            let failed = Mutex<Set<Int>>([])
            try await concurrently(100) { id in
                do {
                    try await database.write { connection in
                        try connection.send(Self.insert, [.integer(Int64(id)), .null])
                        if id % 10 == 0 { try connection.send(Self.insert, [.integer(Int64(id)), .null]) }
                        if id % 3 == 0 {
                            try connection.send("UPDATE thing SET count = 1 WHERE id = $1", [.integer(Int64(id))])
                        }
                    }
                } catch {
                    #expect(error as? DatabaseFailure == .constraint(.unique, detail: "thing.id"))
                    failed.withLock { _ = $0.insert(id) }
                }
            }
            #expect(failed.withLock { $0 } == Set(stride(from: 0, to: 100, by: 10)))
            let ids = try await database.read(Things.ids)
            #expect(ids == (0..<100).filter { $0 % 10 != 0 }.map(Int64.init))
        }
    }

    @Test("One that fails alone fails its body", arguments: TestHome.both)
    func alone(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            try await database.write { try Things.add(1, $0) }
            await #expect(throws: DatabaseFailure.constraint(.unique, detail: "thing.id")) {
                try await database.write { connection in
                    try Things.add(2, connection)
                    try connection.send(Self.insert, [1, .null])
                }
            }
            await #expect(throws: DatabaseFailure.self) {
                try await database.write { try $0.send("SELEKT $1", [1]) }
            }
            try await database.write { try $0.send(Self.insert, [3, .null]) }
            let ids = try await database.read(Things.ids)
            #expect(ids == [1, 3])
        }
    }

    @Test("There may be very many", arguments: TestHome.both)
    func many(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            let word = SQLValue.text(String(repeating: "x", count: 2_000))
            try await database.write { connection in
                for id in 0..<5_000 { try connection.send(Self.insert, [.integer(Int64(id)), word]) }
            }
            let count = try await database.read(Things.count)
            #expect(count == 5_000)
        }
    }
}
