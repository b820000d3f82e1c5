package import TandemCare
import TandemCatalog
import TandemDatabase

/// Letters that remind of referrals whose day is over: one a day at most for a person and a practice, whatever number of programs
/// send.
///
/// Whose turn it is hears of it from the first day; the sender hears too once it is an alarm, and from the first day where the
/// recipient has no account to be reminded.
extension Store {
    /// Writes the letters of today into the outbox.
    ///
    /// - Parameter letter: made from the number of referrals and the practice; it names nobody and nothing else.
    /// - Returns: how many letters.
    @discardableResult package func remindOfReferrals(
        _ letter: @escaping @Sendable (Int, ID<Practice>) -> Letter
    ) async throws -> Int {
        let (now, today) = (effects.now(), effects.today())
        let waiting = try await database.read { try $0.referralReminders(today: today, at: now) }
        var sent = 0
        for reminder in waiting {
            sent += try await change(by: .program) {
                try $0.send(reminder, on: today, onceIn: "referral_reminder", letter)
            }
        }
        return sent
    }
}

extension Connection {
    fileprivate func referralReminders(today: CalendarDate, at now: Instant) throws -> [Reminder] {
        let rows = try rows(
            """
            SELECT practice, account, COUNT(*) AS number FROM (
                SELECT r.id, m.practice, m.account FROM referral r
                JOIN membership m ON m.practice = r.from_practice AND m.ended_at IS NULL AND (m.account = r.sender
                    OR (m.roles LIKE '%front desk%' AND NOT EXISTS (SELECT 1 FROM membership s WHERE
                        s.practice = r.from_practice AND s.account = r.sender AND s.ended_at IS NULL)))
                WHERE r.is_open = 1 AND r.due_at <= $1
                    AND (r.owner = 'sender' OR r.to_practice IS NULL OR r.alarm_at <= $1)
                UNION ALL
                SELECT r.id, m.practice, m.account FROM referral r
                JOIN membership m ON m.practice = r.to_practice AND m.ended_at IS NULL
                    AND (m.roles LIKE '%front desk%' OR m.roles LIKE '%' || r.discipline || '%')
                WHERE r.is_open = 1 AND r.due_at <= $1 AND r.owner = 'recipient'
            ) AS waiting
            WHERE NOT EXISTS (SELECT 1 FROM referral_reminder e WHERE e.account = waiting.account
                AND e.practice = waiting.practice AND e.on_day = $2)
            GROUP BY practice, account ORDER BY practice, account
            """,
            [.integer(now.microseconds), .day(today)]
        )
        return try rows.compactMap { row in
            guard let account = ID<Account>(try row.text("account")),
                let practice = ID<Practice>(try row.text("practice"))
            else { return nil }
            return Reminder(account: account, practice: practice, count: Int(try row.integer("number")))
        }
    }
}
