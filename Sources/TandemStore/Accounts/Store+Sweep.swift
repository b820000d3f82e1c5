import TandemCare
import TandemCatalog
import TandemDatabase

extension Store {
    /// Takes out what is over and of no use to anybody: sessions, links and counts a month old, letters three months old.
    /// Records are never touched. Once an hour is often enough.
    package func sweep() async throws {
        try await database.write { [effects] connection in
            let month = SQLValue.integer((effects.now() - .days(30)).microseconds)
            let oldReminders = SQLValue.day(CalendarDate(utc: effects.now() - .days(30)))
            _ = try connection.execute("DELETE FROM reminder WHERE on_day < $1", [oldReminders])
            _ = try connection.execute("DELETE FROM referral_reminder WHERE on_day < $1", [oldReminders])
            let quarter = SQLValue.integer((effects.now() - .days(90)).microseconds)
            _ = try connection.execute("DELETE FROM session WHERE expires_at < $1", [month])
            _ = try connection.execute("DELETE FROM ticket WHERE expires_at < $1", [month])
            _ = try connection.execute("DELETE FROM throttle WHERE starts_at < $1", [month])
            _ = try connection.execute(
                "DELETE FROM outbox WHERE created_at < $1 AND state IN ('sent', 'uncertain', 'failed')",
                [quarter]
            )
        }
    }
}
