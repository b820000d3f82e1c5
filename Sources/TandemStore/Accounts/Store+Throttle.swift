import Crypto
import TandemCare
import TandemDatabase

/// Slows down guessing: so many tries in so much time, counted in the database so that all processes count together.
package struct Throttle: Sendable {
    /// What is counted: `sign-in by account` ...
    package let kind: String
    package let most: Int
    package let within: Duration

    package init(_ kind: String, most: Int, within: Duration) {
        self.kind = kind
        self.most = most
        self.within = within
    }
}

extension Store {
    /// Counts one try by `key` (an email, an address; kept as a hash).
    /// - Returns: whether the try may go on.
    package func countTry(_ throttle: Throttle, by key: String) async throws -> Bool {
        let name = Self.name(throttle, key)
        return try await database.write { [effects] connection in
            let now = effects.now()
            let since = (now - throttle.within).microseconds
            let row = try connection.row(
                """
                INSERT INTO throttle (name, starts_at, count) VALUES ($1, $2, 1)
                ON CONFLICT (name) DO UPDATE SET
                    count = CASE WHEN throttle.starts_at > $3 THEN throttle.count + 1 ELSE 1 END,
                    starts_at = CASE WHEN throttle.starts_at > $3 THEN throttle.starts_at ELSE $2 END
                RETURNING count
                """,
                [.text(name), .integer(now.microseconds), .integer(since)]
            )
            return try row.map { try $0.integer("count") <= throttle.most } ?? true
        }
    }

    /// Forgets the tries, once somebody got in.
    package func forgetTries(_ throttle: Throttle, by key: String) async throws {
        let name = Self.name(throttle, key)
        try await database.write { connection in
            _ = try connection.execute("DELETE FROM throttle WHERE name = $1", [.text(name)])
        }
    }

    private static func name(_ throttle: Throttle, _ key: String) -> String {
        SHA256.hash(data: Array("\(throttle.kind)\n\(key)".utf8)).hexadecimal
    }
}
