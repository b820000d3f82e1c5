import TandemAssets
package import TandemCare
package import TandemDatabase
package import TandemStore

/// Stores for tests: a real database with the schema as it ships, the table of access as it ships, a clock that tests move.
package enum TestStore {
    package static let migrations = Assets.texts(in: "Migrations").compactMap { Migration(file: $0.path, sql: $0.text) }

    package static func access() throws -> Access {
        try Access(AccessTable(Assets.texts(in: "Rules").first { $0.path == "access.txt" }?.text ?? ""))
    }

    /// Opens a store on a fresh database, runs `body`, and removes every trace.
    package static func with<Value: Sendable>(
        _ home: TestHome = .memory,
        clock: TestClock = TestClock(),
        _ body: (Store) async throws -> Value
    ) async throws -> Value {
        let trail = AuditTrail(clock.effects)
        return try await TestDatabase.with(home, migrations: migrations, closing: trail.closing) { database in
            try await trail.open(in: database)
            return try await body(
                Store(database: database, effects: clock.effects, access: access(), trail: trail)
            )
        }
    }
}

extension TestStore {
    /// The text of a file in `Rules/`.
    package static func rule(_ name: String) -> String {
        Assets.texts(in: "Rules").first { $0.path == name }?.text ?? ""
    }
}
