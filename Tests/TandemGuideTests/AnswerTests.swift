import TandemCatalog
import TandemGuide
import Testing

@Suite("Answers")
struct AnswerTests {
    @Test("The same question always gets the same answer")
    func deterministic() throws {
        let text =
            "My 5 year old trips a lot, hates scissors, and can't ride a bike. He is in his own world at circle time."
        let first = try Fixture.ask(text)
        for _ in 0..<5 {
            let again = try Fixture.ask(text)
            #expect(again.reasons == first.reasons)
            #expect(again.followUps == first.followUps)
            #expect(again.flags == first.flags)
        }
    }

    @Test("What cannot be read is refused with a word on how to mend it")
    func refusals() {
        #expect(throws: GuideRefusal.empty) { try Fixture.ask("   \n ") }
        #expect(throws: GuideRefusal.tooLong(characters: 2_001)) {
            try Fixture.ask(String(repeating: "a", count: 2_001))
        }
        #expect(throws: GuideRefusal.notEnglish) { try Fixture.ask("не может ходить") }
        #expect(throws: GuideRefusal.notEnglish) { try Fixture.ask("👶🦵❓") }
        #expect(throws: GuideRefusal.ageOutOfRange) { try Fixture.ask("trips", months: 900) }
    }

    @Test("Nonsense is not guessed at", arguments: ["qwxz blorp fnord", "lorem ipsum dolor sit amet consectetur"])
    func nonsense(_ text: String) throws {
        #expect(try Fixture.ask(text).confidence.level == .unsure)
    }

    @Test("Unknown words are named")
    func unknown() throws {
        let text = "he blorpifies when climbing stairs"
        let words = try Fixture.ask(text).unknownWords.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
        #expect(words == ["blorpifies"])
    }

    @Test("At most four follow-up questions, none twice, the age among them while it is unknown")
    func followUps() throws {
        let answer = try Fixture.ask("getting dressed is hard")
        #expect((1...4).contains(answer.followUps.count))
        #expect(Set(answer.followUps.map(\.id)).count == answer.followUps.count)
        #expect(answer.followUps.contains { $0.topic == .age })
    }

    @Test("The answer to a follow-up question changes the split")
    func answered() throws {
        let activity = try #require(Fixture.guide.catalog.activity(Slug("dress-lower")))
        let balance = try #require(activity.steps.firstIndex { $0.skills.contains(Slug("stand-balance")) })
        let question = FollowUp(topic: .steps(activity.id))
        let answer = try Fixture.guide.answer(
            GuideQuestion(text: "can't put on her pants", today: Fixture.today, answers: [question.id: String(balance)])
        )
        #expect(answer.disciplines == [.physical])
    }

    @Test(
        "A milestone is held against the age",
        arguments: [
            ("not walking yet", 11.0, MilestoneFinding.Standing.typical), ("not walking yet", 16, .watch),
            ("not walking yet", 20, .refer),
            ("can't jump yet", 22, .typical), ("can't jump yet", 40, .refer),
        ]
    )
    func milestone(_ text: String, _ months: Double, _ standing: MilestoneFinding.Standing) throws {
        #expect(try Fixture.ask(text, months: months).milestone == standing)
    }

    @Test("Picking from the list works without a word")
    func picked() throws {
        let answer = try Fixture.guide.answer(GuideQuestion(text: "", today: Fixture.today, picked: ["scissors"]))
        #expect(answer.disciplines == [.occupational])
    }
}
