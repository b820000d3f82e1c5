import Synchronization
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Backup and restore")
struct BackupTests {
    @Test("A restored backup equals the original table by table", arguments: TestHome.durable, TestHome.durable)
    func equal(_ from: TestHome, _ to: TestHome) async throws {
        let file = BackupFile()
        let original = try await TestStore.with(from) { store in
            try await Self.fill(store)
            try await file.make(of: store.database)
            return try await Self.content(of: store.database)
        }
        try await TestDatabase.with(to) { database in
            let head = try await file.restore(into: database)
            #expect(head.rows == Int64(original.values.reduce(0) { $0 + $1.count }))
            let restored = try await Self.content(of: database)
            #expect(restored.keys.sorted() == original.keys.sorted())
            for (table, rows) in original { #expect(restored[table] == rows, "\(table)") }
        }
    }

    @Test("A database that is not empty is left alone, unless it is to be replaced", arguments: TestHome.durable)
    func replace(_ home: TestHome) async throws {
        let file = BackupFile()
        let original = try await TestStore.with(.file) { store in
            try await Self.fill(store)
            try await file.make(of: store.database)
            return try await Self.content(of: store.database)
        }
        try await TestStore.with(home) { store in
            _ = try await SmallFamily(in: store)
            try await store.trail.close(in: store.database)
            let before = try await Self.content(of: store.database)
            await #expect(throws: BackupFailure.notEmpty) { try await file.restore(into: store.database) }
            #expect(try await Self.content(of: store.database) == before)
            _ = try await file.restore(into: store.database, replaces: true)
            #expect(try await Self.content(of: store.database) == original)
        }
    }

    @Test("A backup that breaks off leaves what was there", arguments: TestHome.durable)
    func half(_ home: TestHome) async throws {
        let file = BackupFile()
        try await TestStore.with(.file) { store in
            try await Self.fill(store, children: 800)
            try await file.make(of: store.database)
        }
        #expect(file.count > 200_000)
        file.cut(at: 150_000)
        try await TestStore.with(home) { store in
            _ = try await SmallFamily(in: store)
            try await store.trail.close(in: store.database)
            let before = try await Self.content(of: store.database)
            await #expect(throws: BackupFailure.self) { try await file.restore(into: store.database, replaces: true) }
            #expect(try await Self.content(of: store.database) == before)
        }
    }

    @Test("Nothing is restored under a server that runs")
    func running() async throws {
        let file = BackupFile()
        try await TestStore.with { store in
            try await file.make(of: store.database)
            await #expect(throws: BackupFailure.serverRuns) {
                try await file.restore(into: store.database, replaces: true)
            }
        }
    }

    @Test("A backup of a newer program is refused")
    func newer() async throws {
        let file = BackupFile()
        try await TestStore.with { store in try await file.make(of: store.database) }
        try await TestDatabase.with { database in
            let known = Array(TestStore.migrations.dropLast())
            await #expect(throws: BackupFailure.self) { try await file.restore(into: database, knowing: known) }
        }
    }

    @Test("A backup of an older program is brought up to date", arguments: TestHome.durable)
    func older(_ home: TestHome) async throws {
        let file = BackupFile()
        let first = Array(TestStore.migrations.prefix(1))
        try await TestDatabase.with(.file, migrations: first) { try await file.make(of: $0, knowing: first) }
        try await TestDatabase.with(home) { database in
            _ = try await file.restore(into: database)
            #expect(try await database.read { try $0.newestMigration() } == TestStore.migrations.count)
        }
    }

    /// A family, a merged record that points at a newer one, and texts of all kinds.
    private static func fill(_ store: Store, children: Int = 3) async throws {
        let family = try await SmallFamily(in: store)
        try await store.change(by: .program) { transaction in
            for number in 0..<children {
                var merged = Child(
                    id: transaction.effects.id(),
                    givenName: "Zoë \(number) '\"\\ \n 👩‍👧",
                    familyName: "",
                    birthDate: CalendarDate(year: 2020, month: 1, day: 1)
                )
                try transaction.insert(merged)
                merged.mergedInto = family.child.id
                try transaction.replace(merged, version: 1)
            }
            _ = try transaction.update(family.child.id) { $0.whatMatters = "Climbing trees" }
        }
    }

    /// All rows of all tables, as texts in order.
    private static func content(of database: any Database) async throws -> [String: [String]] {
        try await database.read { connection in
            var content: [String: [String]] = [:]
            for table in try TableShape.all(connection) {
                let rows = try connection.rows("SELECT * FROM \(table.name)")
                content[table.name] = rows.map { "\($0.values)" }.sorted()
            }
            return content
        }
    }
}

/// A backup in memory.
private final class BackupFile: Sendable {
    private let bytes = Mutex<[UInt8]>([])
    private let now = TestClock().now

    var count: Int { bytes.withLock { $0.count } }

    func cut(at length: Int) { bytes.withLock { $0 = Array($0.prefix(length)) } }

    func make(of database: any Database, knowing migrations: [Migration] = TestStore.migrations) async throws {
        let salt = [UInt8](repeating: 3, count: 32)
        _ = try await Backup(try Migrator(migrations)).make(of: database, at: now) {
            try SealedWriter(passphrase: "correct horse battery", salt: salt, cost: 10) { piece in
                self.bytes.withLock { $0 += piece }
            }
        }
    }

    @discardableResult func restore(
        into database: any Database,
        replaces: Bool = false,
        knowing migrations: [Migration] = TestStore.migrations
    ) async throws -> BackupHead {
        let file = bytes.withLock { $0 }
        return try await Backup(try Migrator(migrations)).restore(into: database, replaces: replaces, at: now) {
            var rest = file[...]
            return try SealedReader(passphrase: "correct horse battery") { count in
                defer { rest = rest.dropFirst(count) }
                return Array(rest.prefix(count))
            }
        }
    }
}
