package import TandemCare
package import TandemCatalog
package import TandemDatabase

/// Who has looked at a child's record and who has changed it, with the names of people and practices.
package struct Looks: Sendable {
    package let diary: LookDiary
    package let people: [ID<Account>: String]
    package let practices: [ID<Practice>: String]
    /// Roles of people in practices.
    package let roles: [ID<Account>: Set<Role>]
    /// The moment to go on from, where there is more.
    package let older: Instant?
}

extension Connection {
    /// Lines that one page is made of, at most.
    package static var mostLooks: Int { 1000 }

    /// - Parameters:
    ///   - before: newest first, from this moment back; `nil` from now.
    ///   - date: the day of a moment where the readers live.
    package func looks(
        at child: ID<Child>,
        before: Instant?,
        date: (Instant) -> CalendarDate
    ) throws -> Looks {
        var found: [(at: Int64, body: String)] = []
        for id in try ids(joinedInto: child) {
            let rows = try self.rows(
                "SELECT at, body FROM audit_line WHERE child = $1 AND at < $2 ORDER BY at DESC LIMIT \(Self.mostLooks + 1)",
                [.text(id.text), .integer(before?.microseconds ?? Int64.max)]
            )
            found += try rows.map { (try $0.integer("at"), try $0.text("body")) }
        }
        let newest = found.sorted { $0.at > $1.at }
        let lines = try newest.prefix(Self.mostLooks).map { try RecordJSON.decode(AuditLine.self, from: $0.body) }
        let accounts = Set(lines.compactMap(\.account))
        return Looks(
            diary: LookDiary(lines, date: date),
            people: try names(of: accounts),
            practices: try names(of: Set(lines.compactMap(\.practice))),
            roles: try roles(of: accounts),
            older: newest.count > Self.mostLooks ? lines.last?.at : nil
        )
    }

    private func roles(of accounts: Set<ID<Account>>) throws -> [ID<Account>: Set<Role>] {
        let rows: [Row] = try gather(accounts.map(\.text)) { list, values in
            try self.rows("SELECT account, roles FROM membership WHERE account IN (\(list))", values)
        }
        var roles: [ID<Account>: Set<Role>] = [:]
        for row in rows {
            guard let account = ID<Account>(try row.text("account")) else { continue }
            let words = try row.text("roles").split(separator: ",").compactMap { Role(rawValue: String($0)) }
            roles[account, default: []].formUnion(words)
        }
        return roles
    }
}
