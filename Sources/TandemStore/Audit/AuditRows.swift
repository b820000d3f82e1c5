import TandemCare
import TandemDatabase

/// A row of `audit_chain`.
struct ChainRow {
    let id: String
    let position: Int64
    let seenAt: Instant
    let isClosed: Bool
    let number: Int64
    let hash: String

    init(_ row: Row) throws {
        id = try row.text("id")
        position = try row.integer("position")
        seenAt = Instant(microseconds: try row.integer("seen_at"))
        isClosed = try row.optionalInteger("closed_at") != nil
        number = try row.integer("number")
        hash = try row.text("hash")
    }
}

/// A row of `audit_line`.
struct LineRow {
    let number: Int64
    let body: String
    let hash: String
    private let at: Int64
    private let parts: [String?]

    init(_ row: Row) throws {
        number = try row.integer("number")
        body = try row.text("body")
        hash = try row.text("hash")
        at = try row.integer("at")
        parts = [try row.optionalText("child"), try row.optionalText("practice"), try row.optionalText("account")]
    }

    /// Whether the columns that lines are searched by say the same as the line.
    func fits(_ line: AuditLine) -> Bool {
        at == line.at.microseconds && parts == [line.child?.text, line.practice?.text, line.account?.text]
    }
}
