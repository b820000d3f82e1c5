import Foundation
package import TandemDatabase

/// Databases for tests: fresh for each, gone afterwards.
package enum TestDatabase {
    /// Opens a fresh database, runs `body`, closes it and removes every trace.
    @discardableResult package static func with<Value: Sendable>(
        _ home: TestHome = .memory,
        migrations: [Migration] = [],
        closing: Closing? = nil,
        sharesCommits: Bool = true,
        _ body: (any Database) async throws -> Value
    ) async throws -> Value {
        try await withPlace(home) { place in
            let database = try await place.open(closing: closing, sharesCommits: sharesCommits)
            do {
                try await Migrator(migrations).run(on: database)
                let value = try await body(database)
                await database.close()
                return value
            } catch {
                await database.close()
                throw error
            }
        }
    }

    /// Hands `body` a place with nothing in it, which it may open as often as it likes.
    @discardableResult package static func withPlace<Value: Sendable>(
        _ home: TestHome,
        _ body: (TestPlace) async throws -> Value
    ) async throws -> Value {
        switch home {
        case .memory: return try await body(.memory)
        case .file:
            let folder = FileManager.default.temporaryDirectory.appending(path: "tandem-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            return try await body(.address(folder.appending(path: "tandem.db").path(percentEncoded: false)))
        case .postgres: return try await turnstile.pass { try await withSchema(of: TestHome.server(), body) }
        }
    }

    private static let turnstile = Turnstile(12)

    /// A schema of its own on the test server.
    private static func withSchema<Value: Sendable>(
        of server: String,
        _ body: (TestPlace) async throws -> Value
    ) async throws -> Value {
        let schema = "test_" + UUID().uuidString.lowercased().replacing("-", with: "")
        try await run("CREATE SCHEMA \(schema)", on: server)
        let mark = server.contains("?") ? "&" : "?"
        let result: Result<Value, any Error>
        do {
            result = .success(try await body(.address("\(server)\(mark)options=-csearch_path%3D\(schema)")))
        } catch {
            result = .failure(error)
        }
        try await run("DROP SCHEMA \(schema) CASCADE", on: server)
        return try result.get()
    }

    private static func run(_ sql: String, on server: String) async throws {
        let database = try await Databases.open(server)
        do {
            try await database.write { try $0.script(sql) }
            await database.close()
        } catch {
            await database.close()
            throw error
        }
    }
}
