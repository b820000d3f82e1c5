package import TandemCare
package import TandemDatabase

/// Reading several children, and the people around them, with few statements.
extension Connection {
    /// Children as lists show them, in the order given.
    func listed(_ ids: [ID<Child>], in practice: ID<Practice>) throws -> [ListedChild] {
        let rows: [Row] = try gather(ids.map(\.text)) { list, values in
            try self.rows(
                """
                SELECT c.body, l.practice, l.in_care FROM child c JOIN child_listing l ON l.child = c.id
                WHERE c.id IN (\(list))
                """,
                values
            )
        }
        let teams = try teams(of: ids, in: practice)
        var byID: [ID<Child>: ListedChild] = [:]
        for row in rows where try row.text("practice") == practice.text {
            let child = try RecordJSON.recall(Child.self, from: row.text("body"))
            byID[child.id] = ListedChild(
                child: child,
                isInCare: try row.flag("in_care"),
                team: teams[child.id] ?? []
            )
        }
        return ids.compactMap { byID[$0] }
    }

    func children(_ ids: [ID<Child>]) throws -> [Child] {
        try gather(ids.map(\.text)) { list, values in
            try records(Child.self, where: "id IN (\(list))", values).map(\.value)
        }
    }

    /// The therapists of a practice on the teams of children.
    private func teams(of children: [ID<Child>], in practice: ID<Practice>) throws -> [ID<Child>: [TeamMember]] {
        let rows: [Row] = try gather(children.map(\.text)) { list, values in
            try self.rows(
                """
                SELECT t.child, t.account, t.practice, a.name, m.roles FROM child_team t
                JOIN account a ON a.id = t.account
                LEFT JOIN membership m ON m.account = t.account AND m.practice = t.practice AND m.ended_at IS NULL
                WHERE t.child IN (\(list)) ORDER BY a.name
                """,
                values
            )
        }
        var teams: [ID<Child>: [TeamMember]] = [:]
        for row in rows {
            guard let child = ID<Child>(try row.text("child")), let member = try TeamMember(row),
                member.practice == practice
            else { continue }
            teams[child, default: []].append(member)
        }
        return teams
    }

    /// Names of people by account.
    package func names(of accounts: Set<ID<Account>>) throws -> [ID<Account>: String] {
        try namesByID("account", accounts)
    }

    /// Names of practices.
    package func names(of practices: Set<ID<Practice>>) throws -> [ID<Practice>: String] {
        try namesByID("practice", practices)
    }

    private func namesByID<Entity>(_ table: String, _ ids: Set<ID<Entity>>) throws -> [ID<Entity>: String] {
        var names: [ID<Entity>: String] = [:]
        let rows: [Row] = try gather(ids.map(\.text)) { list, values in
            try self.rows("SELECT id, name FROM \(table) WHERE id IN (\(list))", values)
        }
        for row in rows { if let id = ID<Entity>(try row.text("id")) { names[id] = try row.text("name") } }
        return names
    }

    /// Asks for things by id, as many at once as a statement takes. Lists grow by powers of two, so that few statements are
    /// prepared; the last id fills them up.
    func gather<Value>(_ ids: [String], _ ask: (_ list: String, _ values: [SQLValue]) throws -> [Value]) throws
        -> [Value]
    {
        var found: [Value] = []
        var rest = ids[...]
        while !rest.isEmpty {
            let some = rest.prefix(256)
            rest = rest.dropFirst(256)
            var size = 1
            while size < some.count { size *= 2 }
            let values = some + Array(repeating: some.last ?? "", count: size - some.count)
            let list = (1...size).map { "$\($0)" }.joined(separator: ", ")
            found += try ask(list, values.map { .text($0) })
        }
        return found
    }
}

extension TeamMember {
    init?(_ row: Row) throws {
        self.init(
            try row.text("account"),
            try row.text("practice"),
            try row.text("name"),
            try row.optionalText("roles")
        )
    }

    /// - Parameter roles: as the column of `membership` has them: "PT,administrator".
    init?(_ account: String, _ practice: String, _ name: String, _ roles: String?) {
        guard let account = ID<Account>(account), let practice = ID<Practice>(practice) else { return nil }
        let roles = (roles ?? "").split(separator: ",").compactMap { Role(rawValue: String($0)) }
        self.init(account: account, practice: practice, name: name, roles: Set(roles))
    }
}
