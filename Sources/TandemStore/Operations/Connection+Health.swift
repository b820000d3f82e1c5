package import TandemCare
package import TandemDatabase

/// What those who run the server want to know of the database.
extension Connection {
    /// Number of the newest migration that was applied; 0 in an empty database.
    package func newestMigration() throws -> Int {
        guard try hasTable("migration") else { return 0 }
        return Int(try row("SELECT COALESCE(MAX(number), 0) AS number FROM migration")?.integer("number") ?? 0)
    }

    /// Whether a program works on the database: it has shown within a minute that it lives.
    package func hasLivingChain(at now: Instant) throws -> Bool {
        try row(
            "SELECT id FROM audit_chain WHERE closed_at IS NULL AND seen_at > $1 LIMIT 1",
            [.integer((now - AuditTrail.silence).microseconds)]
        ) != nil
    }

    /// When the newest line of the trail was written, by the clock of who wrote it.
    package func newestLine() throws -> Instant? {
        let row = try row("SELECT MAX(seen_at) AS at FROM audit_chain")
        return try row?.optionalInteger("at").map(Instant.init(microseconds:))
    }

    /// What the database takes for now; `nil` for SQLite, which has no clock of its own.
    package func serverClock() throws -> Instant? {
        guard engine == .postgres else { return nil }
        let sql = "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT) AS at"
        return try row(sql).map { Instant(microseconds: try $0.integer("at")) }
    }

    /// Why a commit may be lost when power fails; `nil` where it cannot.
    package func whatMakesCommitsUnsafe() throws -> String? {
        switch engine {
        case .sqlite:
            let level = try row("PRAGMA synchronous")?.integer("synchronous") ?? 0
            return level >= 2 ? nil : "SQLite's synchronous is \(level), not FULL."
        case .postgres:
            for (name, safe) in [
                ("fsync", ["on"]), ("synchronous_commit", ["on", "remote_apply", "remote_write", "local"]),
            ] {
                let value = try row("SELECT current_setting($1) AS value", [.text(name)])?.text("value") ?? ""
                if !safe.contains(value) { return "PostgreSQL's \(name) is \(value)." }
            }
            return nil
        }
    }

    private func hasTable(_ name: String) throws -> Bool {
        let sql =
            switch engine {
            case .sqlite: "SELECT 1 AS found FROM sqlite_master WHERE type = 'table' AND name = $1"
            case .postgres:
                "SELECT 1 AS found FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = $1"
            }
        return try row(sql, [.text(name)]) != nil
    }
}
