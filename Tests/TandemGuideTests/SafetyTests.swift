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
            "suddenly can't move her arm and her face droops", "my legs went to jelly and now I can't stand",
            "she cuts herself a lot", "guzzled mum's blood pressure tabs",
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
        "A loss is heard without a word for it",
        arguments: [
            "At Christmas she had twenty words. We're down to mama now.",
            "ran with the others in the spring, cannot climb now",
            "he was walking, now he's back on his bum",
        ]
    )
    func lostInOtherWords(_ text: String) throws {
        #expect(try Fixture.ask(text, months: 30).flags.contains { id(of: $0) == "lost-skills" })
    }

    @Test("What made way for more is not lost")
    func outgrown() throws {
        #expect(try Fixture.ask("he used to crawl everywhere and now he runs everywhere", months: 36).flags.isEmpty)
        #expect(!(try Fixture.ask("he used to walk everywhere and now he crawls", months: 36).flags.isEmpty))
    }

    @Test(
        "Figures of speech raise no alarm",
        arguments: [
            "knocked out of the tournament", "passed out stickers for the class", "the tower collapsed and he screamed",
            "runs out of puff by the second lap", "wants a plaster for every scratch", "he cut himself a slice of cake",
        ]
    )
    func figure(_ text: String) throws { #expect(try Fixture.ask(text, months: 72).urgency == .none) }

    @Test("A flag marks all the words of what set it off")
    func words() throws {
        let text = "He passed out at school"
        let flag = try #require(try Fixture.ask(text, months: 72).flags.first)
        let span = try #require(flag.spans.first)
        #expect(String(decoding: Array(text.utf8)[span], as: UTF8.self).hasPrefix("passed out"))
    }

    @Test("What is asked next knows findings that are made of others")
    func followUp() throws {
        let asked = try Fixture.ask("her shin throbs", months: 60).followUps.map(\.id)
        #expect(asked.contains("flag-septic-joint"))
    }

    @Test("A flag that the age rules out is neither raised nor asked about")
    func age() throws {
        let guide = Fixture.guide
        for months in [3.0, 60, 200] {
            let answer = try Fixture.ask("her shin throbs and his knee is puffy", months: months)
            for followUp in answer.followUps {
                guard case .redFlag(let id) = followUp.topic else { continue }
                let ages = guide.catalog.redFlags.first { $0.id == id }?.ages
                #expect(ages?.contains(months) ?? true)
            }
        }
    }

    private func id(of flag: FiredFlag) -> String { Fixture.guide.catalog.redFlags[flag.flag].id.text }

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
