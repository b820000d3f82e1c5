import TandemCatalog
import TandemGuide
import Testing

@Suite("A doctor first")
struct SafetyTests {
    @Test(
        "Emergencies are heard, whatever else is said",
        arguments: [
            "his lips are blue", "she hit her head and keeps throwing up", "he says he wants to die",
            "fever and a stiff neck, and her handwriting is messy too",
            "suddenly can't move her arm and her face droops",
        ]
    )
    func emergency(_ text: String) throws {
        #expect(try Fixture.ask(text, months: 72).urgency == .emergency)
    }

    @Test(
        "A lost skill asks for a doctor today",
        arguments: ["she used to walk and now she can't", "he lost words he had"]
    )
    func lost(_ text: String) throws {
        #expect(try Fixture.ask(text, months: 30).urgency >= .doctorNow)
    }

    @Test(
        "Ordinary concerns raise no alarm",
        arguments: [
            "handwriting is messy", "falls over putting on pants", "W sits on the floor", "can't skip",
            "slouches at the table", "picky eater, weight is fine",
        ]
    )
    func calm(_ text: String) throws {
        #expect(try Fixture.ask(text, months: 60).urgency == .none)
    }

    @Test("A checked answer always fires, whatever the words say")
    func confirmed() throws {
        let flag = try #require(Fixture.guide.catalog.redFlags.first { $0.urgency == .emergency })
        let answer = try Fixture.guide.answer(
            GuideQuestion(text: "everything is fine", today: Fixture.today, confirmedFlags: [flag.id.text])
        )
        #expect(answer.urgency == .emergency)
        #expect(answer.flags.contains { $0.isConfirmed })
    }
}
