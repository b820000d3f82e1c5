import TandemCatalog
import TandemGuide
import Testing

@Suite("Ability and negation")
struct PolarityTests {
    @Test(
        "What goes well does not count",
        arguments: [
            ("she loves drawing but can't climb stairs", [Discipline.physical]),
            ("no trouble with stairs, but his handwriting is messy", [.occupational]),
            ("good balance but handwriting is a struggle", [.occupational]),
            ("he runs and climbs well. He can't use scissors", [.occupational]),
        ]
    )
    func strengths(_ text: String, _ disciplines: [Discipline]) throws {
        #expect(try Fixture.ask(text).disciplines == disciplines)
    }

    @Test(
        "Trouble is heard in many words",
        arguments: [
            "can't climb stairs", "struggles with stairs", "won't go up the stairs", "stairs are hard for her",
            "hates climbing the stairs",
            "stairs are a battle", "needs help with stairs", "not yet climbing stairs",
        ]
    )
    func trouble(_ text: String) throws {
        #expect(try Fixture.ask(text).disciplines == [.physical])
    }

    @Test(
        "British and American words mean the same",
        arguments: [
            ("can't put on her trousers", "can't put on her pants"),
            ("can't do up the zip on his coat", "can't zip his coat"),
        ]
    )
    func words(_ british: String, _ american: String) throws {
        #expect(try Fixture.ask(british).disciplines == Fixture.ask(american).disciplines)
    }

    @Test(
        "Slips of the pen are forgiven",
        arguments: ["can't use sissors", "his handwritting is messy", "trouble with butons and zippers"]
    )
    func spelling(_ text: String) throws {
        #expect(try Fixture.ask(text).primary == .occupational)
    }

    @Test("A sign that is denied does not fire")
    func denied() throws {
        #expect(try Fixture.ask("toe walks sometimes, no fever, no pain, no limp", months: 26).urgency == .none)
    }
}
