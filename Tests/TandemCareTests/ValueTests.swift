import TandemCare
import TandemCatalog
import Testing

@Suite("Values")
struct ValueTests {
    @Test(
        "Names are found without accents, case, apostrophes",
        arguments: [
            ("Núñez-O'Brien", ["nunez", "obrien"]), ("  María   José ", ["maria", "jose"]), ("ŁUKASZ", ["lukasz"]),
            ("Straße", ["strasse"]), ("Þór Æsa", ["thor", "aesa"]), ("n\u{0303}", ["n"]), ("李小龙", ["李小龙"]),
            ("Søren", ["soren"]), ("O\u{2019}Neil", ["oneil"]), ("!!!", []), ("", []), ("Dvořák", ["dvorak"]),
        ]
    )
    func nameKey(_ name: String, _ words: [String]) {
        #expect(NameKey.words(name) == words)
    }

    @Test("Ids made later sort later, and read back as they were written")
    func ids() throws {
        let first = ID<Child>(
            at: Instant(microseconds: 1_700_000_000_000_000),
            random: Array(repeating: 255, count: 10)
        )
        let second = ID<Child>(at: Instant(microseconds: 1_700_000_000_001_000), random: Array(repeating: 0, count: 10))
        #expect(first.text < second.text)
        #expect(ID<Child>(first.text.uppercased()) == first)
        let text = Array(first.text)
        #expect(text[14] == "7" && "89ab".contains(text[19]))
    }

    @Test(
        "What is no id is none",
        arguments: ["", "1", "018bcfe568007fffbfffffffffffffff", "018bcfe5-6800-7fff-bfff-fffffffffffg"]
    )
    func noIDs(_ text: String) {
        #expect(ID<Child>(text) == nil)
    }

    @Test(
        "Days that do not exist are none",
        arguments: [
            "2023-02-29", "2023-13-01", "2023-00-10", "2023-4-1", "23-04-01", "2023-04-31", "", "abc", "2023-04-01x",
            "2023-+4-01", "+023-04-01",
        ]
    )
    func noDays(_ text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test(
        "A child is as old as the full months since the birthday",
        arguments: [
            ("2020-05-31", "2021-05-30", 11), ("2020-05-31", "2021-05-31", 12), ("2024-02-29", "2025-02-28", 11),
            ("2024-02-29", "2025-03-01", 12), ("2026-01-01", "2025-12-31", -1),
        ]
    )
    func months(_ birth: String, _ day: String, _ months: Int) throws {
        #expect(try #require(CalendarDate(birth)).wholeMonths(until: try #require(CalendarDate(day))) == months)
    }
}
