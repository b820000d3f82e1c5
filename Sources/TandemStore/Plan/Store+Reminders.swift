package import TandemCare
import TandemCatalog
import TandemDatabase

/// Letters that remind therapists of what is due: one a day at most for a person and a practice, whatever number of programs send.
extension Store {
    /// How many days ahead a letter tells of something.
    package static let remindedDays = 7

    /// Writes the letters of today into the outbox.
    ///
    /// - Parameter letter: made from the number of things that are due and the practice; it names nobody and nothing else.
    /// - Returns: how many letters.
    @discardableResult package func remind(
        _ letter: @escaping @Sendable (Int, ID<Practice>) -> Letter
    ) async throws -> Int {
        let (now, today) = (effects.now(), effects.today())
        let waiting = try await database.read { try $0.reminders(today: today, at: now) }
        var sent = 0
        for reminder in waiting {
            sent += try await change(by: .program) { try $0.send(reminder, on: today, letter) }
        }
        return sent
    }
}

/// Somebody to remind, and of how many things.
struct Reminder: Sendable {
    let account: ID<Account>
    let practice: ID<Practice>
    let count: Int
}

extension Transaction {
    /// - Parameter table: remembers who was reminded on which day: `reminder`, `referral_reminder`.
    /// - Returns: 0 where another program has sent it meanwhile.
    func send(
        _ reminder: Reminder,
        on today: CalendarDate,
        onceIn table: String = "reminder",
        _ letter: (Int, ID<Practice>) -> Letter
    ) throws -> Int {
        let isNew = try connection.execute(
            "INSERT INTO \(table) (account, practice, on_day) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            [.text(reminder.account.text), .text(reminder.practice.text), .day(today)]
        )
        guard isNew == 1, let account = try connection.record(reminder.account)?.value, account.archivedAt == nil else {
            return 0
        }
        try send(Mail(to: account.email, letter(reminder.count, reminder.practice)))
        return 1
    }
}

extension Connection {
    /// Therapists with something due in a practice, for whom nothing was sent today: of the plans of care that are theirs, and of the
    /// children on whose team they are, what asks for their therapy.
    fileprivate func reminders(today: CalendarDate, at now: Instant) throws -> [Reminder] {
        let rows = try rows(
            """
            SELECT d.practice, m.account, m.roles, d.discipline, COUNT(*) AS number,
                CASE WHEN p.therapist = m.account THEN 1 ELSE 0 END AS is_own
            FROM due d
            JOIN child_listing l ON l.practice = d.practice AND l.child = d.child
            JOIN membership m ON m.practice = d.practice AND m.ended_at IS NULL
            LEFT JOIN plan_of_care p ON p.id = d.subject
            WHERE d.on_day <= $1 AND l.archived = 0 AND l.in_care = 1 AND l.until > $2
                AND (p.therapist = m.account OR EXISTS (SELECT 1 FROM child_team t
                    WHERE t.account = m.account AND t.practice = d.practice AND t.child = d.child))
                AND NOT EXISTS (SELECT 1 FROM reminder r
                    WHERE r.account = m.account AND r.practice = d.practice AND r.on_day = $3)
            GROUP BY d.practice, m.account, m.roles, d.discipline, is_own
            ORDER BY d.practice, m.account
            """,
            [.day(today.adding(days: Store.remindedDays)), .integer(now.microseconds), .day(today)]
        )
        var counts: [Key: Int] = [:]
        for row in rows {
            guard let key = try Key(row) else { continue }
            let roles = try row.text("roles").split(separator: ",").compactMap { Role(rawValue: String($0)) }
            let asked = Discipline(rawValue: try row.text("discipline"))
            let own = roles.compactMap(\.discipline)
            guard !own.isEmpty, asked.map(own.contains) ?? true else { continue }
            counts[key, default: 0] += Int(try row.integer("number"))
        }
        return counts.map { Reminder(account: $0.key.account, practice: $0.key.practice, count: $0.value) }
            .sorted { ($0.practice, $0.account) < ($1.practice, $1.account) }
    }
}

private struct Key: Hashable {
    let account: ID<Account>
    let practice: ID<Practice>

    init?(_ row: Row) throws {
        guard let account = ID<Account>(try row.text("account")), let practice = ID<Practice>(try row.text("practice"))
        else { return nil }
        self.account = account
        self.practice = practice
    }
}
