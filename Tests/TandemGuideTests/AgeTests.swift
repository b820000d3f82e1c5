import TandemGuide
import Testing

@Suite("Ages in a text")
struct AgeTests {
    @Test(
        "are read the way people say them",
        arguments: [
            ("my 18 month old falls", 18), ("my 18-month-old falls", 18), ("18mo not walking", 18),
            ("he's four and a half and falls", 54),
            ("she is 3 and can't jump", 36), ("4yo can't cut", 48), ("4 y/o can't cut", 48), ("my two-year-old", 24),
            ("aged 7, messy writing", 84),
            ("she is 2 years 3 months and trips", 27), ("turns 3 in May and can't jump", 30),
            ("my 6 week old looks left", 1.38),
            ("4 1/2 year old who trips", 54), ("he is 4.5 years old", 54), ("my almost 5 year old", 60),
            ("at nine months she rolls", 9),
            ("2 and a half year old", 30), ("he just turned 6 and can't hop", 72),
        ] as [(String, Double)]
    )
    func stated(_ text: String, _ months: Double) throws {
        let age = try #require(try Fixture.ask(text).age)
        #expect(abs(age.months - months) < 0.1, "\(age.months)")
    }

    @Test(
        "are not read from other numbers",
        arguments: [
            "for 3 months he has tripped", "falls 10 times a day", "she had surgery 2 years ago and falls",
            "two hands on the scissors",
            "he has 3 brothers", "takes 20 minutes to dress",
        ]
    )
    func notStated(_ text: String) throws {
        #expect(try Fixture.ask(text).age == nil)
    }

    @Test("An age that was asked for outranks the one in the text")
    func given() throws {
        let age = try Fixture.ask("my 4 year old trips", months: 60).age
        #expect(age?.months == 60)
        #expect(age?.origin == .given)
    }

    @Test("Under two an early birth is taken off, from two on it is not")
    func corrected() throws {
        let baby = try #require(try Fixture.ask("born at 32 weeks, 10 months old, not sitting").age)
        #expect(abs(baby.corrected - (10 - 8 * 7 / 30.4375)) < 0.01)
        let asked = try #require(try Fixture.ask("not sitting", months: 10, weeksEarly: 8).age)
        #expect(abs(asked.corrected - baby.corrected) < 0.01)
        let older = try #require(try Fixture.ask("not jumping", months: 30, weeksEarly: 8).age)
        #expect(older.corrected == 30)
    }
}
