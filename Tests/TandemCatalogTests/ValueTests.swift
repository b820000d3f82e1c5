import TandemCatalog
import Testing

@Suite("Values of the catalog")
struct ValueTests {
    @Test(
        "An id is lower-case letters, digits and single hyphens",
        arguments: [
            ("stand-balance", true), ("g-one-foot-3s", true), ("a", true),
            ("", false), ("Stand", false), ("-a", false), ("a-", false), ("a--b", false), ("3s", false), ("a b", false),
        ]
    )
    func slug(_ text: String, _ isWellFormed: Bool) {
        #expect(Slug<Skill>.isWellFormed(text) == isWellFormed)
    }

    @Test("An age range is months from-to, with a hyphen or a dash")
    func ageRange() {
        #expect(AgeRange("30-60") == AgeRange(from: 30, to: 60))
        #expect(AgeRange("8.2–17.6") == AgeRange(from: 8.2, to: 17.6))
        #expect(AgeRange("12") == AgeRange(from: 12, to: 12))
        #expect(AgeRange("60-30") == nil)
        #expect(AgeRange("three") == nil)
        #expect(AgeRange("1-2-3") == nil)
    }

    @Test("Urgency is ordered from none to emergency")
    func urgency() {
        #expect(Urgency.allCases.sorted() == [.none, .doctorSoon, .doctorNow, .emergency])
    }

    @Test(
        "A basis that begins with r is our own rule",
        arguments: [
            ("r", true), ("r; C18", true), ("C18", false), ("N18 boys, N15 girls; W99 17.6", false),
        ]
    )
    func basis(_ text: String, _ isRuleOnly: Bool) {
        #expect(Milestone.Threshold(months: 18, basis: text).isRuleOnly == isRuleOnly)
    }
}
