import TandemCare
import TandemCatalog
import Testing

@Suite("Are two records of one child?")
struct ChildLikenessTests {
    private func child(_ given: String, _ family: String, _ date: String, called: String? = nil) throws -> Child {
        Child(
            id: ID(at: Instant(microseconds: 1), random: Array(repeating: 7, count: 10)),
            givenName: given,
            familyName: family,
            preferredName: called,
            birthDate: try #require(CalendarDate(date))
        )
    }

    @Test(
        "Likely: the same birth date and a similar name, or the same name and a slip in the date",
        arguments: [
            ("Maya", "Núñez", "2022-05-09", "same name"), ("maya", "nunez", "2022-05-09", "same name"),
            ("Núñez", "Maya", "2022-05-09", "given and family name swapped"),
            ("Mya", "Nunez", "2022-05-09", "name differs by one letter"),
            ("Maya Sofia", "Núñez Ortiz", "2022-05-09", "same name"),
            ("Amya", "Nunez", "2022-05-09", "name differs by one letter"),
            ("Maya", "Núñez", "2022-09-05", "birth day and month swapped"),
            ("Maya", "Núñez", "2021-05-09", "birth date differs in one part"),
            ("Maya", "Ortiz", "2022-05-09", "similar given name"),
            ("Leo", "Núñez", "2022-05-09", "similar family name"),
        ]
    )
    func likely(_ given: String, _ family: String, _ date: String, _ reason: String) throws {
        let likeness = ChildLikeness(try child("Maya", "Núñez", "2022-05-09"), try child(given, family, date))
        #expect(likeness.isLikely, "\(likeness)")
        #expect(likeness.reasons.contains(reason), "\(likeness)")
    }

    @Test(
        "Not likely: another name, or the same name born at quite another time",
        arguments: [
            ("Leo", "Baker", "2022-05-09"), ("Maya", "Núñez", "2015-01-30"), ("Maya", "Baker", "2020-05-09"),
            ("Li", "Xu", "2022-05-09"),
        ]
    )
    func unlikely(_ given: String, _ family: String, _ date: String) throws {
        let likeness = ChildLikeness(try child("Maya", "Núñez", "2022-05-09"), try child(given, family, date))
        #expect(!likeness.isLikely, "\(likeness)")
    }

    @Test("What a child is called counts as a name")
    func called() throws {
        let one = try child("Alexander", "Kim", "2020-01-02", called: "Sasha")
        #expect(ChildLikeness(one, try child("Sasha", "Kim", "2020-01-02")).score == 100)
    }

    @Test("It is the same from both sides")
    func symmetric() throws {
        let one = try child("Maya", "Núñez", "2022-05-09")
        for other in [try child("Mya", "Nunez", "2022-05-09"), try child("Maya", "Núñez", "2022-09-05")] {
            #expect(ChildLikeness(one, other) == ChildLikeness(other, one))
        }
    }
}
