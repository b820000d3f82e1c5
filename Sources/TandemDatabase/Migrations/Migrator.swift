import Crypto

/// Brings the schema of a database up to date.
package struct Migrator: Sendable {
    let migrations: [Migration]

    /// - Throws: `.mismatch` unless the migrations are numbered 1, 2, 3, ... in this order.
    package init(_ migrations: [Migration]) throws(DatabaseFailure) {
        for (place, migration) in migrations.enumerated() where migration.number != place + 1 {
            throw .mismatch("migration '\(migration.name)' is number \(migration.number) where \(place + 1) is due")
        }
        self.migrations = migrations
    }

    /// Applies what the database does not have yet, each migration in a transaction of its own. Programs that start at the
    /// same time wait for each other.
    /// - Returns: the migrations that were applied now.
    /// - Throws: `.newer` or `.altered` where the database was made by another program; it is left as it is.
    @discardableResult package func run(on database: any Database) async throws -> [Migration] {
        var applied: [Migration] = []
        while let migration = try await database.write(applyNext) { applied.append(migration) }
        return applied
    }

    /// What a database has: number, name and checksum of each migration.
    static func applied(_ connection: any Connection) throws(DatabaseFailure) -> [Row] {
        try connection.rows("SELECT number, name, checksum FROM migration ORDER BY number")
    }

    /// - Returns: the migration that was applied; `nil` when all are.
    private func applyNext(_ connection: any Connection) throws -> Migration? {
        try connection.lock("migration")
        try connection.script(Self.tableSQL)
        let count = try countApplied(connection)
        guard count < migrations.count else { return nil }
        let next = migrations[count]
        try connection.script(next.text(for: connection.engine))
        try connection.execute(
            "INSERT INTO migration (number, name, checksum) VALUES ($1, $2, $3)",
            [.integer(Int64(next.number)), .text(next.name), .text(next.checksum)]
        )
        return next
    }

    static var tableSQL: String {
        """
        CREATE TABLE IF NOT EXISTS migration (
            number BIGINT PRIMARY KEY,
            name TEXT NOT NULL,
            checksum TEXT NOT NULL,
            applied_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
        );
        """
    }

    /// - Returns: how many migrations the database has.
    /// - Throws: `.newer` or `.altered` where they are not those of this program.
    func countApplied(_ connection: any Connection) throws -> Int {
        let known = try Self.applied(connection)
        guard known.count <= migrations.count else {
            throw DatabaseFailure.newer(found: known.count, known: migrations.count)
        }
        for (row, migration) in zip(known, migrations) {
            guard try row.text("checksum") == migration.checksum else {
                throw DatabaseFailure.altered(migration: try row.text("name"))
            }
        }
        return known.count
    }
}

extension Migration {
    /// SHA-256 of the frozen text, in hexadecimal digits.
    var checksum: String {
        SHA256.hash(data: Array(sql.utf8)).hexadecimal
    }

    /// The text as an engine reads it.
    func text(for engine: Engine) -> String {
        sql.split(separator: "{bytewise}", omittingEmptySubsequences: false).joined(separator: engine.bytewise)
    }
}
