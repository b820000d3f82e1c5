/// What a restore needs: the schema as it stood when a backup was made, inside the transaction that fills it.
extension Migrator {
    /// How many migrations this program knows.
    package var count: Int { migrations.count }

    /// Makes the tables of the first migrations. That they were applied is not noted: the rows of the backup say so.
    package func makeTables(upTo number: Int, in connection: any Connection) throws {
        try connection.script(Self.tableSQL)
        for migration in migrations.prefix(number) { try connection.script(migration.text(for: connection.engine)) }
    }

    /// - Throws: `.newer` or `.altered` where the database was made by another program.
    package func check(_ connection: any Connection) throws {
        _ = try countApplied(connection)
    }
}
