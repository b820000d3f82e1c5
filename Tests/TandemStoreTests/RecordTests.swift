import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Records")
struct RecordTests {
    @Test("A record reads back as it was written, whatever its letters", arguments: TestHome.both)
    func roundTrip(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let practice = Practice(
                id: store.effects.id(),
                name: "Žluťoučký \"kůň\" 🐎 O'Brien; DROP TABLE practice;--",
                disciplines: [.physical]
            )
            let read = try await store.change(by: .program) { transaction in
                try transaction.insert(practice)
                return try transaction.connection.record(practice.id)
            }
            #expect(read?.value == practice)
            #expect(read?.version == 1)
        }
    }

    @Test("The version that is replaced stays in history, word for word", arguments: TestHome.both)
    func history(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            var practice = Practice(id: store.effects.id(), name: "First", disciplines: [.physical])
            let first = practice
            try await store.change(by: .program) { try $0.insert(first) }
            for (version, name) in ["Second", "Third"].enumerated() {
                practice.name = name
                let next = practice
                try await store.change(by: .program) { try $0.replace(next, version: version + 1) }
            }
            let rows = try await store.database.read {
                try $0.rows(
                    "SELECT version, body FROM history WHERE kind = 'practice' AND id = $1 ORDER BY version",
                    [.text(first.id.text)]
                )
            }
            #expect(try rows.map { try $0.integer("version") } == [1, 2])
            #expect(try RecordJSON.decode(Practice.self, from: rows[0].text("body")) == first)
        }
    }

    @Test("Of two who save the same version one wins, and the other is told", arguments: TestHome.both)
    func conflict(_ home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let practice = Practice(id: store.effects.id(), name: "Old", disciplines: [.physical])
            try await store.change(by: .program) { try $0.insert(practice) }
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        var mine = practice
                        mine.name = "Writer \(number)"
                        let change = mine
                        do {
                            try await store.change(by: .program) { try $0.replace(change, version: 1) }
                            return true
                        } catch StoreFailure.conflict(_, _, current: 2) {
                            return false
                        } catch {
                            Issue.record("\(error)")
                            return false
                        }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(outcomes == 1)
            let count = try await store.database.read {
                try $0.row("SELECT count(*) AS n FROM history WHERE kind = 'practice'")?.integer("n")
            }
            #expect(count == 1)
        }
    }

    @Test("What a change throws leaves nothing behind: no record, no line, no letter", arguments: TestHome.both)
    func nothingHalfSaved(_ home: TestHome) async throws {
        struct Stop: Error {}
        try await TestStore.with(home) { store in
            func counts() async throws -> [Int64] {
                try await store.database.read { connection in
                    try ["practice", "audit_line", "outbox"].map {
                        try connection.row("SELECT count(*) AS n FROM \($0)")?.integer("n") ?? -1
                    }
                }
            }
            let before = try await counts()
            await #expect(throws: Stop.self) {
                try await store.change(by: .program) { transaction in
                    try transaction.insert(Practice(id: transaction.effects.id(), name: "x", disciplines: []))
                    try transaction.send(Mail(to: "a@example.org", subject: "x", body: "x"))
                    throw Stop()
                }
            }
            #expect(try await counts() == before)
        }
    }
}
