package import TandemCare
package import TandemCatalog
package import TandemDatabase

/// A practice's referrals by state, those that wait longest first.
package struct ReferralBoard: Sendable {
    package struct Column: Sendable {
        package let name: String
        /// All of the column; of closed ones those of the last month.
        package let count: Int
        package let overdue: Int
        /// The first of them.
        package let cards: [ReferralCard]
    }

    package let side: ReferralSide
    package let columns: [Column]
}

/// A referral as the board shows it.
package struct ReferralCard: Sendable {
    package let id: ID<Referral>
    package let child: Child
    package let state: ReferralState
    package let discipline: Discipline
    /// The name of the other side.
    package let other: String
    package let due: Instant?
    package let level: ReferralStanding.Level
    package let visit: CalendarDate?
    package let closed: Instant?
    package let reason: LostReason?
}

/// How many referrals wait in a practice.
package struct ReferralCounts: Sendable, Hashable {
    /// For somebody of this practice to act.
    package let waiting: Int
    /// Over their day, sent or received.
    package let overdue: Int
}

extension Connection {
    /// Cards that one column shows.
    package static var mostCards: Int { 20 }
    /// How long a closed referral stands on the board.
    package static var closedOnBoard: Duration { .days(30) }

    package func referralBoard(
        of practice: ID<Practice>,
        _ side: ReferralSide,
        table: ReferralTable,
        at now: Instant
    ) throws -> ReferralBoard {
        let counts = try stateCounts(practice, side, at: now)
        let closedSince = now - Self.closedOnBoard
        let columns = table.columns.map { (name: $0, states: table.states(in: $0)) }
            // A draft is its writer's own.
            .filter { side == .sender || $0.states != [.draft] }
        let parts = columns.enumerated().map { index, column in
            let states = column.states.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            let isClosed = column.states.allSatisfy(\.isTerminal)
            let condition =
                isClosed
                ? "is_open = 0 AND closed_at > $2 ORDER BY closed_at DESC, id"
                : "is_open = 1 AND state IN (\(states)) ORDER BY due_at, id"
            return """
                SELECT * FROM (SELECT \(index) AS part, id, child, state, discipline, from_practice, to_practice, to_partner,
                    due_at, alarm_at, silent_at, visit_on, closed_at, lost_reason
                    FROM referral WHERE \(side.column) = $1 AND \(condition) LIMIT \(Self.mostCards)) AS part_\(index)
                """
        }
        let rows = try rows(
            """
            SELECT r.*, c.body, COALESCE(p.name, t.name) AS other FROM (
            \(parts.joined(separator: "\nUNION ALL\n"))
            ) AS r JOIN child c ON c.id = r.child
            LEFT JOIN practice p ON p.id = r.\(side.other.column) LEFT JOIN partner t ON t.id = r.to_partner
            """,
            [.text(practice.text), .integer(closedSince.microseconds)]
        )
        var cards: [Int: [ReferralCard]] = [:]
        for row in rows {
            if let card = try ReferralCard(row, at: now) {
                cards[Int(try row.integer("part")), default: []].append(card)
            }
        }
        let closed = try closedCount(practice, side, since: closedSince)
        return ReferralBoard(
            side: side,
            columns: columns.enumerated().map { index, column in
                let isClosed = column.states.allSatisfy(\.isTerminal)
                return ReferralBoard.Column(
                    name: column.name,
                    count: isClosed ? closed : column.states.reduce(0) { $0 + (counts[$1]?.all ?? 0) },
                    overdue: column.states.reduce(0) { $0 + (counts[$1]?.overdue ?? 0) },
                    cards: (cards[index] ?? []).sorted(isClosed: isClosed)
                )
            }
        )
    }

    /// What waits in a practice, of what it sent and of what came to it.
    package func referralCounts(
        of practice: ID<Practice>,
        table: ReferralTable,
        at now: Instant
    ) throws -> ReferralCounts {
        var (waiting, overdue) = (0, 0)
        for side in ReferralSide.allCases {
            for (state, count) in try stateCounts(practice, side, at: now)
            where side == .sender || state != .draft {
                if table.owner(state) == side { waiting += count.all }
                overdue += count.overdue
            }
        }
        return ReferralCounts(waiting: waiting, overdue: overdue)
    }

    private func stateCounts(
        _ practice: ID<Practice>,
        _ side: ReferralSide,
        at now: Instant
    ) throws -> [ReferralState: (all: Int, overdue: Int)] {
        let rows = try rows(
            """
            SELECT state, COUNT(*) AS number, SUM(CASE WHEN due_at <= $2 THEN 1 ELSE 0 END) AS overdue
            FROM referral WHERE \(side.column) = $1 AND is_open = 1 GROUP BY state
            """,
            [.text(practice.text), .integer(now.microseconds)]
        )
        var counts: [ReferralState: (all: Int, overdue: Int)] = [:]
        for row in rows {
            guard let state = ReferralState(rawValue: try row.text("state")) else { continue }
            counts[state] = (Int(try row.integer("number")), Int(try row.integer("overdue")))
        }
        return counts
    }

    private func closedCount(_ practice: ID<Practice>, _ side: ReferralSide, since: Instant) throws -> Int {
        let row = try row(
            "SELECT COUNT(*) AS number FROM referral WHERE \(side.column) = $1 AND is_open = 0 AND closed_at > $2",
            [.text(practice.text), .integer(since.microseconds)]
        )
        return Int(try row?.integer("number") ?? 0)
    }
}

extension ReferralSide {
    fileprivate var column: String { self == .sender ? "from_practice" : "to_practice" }
}

extension [ReferralCard] {
    fileprivate func sorted(isClosed: Bool) -> [ReferralCard] {
        sorted { left, right in
            isClosed
                ? (right.closed ?? .distant, left.id) < (left.closed ?? .distant, right.id)
                : (left.due ?? .distant, left.id) < (right.due ?? .distant, right.id)
        }
    }
}

extension Instant {
    fileprivate static let distant = Instant(microseconds: .max)
}

extension ReferralCard {
    fileprivate init?(_ row: Row, at now: Instant) throws {
        guard let id = ID<Referral>(try row.text("id")), let state = ReferralState(rawValue: try row.text("state")),
            let discipline = Discipline(rawValue: try row.text("discipline"))
        else { return nil }
        func isPast(_ column: String) throws -> Bool {
            try row.optionalInteger(column).map { $0 <= now.microseconds } ?? false
        }
        self.id = id
        child = try RecordJSON.recall(Child.self, from: row.text("body"))
        self.state = state
        self.discipline = discipline
        other = try row.optionalText("other") ?? ""
        due = try row.optionalInteger("due_at").map(Instant.init(microseconds:))
        level = try isPast("silent_at") ? .silent : isPast("alarm_at") ? .alarm : isPast("due_at") ? .remind : .fine
        visit = try row.optionalText("visit_on").flatMap { CalendarDate($0) }
        closed = try row.optionalInteger("closed_at").map(Instant.init(microseconds:))
        reason = try row.optionalText("lost_reason").flatMap(LostReason.init(rawValue:))
    }
}
