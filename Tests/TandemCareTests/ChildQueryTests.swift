import TandemCare
import TandemCatalog
import Testing

@Suite("What is typed to find a child")
struct ChildQueryTests {
    private static let today = CalendarDate(year: 2026, month: 9, day: 21)
    private static let date = CalendarDate(year: 2019, month: 5, day: 3)

    @Test(
        "Names in any order, with commas, accents and apostrophes",
        arguments: [
            ("mar gar", ["mar", "gar"]), ("García, María", ["garcia", "maria"]), ("O'Brien", ["obrien"]),
            ("  Núñez-Ortiz ", ["nunez", "ortiz"]), ("", []), (" , ; ", []),
        ]
    )
    func words(_ text: String, _ words: [String]) {
        let query = ChildQuery(text, today: Self.today)
        #expect(query.words == words)
        #expect(query.birthDate == nil)
    }

    @Test(
        "A birth date, as people in the United States write it",
        arguments: [
            "2019-05-03", "5/3/2019", "05/03/2019", "5-3-2019", "5.3.2019", "5/3/19", "garcia 5/3/2019",
            "2019-05-03, garcia",
        ]
    )
    func dates(_ text: String) {
        let query = ChildQuery(text, today: Self.today)
        #expect(query.birthDate == Self.date)
        #expect(query.words == (text.contains("garcia") ? ["garcia"] : []))
    }

    @Test("A year of two digits is never in the future")
    func century() {
        #expect(ChildQuery("1/2/27", today: Self.today).birthDate == CalendarDate(year: 1927, month: 1, day: 2))
        #expect(ChildQuery("1/2/26", today: Self.today).birthDate == CalendarDate(year: 2026, month: 1, day: 2))
    }

    @Test("What is no day of the calendar is no date", arguments: ["2019-02-30", "13/1/2019", "5/3", "99999/1/1"])
    func noDate(_ text: String) { #expect(ChildQuery(text, today: Self.today).birthDate == nil) }

    @Test("Every word must begin a word of the name, and the date must be the same")
    func matches() {
        let query = ChildQuery(words: ["mar", "gar"], birthDate: Self.date)
        #expect(query.matches(["maria", "lopez", "garcia"], born: Self.date))
        #expect(!query.matches(["maria", "lopez"], born: Self.date))
        #expect(!query.matches(["maria", "garcia"], born: Self.today))
    }
}
