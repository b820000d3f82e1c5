/// The engines, and the little in which their SQL differs.
package enum Engine: String, Sendable, CaseIterable {
    case sqlite = "SQLite"
    case postgres = "PostgreSQL"

    /// The collation that orders text by its bytes; `{bytewise}` in migrations.
    package var bytewise: String {
        switch self {
        case .sqlite: "COLLATE BINARY"
        case .postgres: #"COLLATE "C""#
        }
    }
}

extension Connection {
    /// Lets one transaction at a time pass, over all programs at work on the database, until its commit. What was committed
    /// by the one before can then be read. SQLite has one writer anyway.
    package func lock(_ name: String) throws(DatabaseFailure) {
        switch engine {
        case .sqlite: break
        case .postgres: _ = try rows("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [.text(name)])
        }
    }
}
