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

    /// Opens a database that has to be there, with the schema of this program; nothing in it is changed.
    static func openExisting(_ settings: Settings) async throws -> any Database {
        let place = settings.database
        guard place.contains("://") || FileManager.default.fileExists(atPath: place) else {
            throw DatabaseFailure.unavailable(
                "There is no file '\(place)'. Name the database with TANDEM_DATABASE or --database."
            )
        }
        let database = try await openDatabase(place)
        do {
            try await requireSchema(of: database)
            return database
        } catch {
            await database.close()
            throw error
        }
    }

    private static func requireSchema(of database: any Database) async throws {
        let known = Composition.migrations().count
        let found = try await database.read { try $0.newestMigration() }
        if found > known { throw DatabaseFailure.newer(found: found, known: known) }
        if found < known { throw OpenStoreFailure.older(found: found, known: known) }
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

enum OpenStoreFailure: Error, CustomStringConvertible {
    case older(found: Int, known: Int)

    var description: String {
        switch self {
        case .older(let found, let known):
            "The database is of an older Tandem (its schema is number \(found); this program needs \(known)). "
                + "Start `tandem serve` once; it brings the database up to date."
        }
    }
}
