import TandemCare
import TandemCatalog
import Testing

struct ZoneTests {
    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
    private func time(_ text: String) throws -> TimeOfDay { try #require(TimeOfDay(text)) }
    private func utc(_ day: String, _ time: String) throws -> Instant {
        Instant(startOf: try self.day(day)) + .minutes(try self.time(time).minutes)
    }

    @Test(
        "The clock of a place is read as its law has it",
        arguments: [
            // Before, on and after both changes of 2026: March 8 and November 1.
            ("America/Chicago", "2026-03-07", "15:30", "2026-03-07", "21:30"),
            ("America/Chicago", "2026-03-08", "15:30", "2026-03-08", "20:30"),
            ("America/Chicago", "2026-10-31", "15:30", "2026-10-31", "20:30"),
            ("America/Chicago", "2026-11-01", "15:30", "2026-11-01", "21:30"),
            // There is no half past two on March 8; half past one comes twice on November 1, the first is meant.
            ("America/Chicago", "2026-03-08", "02:30", "2026-03-08", "08:30"),
            ("America/Chicago", "2026-11-01", "01:30", "2026-11-01", "06:30"),
            ("America/Chicago", "2026-11-01", "02:00", "2026-11-01", "08:00"),
            ("America/New_York", "2027-03-14", "09:00", "2027-03-14", "13:00"),
            ("America/Los_Angeles", "2026-07-01", "17:00", "2026-07-02", "00:00"),
            ("America/Phoenix", "2026-07-01", "08:00", "2026-07-01", "15:00"),
            ("Pacific/Honolulu", "2026-12-31", "23:00", "2027-01-01", "09:00"),
            ("Pacific/Guam", "2026-01-01", "08:00", "2025-12-31", "22:00"),
            ("UTC", "2026-03-08", "02:30", "2026-03-08", "02:30"),
        ]
    )
    func reading(_ name: String, _ day: String, _ time: String, _ utcDay: String, _ utcTime: String) throws {
        let zone = try #require(ZoneRules.named(name))
        #expect(zone.instant(try self.day(day), try self.time(time)) == (try utc(utcDay, utcTime)))
    }

    @Test("A moment is shown as the clock shows it", arguments: ZoneRules.all)
    func showing(_ zone: ZoneRules) throws {
        // Every half hour of two years, both changes among them.
        let first = Instant(startOf: try day("2026-01-01"))
        for step in 0..<(2 * 365 * 48) {
            let instant = first + .minutes(30 * step)
            let wall = zone.wall(instant)
            let back = zone.instant(wall.day, wall.time)
            // The hour that comes twice is read as the first one.
            #expect(back == instant || back == instant - .hours(1))
        }
    }

    @Test("The hour that comes twice has two moments, and one that is leapt over has none")
    func turning() throws {
        let zone = try #require(ZoneRules.named("America/Chicago"))
        #expect(zone.wall(try utc("2026-11-01", "06:30")).time.description == "01:30")
        #expect(zone.wall(try utc("2026-11-01", "07:30")).time.description == "01:30")
        #expect(zone.wall(try utc("2026-03-08", "07:59")).time.description == "01:59")
        #expect(zone.wall(try utc("2026-03-08", "08:00")).time.description == "03:00")
    }

    @Test("There is no zone of another name")
    func unknown() { #expect(ZoneRules.named("Mars/Base") == nil) }
}
