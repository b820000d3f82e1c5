package import TandemDatabase

/// What those who run the server want to know of the database.
extension Connection {
    /// Number of the newest migration that was applied.
    package func newestMigration() throws -> Int {
        Int(try row("SELECT COALESCE(MAX(number), 0) AS number FROM migration")?.integer("number") ?? 0)
    }

    /// How many letters of the outbox wait, go out now, are uncertain or given up; those that are sent are not counted.
    package func lettersByState() throws -> [(state: String, count: Int64)] {
        let counts = try rows("SELECT state, COUNT(*) AS count FROM outbox WHERE state <> 'sent' GROUP BY state")
        let found = Dictionary(uniqueKeysWithValues: try counts.map { (try $0.text("state"), try $0.integer("count")) })
        return ["waiting", "sending", "uncertain", "failed"].map { ($0, found[$0] ?? 0) }
    }
}
