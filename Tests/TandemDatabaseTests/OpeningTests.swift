import Foundation
import TandemDatabase
import TandemTestSupport
import Testing

@Suite("Opening")
struct OpeningTests {
    @Test("SQLite waits for the disk at every commit, and keeps foreign keys", arguments: [TestHome.file, .memory])
    func pragmas(home: TestHome) async throws {
        try await TestDatabase.with(home) { database in
            let rows = try await database.write { connection in
                ["synchronous", "foreign_keys"].map { try? connection.row("PRAGMA \($0)")?.values }
            }
            #expect(rows == [[2], [1]])
        }
    }

    @Test("A SQLite file is in WAL mode and readable by its owner alone")
    func wal() async throws {
        try await TestDatabase.withPlace(.file) { place in
            let database = try await place.open()
            #expect(try await database.read { try $0.row("PRAGMA journal_mode")?.values } == ["wal"])
            guard case .address(let path) = place else { return }
            for file in [path, path + "-wal"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: file)
                #expect(attributes[.posixPermissions] as? Int == 0o600)
            }
            await database.close()
        }
    }

    static let wrongPlaces = [
        ("", "Name a file"), (":memory:", "Name a file"), ("mysql://user:hunter2@host/name", "'mysql' is neither"),
        ("/", "is a folder"), ("/nowhere/at/all/tandem.db", "There is no folder '/nowhere/at/all"),
        ("postgres://user:hunter2@host:port:5/%zz", "the address of PostgreSQL cannot be read"),
        ("postgres://user:hunter2@127.0.0.1:1/name", "refused"),
        ("postgres://user:hunter2@/name?host=/nowhere", "No such file"),
        ("postgresql://user:hunter2@nowhere.invalid/name", "nowhere.invalid"),
        ("/dev/null", "cannot be"),
    ]

    @Test("A place that cannot be opened is told how to mend, without its password", arguments: wrongPlaces)
    func wrong(place: String, words: String) async {
        let failure = await #expect(throws: DatabaseFailure.self) { try await Databases.open(place) }
        let message = failure?.description ?? ""
        #expect(message.contains(words))
        #expect(!message.contains("hunter2"))
    }

    @Test("A file that is no database is refused and left alone")
    func notADatabase() async throws {
        try await TestDatabase.withPlace(.file) { place in
            guard case .address(let path) = place else { return }
            let text = String(repeating: "Dear diary. ", count: 100)
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            await #expect(throws: DatabaseFailure.unavailable("the file is not a SQLite database.")) {
                try await place.open()
            }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        }
    }

    @Test("What was committed is there after opening again", arguments: TestHome.durable)
    func again(home: TestHome) async throws {
        try await TestDatabase.withPlace(home) { place in
            let first = try await place.open()
            try await Migrator([Things.schema]).run(on: first)
            try await first.write { try Things.add(1, $0) }
            await first.close()
            let second = try await place.open()
            #expect(try await second.read(Things.ids) == [1])
            await second.close()
        }
    }
}
