import Foundation

/// Opens databases by what people write in a configuration.
package enum Databases {
    /// Picks the engine: `postgres://...` or `postgresql://...` is PostgreSQL, everything else the path of a SQLite file,
    /// which is created where there is none.
    /// - Parameters:
    ///   - closing: see `Closing`.
    ///   - sharesCommits: false gives every body a commit of its own; for measuring what sharing brings.
    /// - Throws: `.unavailable`, with words that tell how to mend it and never hold a password.
    package static func open(
        _ place: String,
        closing: Closing? = nil,
        sharesCommits: Bool = true
    ) async throws(DatabaseFailure) -> any Database {
        if let scheme = place.scheme {
            if ["postgres", "postgresql"].contains(scheme) {
                return try await openPostgres(place, closing: closing, sharesCommits: sharesCommits)
            }
            throw .unavailable(
                "'\(scheme)' is neither SQLite nor PostgreSQL. Name a file such as tandem.db, or an address such as "
                    + "postgres://user@host/database."
            )
        }
        try refuseWhatCannotBeAFile(place)
        return try SQLiteDatabase(path: place, closing: closing, sharesCommits: sharesCommits)
    }

    /// Connects once, so that a wrong address shows at the start.
    private static func openPostgres(
        _ address: String,
        closing: Closing?,
        sharesCommits: Bool
    ) async throws(DatabaseFailure) -> any Database {
        let database = try PostgresDatabase(address: address, closing: closing, sharesCommits: sharesCommits)
        do {
            _ = try await database.read { try $0.row("SELECT 1") }
            return database
        } catch {
            await database.close()
            throw error as? DatabaseFailure ?? .unavailable("\(error)")
        }
    }

    private static func refuseWhatCannotBeAFile(_ path: String) throws(DatabaseFailure) {
        guard !path.isEmpty, !path.hasPrefix(":") else {
            throw .unavailable("Name a file such as tandem.db, or an address such as postgres://user@host/database.")
        }
        var isDirectory = false
        if FileManager.default.exists(path, isDirectory: &isDirectory), isDirectory {
            throw .unavailable("'\(path)' is a folder. Add the name of a file, such as \(path)/tandem.db.")
        }
        let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
        guard FileManager.default.exists(folder, isDirectory: &isDirectory), isDirectory else {
            throw .unavailable("There is no folder '\(folder)'. Make it first, or name another file.")
        }
    }
}

extension String {
    /// `mysql` of `mysql://host/name`; `nil` for a path.
    fileprivate var scheme: String? {
        guard let end = range(of: "://") else { return nil }
        return String(self[..<end.lowerBound])
    }
}

extension FileManager {
    fileprivate func exists(_ path: String, isDirectory: inout Bool) -> Bool {
        var found: ObjCBool = false
        let exists = fileExists(atPath: path, isDirectory: &found)
        isDirectory = found.boolValue
        return exists
    }
}
