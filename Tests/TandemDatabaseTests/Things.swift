import TandemDatabase

/// The table that most tests use.
enum Things {
    static let schema = Migration(
        number: 1,
        name: "thing",
        sql: """
            CREATE TABLE thing (
                id BIGINT PRIMARY KEY,
                word TEXT CONSTRAINT word_is_short CHECK (length(word) < 4000000),
                count BIGINT,
                size DOUBLE PRECISION
            );
            CREATE TABLE part (
                id TEXT PRIMARY KEY,
                thing BIGINT NOT NULL REFERENCES thing (id),
                place BIGINT NOT NULL CHECK (place > 0),
                UNIQUE (thing, place)
            );
            """
    )

    static func add(_ id: Int, word: String? = nil, _ connection: any Connection) throws {
        try connection.execute("INSERT INTO thing (id, word) VALUES ($1, $2)", [.integer(Int64(id)), .text(word)])
    }

    static func count(_ connection: any Connection) throws -> Int64 {
        try connection.row("SELECT count(*) AS number FROM thing")?.integer("number") ?? 0
    }

    static func ids(_ connection: any Connection) throws -> [Int64] {
        try connection.rows("SELECT id FROM thing ORDER BY id").map { try $0.integer("id") }
    }
}

/// What a body throws for a reason of its own.
struct Refusal: Error, Equatable {}
