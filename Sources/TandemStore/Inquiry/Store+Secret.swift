import TandemCare
import TandemDatabase

extension Store {
    /// A secret that all servers of this database share, made at first use.
    package func secret(_ name: String) async throws -> String {
        if let known = try await database.read({ try $0.secret(name) }) { return known }
        let made = Token(effects).text
        return try await database.write { connection in
            try connection.execute(
                "INSERT INTO server_secret (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                [.text(name), .text(made)]
            )
            return try connection.secret(name) ?? made
        }
    }
}

extension Connection {
    fileprivate func secret(_ name: String) throws -> String? {
        try row("SELECT value FROM server_secret WHERE name = $1", [.text(name)])?.text("value")
    }
}
