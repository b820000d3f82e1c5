import TandemDatabase
import TandemTestSupport
import Testing

@Suite("Migrations")
struct MigrationTests {
    static let first = Migration(
        number: 1,
        name: "people",
        sql: "CREATE TABLE person (id TEXT {bytewise} PRIMARY KEY, name TEXT {bytewise} NOT NULL);"
    )
    static let second = Migration(number: 2, name: "ages", sql: "ALTER TABLE person ADD COLUMN age BIGINT;")
    static let broken = Migration(
        number: 2,
        name: "broken",
        sql: "CREATE TABLE pet (id BIGINT); CREATE TABLE pet (id BIGINT);"
    )

    @Test("Migrations are applied in order, once", arguments: TestHome.both)
    func once(home: TestHome) async throws {
        try await TestDatabase.with(home) { database in
            #expect(try await Migrator([Self.first]).run(on: database) == [Self.first])
            #expect(try await Migrator([Self.first, Self.second]).run(on: database) == [Self.second])
            #expect(try await Migrator([Self.first, Self.second]).run(on: database) == [])
            let row = try await database.write {
                try $0.row("INSERT INTO person (id, name, age) VALUES ('a', 'b', 3) RETURNING age")
            }
            #expect(try row?.integer("age") == 3)
            let table = try await database.read {
                try $0.rows("SELECT number, name, checksum, applied_at FROM migration ORDER BY number")
            }
            #expect(try table.map { try $0.text("name") } == ["people", "ages"])
            #expect(try table.allSatisfy { try $0.text("checksum").count == 64 && !$0.text("applied_at").isEmpty })
        }
    }

    @Test("Text in a bytewise column is ordered by its bytes", arguments: TestHome.both)
    func bytewise(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Self.first]) { database in
            let names = ["Zoë", "abel", "Éva", "Abel", "zo", "日本", "_"]
            try await database.write { connection in
                for name in names {
                    try connection.execute("INSERT INTO person (id, name) VALUES ($1, $1)", [.text(name)])
                }
            }
            let ordered = try await database.read {
                try $0.rows("SELECT name FROM person ORDER BY name").map { try $0.text("name") }
            }
            #expect(ordered == names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
        }
    }

    @Test("A database of a newer program is refused", arguments: TestHome.both)
    func newer(home: TestHome) async throws {
        try await TestDatabase.with(home, migrations: [Self.first, Self.second]) { database in
            await #expect(throws: DatabaseFailure.newer(found: 2, known: 1)) {
                try await Migrator([Self.first]).run(on: database)
            }
        }
    }

    @Test("A migration that reads otherwise is refused", arguments: TestHome.both)
    func altered(home: TestHome) async throws {
        let other = Migration(number: 1, name: "people", sql: Self.first.sql + " ")
        try await TestDatabase.with(home, migrations: [Self.first]) { database in
            await #expect(throws: DatabaseFailure.altered(migration: "people")) {
                try await Migrator([other, Self.second]).run(on: database)
            }
            await #expect(throws: DatabaseFailure.self, "nothing was applied") {
                try await database.read { try $0.rows("SELECT age FROM person") }
            }
        }
    }

    @Test("A migration that fails leaves the one before it", arguments: TestHome.both)
    func broken(home: TestHome) async throws {
        try await TestDatabase.with(home) { database in
            await #expect(throws: DatabaseFailure.self) {
                try await Migrator([Self.first, Self.broken]).run(on: database)
            }
            await #expect(throws: DatabaseFailure.self) {
                try await database.read { try $0.rows("SELECT id FROM pet") }
            }
            let applied = try await Migrator([Self.first, Self.second]).run(on: database)
            #expect(applied == [Self.second])
        }
    }

    @Test("A gap in the numbers is refused")
    func gap() throws {
        let third = Migration(number: 3, name: "third", sql: "")
        #expect(throws: DatabaseFailure.mismatch("migration 'third' is number 3 where 2 is due")) {
            try Migrator([Self.first, third])
        }
        #expect(throws: DatabaseFailure.self) { try Migrator([Self.second]) }
    }

    @Test("Programs that start at the same time do not collide", arguments: TestHome.durable)
    func together(home: TestHome) async throws {
        try await TestDatabase.withPlace(home) { place in
            let migrator = try Migrator([Self.first, Self.second])
            let applied = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        let database = try await place.open()
                        let applied = try await migrator.run(on: database)
                        await database.close()
                        return applied.count
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(applied == 2)
        }
    }

    @Test("A migration's number and name come from its file's name")
    func file() {
        let migration = Migration(file: "0012-plans-of-care.sql", sql: "SELECT 1")
        #expect(migration == Migration(number: 12, name: "plans-of-care", sql: "SELECT 1"))
        #expect(Migration(file: "plans.sql", sql: "") == nil)
        #expect(Migration(file: "0001-plans.txt", sql: "") == nil)
    }
}
