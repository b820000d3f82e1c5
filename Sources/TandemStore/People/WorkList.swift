package import TandemCare
package import TandemCatalog
package import TandemDatabase

/// The lists of a practice's home: what waits there to be done. The count and the list are made from the same condition, so
/// that a count leads to exactly what it counts.
package enum WorkList: String, Sendable, Hashable, CaseIterable {
    case current
    case mine
    case shared
    /// An activity hurt, and no therapist has taken it up.
    case hurt
    /// Notes that this person began and has not signed.
    case drafts
    case dueOver = "over-due"
    case dueSoon = "due-soon"
    case questions
    case proposedGoals = "proposed-goals"
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
    /// How many days ahead something is told of that is due.
    package static let dueSoonDays = 14

    /// SQL about the listing `l`; `$1` is the practice, `$2` the moment.
    fileprivate func condition(_ account: ID<Account>, at now: Instant, today: CalendarDate) -> (
        sql: String, values: [SQLValue]
    ) {
        let moment = SQLValue.integer(now.microseconds)
        let current = "l.archived = 0 AND l.in_care = 1 AND l.until > $2"
        let waiting = """
            EXISTS (SELECT 1 FROM ticket t WHERE t.subject = l.child AND t.kind = 'family' AND t.used_at IS NULL AND t.expires_at > $2)
            """
        func due(_ comparison: String) -> String {
            "\(current) AND l.child IN (SELECT d.child FROM due d WHERE d.practice = $1 AND \(comparison))"
        }
        let (sql, more): (String, [SQLValue]) =
            switch self {
            case .current: (current, [])
            case .mine:
                (
                    """
                    l.archived = 0 AND l.until > $2 AND EXISTS (SELECT 1 FROM child_team t
                        WHERE t.account = $3 AND t.practice = l.practice AND t.child = l.child)
                    """, [.text(account.text)]
                )
            case .shared: ("l.archived = 0 AND l.in_care = 0 AND l.until > $2", [])
            case .hurt:
                ("\(current) AND l.child IN (SELECT h.child FROM hurt_alert h WHERE h.taken_at IS NULL)", [])
            case .drafts:
                (
                    """
                    \(current) AND l.child IN (SELECT n.child FROM visit_note n
                        WHERE n.author = $3 AND n.practice = l.practice AND n.signed_at IS NULL)
                    """, [.text(account.text)]
                )
            case .dueOver: (due("d.on_day < $3"), [.day(today)])
            case .dueSoon:
                (due("d.on_day >= $3 AND d.on_day <= $4"), [.day(today), .day(today.adding(days: Self.dueSoonDays))])
            case .questions:
                ("\(current) AND l.child IN (SELECT q.child FROM goal_question q WHERE q.closed_at IS NULL)", [])
            case .proposedGoals:
                ("\(current) AND l.child IN (SELECT g.child FROM goal g WHERE g.status = 'proposed')", [])
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
                    """, []
                )
            case .invitationWaiting: ("\(current) AND \(waiting)", [])
            case .consentsEnding:
                (
                    """
                    l.archived = 0 AND EXISTS (SELECT 1 FROM consent c WHERE c.child = l.child AND c.practice = l.practice
                        AND c.withdrawn_at IS NULL AND c.ends_at > $2 AND c.ends_at <= $3)
                    """, [.integer((now + Self.endsSoon).microseconds)]
                )
            case .archived: ("l.archived = 1 AND l.in_care = 1 AND l.until > $2", [])
            }
        return (sql, [moment] + more)
    }
}

extension Connection {
    /// How many children are on a list, up to `WorkList.mostCounted`.
    package func count(
        _ list: WorkList,
        in practice: ID<Practice>,
        for account: ID<Account>,
        at now: Instant,
        today: CalendarDate
    ) throws -> Int {
        let (sql, values) = list.condition(account, at: now, today: today)
        let row = try row(
            """
            SELECT COUNT(*) AS number FROM (
                SELECT 1 FROM child_listing l WHERE l.practice = $1 AND \(sql) LIMIT \(WorkList.mostCounted)
            ) counted
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
        at now: Instant,
        today: CalendarDate
    ) throws -> FoundChildren {
        let (sql, values) = list.condition(account, at: now, today: today)
        let rows = try rows(
            """
            SELECT l.child FROM child_listing l WHERE l.practice = $1 AND \(sql)
            ORDER BY l.words, l.child LIMIT \(size) OFFSET \(page * size)
            """,
            [.text(practice.text)] + values
        )
        let count = try count(list, in: practice, for: account, at: now, today: today)
        return FoundChildren(
            children: try listed(rows.compactMap { ID<Child>(try $0.text("child")) }, in: practice),
            count: count,
            isCapped: count >= WorkList.mostCounted
        )
    }
}
