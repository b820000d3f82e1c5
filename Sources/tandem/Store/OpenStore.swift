import Foundation
import TandemAssets
import TandemCare
import TandemDatabase
import TandemStore

/// The store while this program has it open: its database, and this program's chain of the audit trail.
struct OpenStore: Sendable {
    let store: Store

    var database: any Database { store.database }
    var trail: AuditTrail { store.trail }

    /// Opens the database, brings its schema up to date and opens a chain.
    /// - Throws: `DatabaseFailure`, in words that say how to mend it; nothing stays open then.
    static func open(_ settings: Settings) async throws -> OpenStore {
        let effects = Composition.effects(settings.timeZone)
        let trail = AuditTrail(effects)
        let database = try await openDatabase(settings.database, closing: trail.closing)
        do {
            try await Migrator(Composition.migrations()).run(on: database)
            try await trail.open(in: database)
            let access = Access(try Composition.accessTable())
            return OpenStore(store: Store(database: database, effects: effects, access: access, trail: trail))
        } catch {
            await database.close()
            throw error
        }
    }

    /// Opens a database only; the folder of the default file is made where it is missing.
    static func openDatabase(_ place: String, closing: Closing? = nil) async throws -> any Database {
        // What is created now is for this user only.
        umask(0o077)
        if place == Settings.defaultDatabase {
            let folder = URL(filePath: place).deletingLastPathComponent()
            try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        return try await Databases.open(place, closing: closing)
    }

    /// Opens the store for the time of `body`, as a command needs it.
    static func with<Value>(_ settings: Settings, _ body: (OpenStore) async throws -> Value) async throws -> Value {
        let open = try await open(settings)
        let result: Result<Value, any Error>
        do { result = .success(try await body(open)) } catch { result = .failure(error) }
        await open.close()
        return try result.get()
    }

    /// Writes the last looks, closes the chain and lets go of the database.
    /// - Returns: what kept the chain from being closed; the next program to start marks a gap then.
    @discardableResult func close() async -> (any Error)? {
        var failure: (any Error)?
        do { try await trail.close(in: database) } catch { failure = error }
        await database.close()
        return failure
    }
}
