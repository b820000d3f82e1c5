import TandemCare
import TandemCatalog
import Testing

@Suite("What a consent needs")
struct ConsentRuleTests {
    private static let today = CalendarDate(year: 2026, month: 9, day: 21)
    private static let sound = ConsentDraft(
        practice: ID(at: Instant(microseconds: 1), random: Array(repeating: 3, count: 10)),
        scope: [.plan],
        purpose: "One plan",
        lastDay: CalendarDate(year: 2026, month: 9, day: 22)
    )

    private func faults(_ change: (inout ConsentDraft) -> Void) -> [ConsentFault] {
        var draft = Self.sound
        change(&draft)
        return Consent.check(draft, today: Self.today)
    }

    @Test("A practice, a scope, a purpose, and a last day in the future")
    func sound() { #expect(faults { _ in }.isEmpty) }

    @Test("Without an end it holds until it is withdrawn")
    func openEnded() { #expect(faults { $0.lastDay = nil }.isEmpty) }

    @Test("Each thing that is missing is named")
    func faults() {
        #expect(faults { $0.practice = nil } == [.noPractice])
        #expect(faults { $0.scope = [] } == [.noScope])
        #expect(faults { $0.purpose = " \n " } == [.noPurpose])
        #expect(faults { $0.purpose = String(repeating: "a", count: 301) } == [.longPurpose])
        #expect(faults { $0.lastDay = Self.today } == [.past])
    }

    @Test(
        "The last day is whole, wherever in the United States the calendar hangs",
        arguments: ["2026-12-31", "2028-02-29"]
    )
    func lastDay(_ text: String) throws {
        let day = try #require(CalendarDate(text))
        let end = Consent.end(ofLast: day)
        #expect(CalendarDate(utc: end - .hours(36)) == day)
        #expect(end - Instant(startOf: day) == .hours(36))
    }
}

@Suite("Days and moments")
struct InstantCalendarTests {
    @Test(
        "A day begins at midnight UTC and reads back",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2026-09-21", 20717), ("1900-03-01", -25508),
        ]
    )
    func days(_ text: String, _ days: Int64) throws {
        let date = try #require(CalendarDate(text))
        #expect(Instant(startOf: date).microseconds == days * 86_400_000_000)
        #expect(CalendarDate(utc: Instant(startOf: date)) == date)
        #expect(CalendarDate(utc: Instant(startOf: date) + .hours(23)) == date)
    }
}
