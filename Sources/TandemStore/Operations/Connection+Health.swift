package import TandemDatabase

/// What those who run the server want to know of the database.
extension Connection {
    /// Number of the newest migration that was applied; 0 in an empty database.
    package func newestMigration() throws -> Int {
        guard try hasTable("migration") else { return 0 }
        return Int(try row("SELECT COALESCE(MAX(number), 0) AS number FROM migration")?.integer("number") ?? 0)
    }

    /// How many letters of the outbox wait, go out now, are uncertain or given up; those that are sent are not counted.
    package func lettersByState() throws -> [(state: String, count: Int64)] {
        let counts = try rows("SELECT state, COUNT(*) AS count FROM outbox WHERE state <> 'sent' GROUP BY state")
        let found = Dictionary(uniqueKeysWithValues: try counts.map { (try $0.text("state"), try $0.integer("count")) })
        return ["waiting", "sending", "uncertain", "failed"].map { ($0, found[$0] ?? 0) }
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
