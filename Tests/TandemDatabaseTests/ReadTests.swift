import Dispatch
import TandemDatabase
import TandemTestSupport
import Testing

@Suite("Reads")
struct ReadTests {
    @Test("A body reads one snapshot while others write", arguments: TestHome.durable)
    func snapshot(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            try await database.write { try Things.add(1, $0) }
            let hasRead = DispatchSemaphore(value: 0)
            let hasWritten = DispatchSemaphore(value: 0)
            async let counts = database.read { connection in
                let first = try Things.count(connection)
                hasRead.signal()
                hasWritten.wait()
                return [first, try Things.count(connection)]
            }
            try await database.write { connection in
                hasRead.wait()
                try Things.add(2, connection)
            }
            hasWritten.signal()
            #expect(try await counts == [1, 1])
            let count = try await database.read(Things.count)
            #expect(count == 2)
        }
    }

    @Test("What was written can be read at once", arguments: TestHome.durable)
    func own(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Things.schema]) { database in
            try await concurrently(100) { id in
                try await database.write { try Things.add(id, $0) }
                let row = try await database.read {
                    try $0.row("SELECT id FROM thing WHERE id = $1", [.integer(Int64(id))])
                }
                #expect(try row?.integer("id") == Int64(id))
            }
        }
    }

    @Test("A body that throws while reading passes its error on", arguments: TestHome.both)
    func thrown(home: TestHome) async throws {
        try await TestDatabase.with(home) { database in
            await #expect(throws: Refusal()) { try await database.read { _ in throw Refusal() } }
        }
    }
}
