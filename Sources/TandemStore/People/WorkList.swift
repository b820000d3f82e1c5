package import TandemCare
package import TandemDatabase

/// The lists of a practice's home: what waits there to be done. The count and the list are made from the same condition, so
/// that a count leads to exactly what it counts.
package enum WorkList: String, Sendable, Hashable, CaseIterable {
    case current
    case mine
    case shared
    case noIntake = "no-intake"
    case noTherapist = "no-therapist"
    case notInvited = "not-invited"
    case invitationWaiting = "invitation-waiting"
    case consentsEnding = "consents-ending"
    case archived

    /// Counting ends here.
    package static let mostCounted = 1000
    /// How early an ending consent is told of.
    package static let endsSoon = Duration.days(30)

    /// SQL about the listing `l`; `$1` is the practice.
    fileprivate func condition(_ account: ID<Account>, at now: Instant) -> (sql: String, values: [SQLValue]) {
        let moment = SQLValue.integer(now.microseconds)
        let current = "l.archived = 0 AND l.in_care = 1"
        let waiting = """
            EXISTS (SELECT 1 FROM ticket t WHERE t.subject = l.child AND t.kind = 'family' AND t.used_at IS NULL AND t.expires_at > $2)
            """
        return switch self {
        case .current: (current, [])
        case .mine:
            (
                """
                l.archived = 0 AND EXISTS (SELECT 1 FROM child_team t
                    WHERE t.account = $2 AND t.practice = l.practice AND t.child = l.child)
                """, [.text(account.text)]
            )
        case .shared: ("l.archived = 0 AND l.in_care = 0 AND (l.until IS NULL OR l.until > $2)", [moment])
        case .noIntake: ("\(current) AND NOT EXISTS (SELECT 1 FROM intake i WHERE i.child = l.child)", [])
        case .noTherapist:
            (
                """
                \(current) AND NOT EXISTS (SELECT 1 FROM child_team t
                    WHERE t.child = l.child AND t.practice = l.practice)
                """, []
            )
        case .notInvited:
            (
                """
                \(current) AND NOT EXISTS (SELECT 1 FROM family_tie f
                    WHERE f.child = l.child AND f.ended_at IS NULL) AND NOT \(waiting)
                """, [moment]
            )
        case .invitationWaiting: ("\(current) AND \(waiting)", [moment])
        case .consentsEnding:
            (
                """
                l.archived = 0 AND EXISTS (SELECT 1 FROM consent c WHERE c.child = l.child AND c.practice = l.practice
                    AND c.withdrawn_at IS NULL AND c.ends_at > $2 AND c.ends_at <= $3)
                """, [moment, .integer((now + Self.endsSoon).microseconds)]
            )
        case .archived: ("l.archived = 1 AND l.in_care = 1", [])
        }
    }
}

extension Connection {
    /// How many children are on a list, up to `WorkList.mostCounted`.
    package func count(_ list: WorkList, in practice: ID<Practice>, for account: ID<Account>, at now: Instant) throws
        -> Int
    {
        let (sql, values) = list.condition(account, at: now)
        let row = try row(
            """
            SELECT COUNT(*) AS number FROM (
                SELECT 1 FROM child_listing l WHERE l.practice = $1 AND \(sql) LIMIT \(WorkList.mostCounted)
            ) AS counted
            """,
            [.text(practice.text)] + values
        )
        return Int(try row?.integer("number") ?? 0)
    }

    /// One page of a list, by family name.
    /// - Parameter page: counted from 0.
    package func children(
        on list: WorkList,
        in practice: ID<Practice>,
        for account: ID<Account>,
        page: Int,
        size: Int = 50,
        at now: Instant
    ) throws -> FoundChildren {
        let (sql, values) = list.condition(account, at: now)
        let rows = try rows(
            """
            SELECT \(Listing.columns) FROM child_listing l WHERE l.practice = $1 AND \(sql)
            ORDER BY l.sort_name, l.child LIMIT \(size) OFFSET \(page * size)
            """,
            [.text(practice.text)] + values
        )
        let count = try count(list, in: practice, for: account, at: now)
        return FoundChildren(
            children: try listed(rows.map { try Listing($0) }.map { ($0.id, $0.isInCare) }, in: practice),
            count: count,
            isCapped: count >= WorkList.mostCounted
        )
    }
}
