import CPostgres

/// What PostgreSQL reports about a statement.
struct PostgresReport {
    let failure: DatabaseFailure
    /// Whether it is worth another run.
    let trouble: Trouble?

    init(_ answer: PostgresAnswer) {
        let code = answer.field(TANDEM_PG_SQLSTATE) ?? ""
        trouble = Self.trouble(code)
        failure = Self.failure(code, answer)
    }

    private static func trouble(_ code: String) -> Trouble? {
        switch code {
        case "40001", "40P01": .clash
        // The schema has changed under a prepared statement; or the statement is gone. A new connection knows better.
        case "0A000", "26000": .lost
        case "57P01", "57P02", "57P03", "57P05", "25P03": .lost
        case "08P01": nil
        default: code.hasPrefix("08") ? .lost : nil
        }
    }

    private static func failure(_ code: String, _ answer: PostgresAnswer) -> DatabaseFailure {
        switch code {
        case "23505": .constraint(.unique, detail: columns(answer))
        case "23503": .constraint(.foreignKey, detail: answer.field(TANDEM_PG_CONSTRAINT) ?? "")
        case "23514": .constraint(.check, detail: answer.field(TANDEM_PG_CONSTRAINT) ?? "")
        case "23502": .constraint(.notNull, detail: column(answer.field(TANDEM_PG_COLUMN), answer))
        case "53100": .full
        case "40001", "40P01": .unavailable("another program was changing the same rows.")
        case "57014": .unavailable("a statement took too long.")
        default:
            switch code.prefix(2) {
            case "08" where code != "08P01", "53", "55", "57", "58":
                .unavailable("PostgreSQL is not at our service (\(code)).")
            // Names and SQL, never values: those are parameters.
            case "42", "08": .mismatch(answer.field(TANDEM_PG_MESSAGE) ?? code)
            default: .mismatch("PostgreSQL answered with \(code)")
            }
        }
    }

    /// `account.email` of "Key (email)=(...) already exists.", in whatever language the server speaks.
    private static func columns(_ answer: PostgresAnswer) -> String {
        guard
            let detail = answer.field(TANDEM_PG_DETAIL),
            let start = detail.firstIndex(of: "("),
            let end = detail.firstRange(of: ")=(")
        else { return answer.field(TANDEM_PG_CONSTRAINT) ?? "" }
        let names = detail[detail.index(after: start)..<end.lowerBound]
        return names.split(separator: ", ").map { column(String($0), answer) }.joined(separator: ", ")
    }

    private static func column(_ name: String?, _ answer: PostgresAnswer) -> String {
        [answer.field(TANDEM_PG_TABLE), name].compactMap { $0 }.joined(separator: ".")
    }
}
