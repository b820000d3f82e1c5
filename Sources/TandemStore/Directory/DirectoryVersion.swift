package import TandemDatabase

/// Counts the changes of the directory: what was read at the same numbers still holds. Every program at work on the database
/// sees what another one has imported or changed.
package struct DirectoryVersion: Sendable, Hashable {
    package let providers: Int
    package let listings: Int

    package init(providers: Int, listings: Int) {
        self.providers = providers
        self.listings = listings
    }

    /// What has changed.
    package enum Part: String, Sendable { case providers, listings }
}

extension Connection {
    package func directoryVersion() throws -> DirectoryVersion {
        guard let row = try row("SELECT providers, listings FROM directory_version") else {
            return DirectoryVersion(providers: 0, listings: 0)
        }
        return DirectoryVersion(
            providers: Int(try row.integer("providers")),
            listings: Int(try row.integer("listings"))
        )
    }
}

extension Transaction {
    /// Counts a change of the directory.
    package func count(_ part: DirectoryVersion.Part) throws {
        try connection.execute(
            """
            INSERT INTO directory_version (id, providers, listings) VALUES (1, $1, $2)
            ON CONFLICT (id) DO UPDATE SET \(part.rawValue) = directory_version.\(part.rawValue) + 1
            """,
            [.integer(part == .providers ? 1 : 0), .integer(part == .listings ? 1 : 0)]
        )
    }
}
