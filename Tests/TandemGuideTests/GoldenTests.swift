import TandemCatalog
import TandemGuide
import Testing

/// The cases that the mission itself names.
@Suite("The mission's own cases")
struct GoldenTests {
    @Test(
        "Handwriting leads to OT",
        arguments: [
            "handwriting", "my son's handwriting is messy", "she struggles with handwriting at school",
            "his writing is hard to read",
        ]
    )
    func handwriting(_ text: String) throws {
        #expect(try Fixture.ask(text).primary == .occupational)
    }

    @Test(
        "Walking, running, jumping lead to PT",
        arguments: [
            "trouble walking", "he can't run", "she is not jumping yet",
            "walking, running and jumping are hard for him",
        ]
    )
    func moving(_ text: String) throws {
        #expect(try Fixture.ask(text).disciplines == [.physical])
    }

    @Test(
        "Recovering from an injury and returning to sport leads to PT",
        arguments: [
            "recovering from a knee injury and wants to return to soccer",
            "how does she get back to sport after an ankle sprain",
            "ACL surgery, return to sport",
        ]
    )
    func sport(_ text: String) throws {
        #expect(try Fixture.ask(text, months: 168).disciplines == [.physical])
    }

    @Test("Getting dressed after a spinal cord injury: OT with adaptive ways, PT for balance and transfers")
    func spinalCordInjury() throws {
        let answer = try Fixture.ask("after his spinal cord injury he wants to get dressed by himself", months: 120)
        #expect(answer.disciplines.first == .occupational)
        #expect(answer.disciplines.contains(.physical))
        #expect(Fixture.skillNames(answer, of: .occupational).contains("one-hand-method"))
        #expect(
            Fixture.skillNames(answer, of: .physical).contains {
                ["sit-balance", "weight-shift", "roll", "transfers"].contains($0)
            }
        )
    }

    @Test(
        "Dressing leads to both, with standing balance for PT and buttons and zips for OT",
        arguments: [
            "getting dressed is a struggle", "she can't dress herself",
            "my 4 year old falls over putting her pants on and can't do zips",
        ]
    )
    func dressing(_ text: String) throws {
        let answer = try Fixture.ask(text)
        #expect(answer.primary == .both)
        #expect(Fixture.skillNames(answer, of: .physical).contains("stand-balance"))
        #expect(Fixture.skillNames(answer, of: .occupational).contains("fasteners"))
    }

    @Test("Every answer points back at the words that led there")
    func reasons() throws {
        let text = "My daughter falls over putting her pants on and can't do zips"
        let answer = try Fixture.ask(text)
        #expect(!answer.reasons.isEmpty)
        for reason in answer.reasons {
            #expect(reason.span.lowerBound >= 0 && reason.span.upperBound <= text.utf8.count)
            #expect(!reason.span.isEmpty)
        }
    }
}
