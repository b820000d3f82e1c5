import CPostgres

/// Where a PostgreSQL server is, as libpq understands it: `postgres://user:password@host:port/database?sslmode=verify-full`.
struct PostgresAddress: Sendable {
    /// As it was written, password and all: for libpq only.
    let text: String
    private let secrets: [String]

    /// - Throws: `.unavailable` with words that never repeat the address, which may hold a password.
    init(_ text: String) throws(DatabaseFailure) {
        var message: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(text, &message) else {
            PQfreemem(message)
            throw .unavailable(
                "the address of PostgreSQL cannot be read. Write postgres://user:password@host:5432/database, and %40 for "
                    + "@, %2F for / and %25 for % in a password."
            )
        }
        defer { PQconninfoFree(options) }
        var secrets: [String] = []
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val, String(cString: keyword).hasSuffix("password") {
                secrets.append(String(cString: value))
            }
            option += 1
        }
        self.text = text
        self.secrets = secrets.filter { !$0.isEmpty }
    }

    /// What libpq has to say, in one line and without the password.
    func cleaned(_ message: String) -> String {
        let line = message.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix(while: \.isWhitespace) }.joined(
            separator: " "
        )
        return secrets.reduce(line) {
            $0.split(separator: $1, omittingEmptySubsequences: false).joined(separator: "***")
        }
    }
}
