package import TandemCare

/// What a backup says of itself.
package struct BackupHead: Sendable, Hashable {
    /// Number of the newest migration of the database.
    package let schema: Int
    /// `SQLite` or `PostgreSQL`: where it came from. It can be restored into either.
    package let engine: String
    package let madeAt: Instant
    /// Rows of all tables.
    package let rows: Int64
}
