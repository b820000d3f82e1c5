import Crypto
package import TandemCare
package import TandemDatabase

/// The hash chain of one process. Line `n` carries the hash of line `n - 1` and its own content, so a line that is changed,
/// removed or inserted breaks the chain there. The first line carries the first hash of the chain before, so a whole chain
/// cannot be taken out either.
package struct AuditChain: Sendable {
    package let id: String

    package init(id: String) { self.id = id }

    /// Writes lines at the end of the chain; the database calls it once for each shared commit (`Closing`).
    package func append(_ lines: [AuditLine], to connection: any Connection, at now: Instant) throws {
        // Written before it is read, so that no other connection can be at the same link.
        let head = try connection.row(
            "UPDATE audit_chain SET seen_at = $2 WHERE id = $1 RETURNING number, hash",
            [.text(id), .integer(now.microseconds)]
        )
        guard let head else { throw DatabaseFailure.mismatch("the audit chain of this process is not open") }
        var number = try head.integer("number")
        var hash = try head.text("hash")
        for line in lines {
            number += 1
            let body = try line.json()
            hash = Self.hash(previous: hash, number: number, body: body)
            try connection.send(
                """
                INSERT INTO audit_line (chain, number, at, child, practice, account, body, hash)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
                [
                    .text(id), .integer(number), .integer(line.at.microseconds), .text(line.child?.text),
                    .text(line.practice?.text), .text(line.account?.text), .text(body), .text(hash),
                ]
            )
        }
        try connection.send(
            "UPDATE audit_chain SET number = $2, hash = $3 WHERE id = $1",
            [.text(id), .integer(number), .text(hash)]
        )
    }

    /// SHA-256, in hexadecimal, over the hash before, the line's number and its JSON.
    package static func hash(previous: String, number: Int64, body: String) -> String {
        var sha = SHA256()
        sha.update(data: Array("\(previous)\n\(number)\n\(body)".utf8))
        return sha.finalize().hexadecimal
    }
}
