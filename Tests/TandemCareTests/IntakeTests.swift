import TandemCare
import TandemCatalog
import Testing

@Suite("The intake form")
struct IntakeTests {
    private static let text = """
        # a comment
        section  a  First  Because.
        ask  one    line  One?  A hint.
        ask  two    text  Two?
        section  b  Second
        ask  three  text  Three?
        """

    private func id<Entity>(_ byte: UInt8) -> ID<Entity> {
        ID(at: Instant(microseconds: 1), random: Array(repeating: byte, count: 10))
    }

    @Test("It is read from its table: sections, questions, hints")
    func reads() throws {
        let form = try IntakeForm(Self.text)
        #expect(form.sections.map(\.key) == ["a", "b"])
        #expect(form.section("a")?.why == "Because.")
        #expect(form.question("one")?.hint == "A hint.")
        #expect(form.question("two")?.isLong == true)
        #expect(form.question("one")?.isLong == false)
    }

    @Test(
        "A line that does not fit is named",
        arguments: [
            "ask  x  line  X?", "section  a  A\nask  x  essay  X?", "section  a  A\nsection  a  B", "say  x  y  z",
        ]
    )
    func broken(_ text: String) { #expect(throws: IntakeFormFault.self) { try IntakeForm(text) } }

    @Test("A section keeps its answers apart from the others; an emptied answer is forgotten")
    func saves() throws {
        let form = try IntakeForm(Self.text)
        var intake = Intake(id: id(1), child: id(2))
        intake.save(
            try #require(form.section("a")),
            ["one": " 1 ", "two": "2", "three": "x"],
            by: id(3),
            at: Instant(microseconds: 5)
        )
        #expect(intake.answers == ["one": "1", "two": "2"])
        intake.save(try #require(form.section("a")), ["one": " "], by: id(4), at: Instant(microseconds: 6))
        #expect(intake.answers.isEmpty)
        #expect(intake.saved["a"]?.by == id(4))
        #expect(intake.saved["b"] == nil)
    }

    @Test("Two forms of one child are joined: nothing that was told is lost")
    func joins() throws {
        let form = try IntakeForm(Self.text)
        let section = try #require(form.section("a"))
        var kept = Intake(id: id(1), child: id(2))
        kept.save(section, ["one": "ours", "two": "same"], by: id(3), at: Instant(microseconds: 5))
        var other = Intake(id: id(5), child: id(6))
        other.save(section, ["one": "theirs", "two": "same"], by: id(3), at: Instant(microseconds: 9))
        other.save(try #require(form.section("b")), ["three": "only theirs"], by: id(3), at: Instant(microseconds: 9))
        kept.join(other)
        #expect(kept.answers == ["one": "ours\n\ntheirs", "two": "same", "three": "only theirs"])
        #expect(kept.saved["a"]?.at == Instant(microseconds: 9))
    }
}

@Suite("The diary of looks")
struct LookDiaryTests {
    @Test("The same look of one person on one day is counted; another day or another thing stands apart")
    func groups() {
        let who: ID<Account> = ID(at: Instant(microseconds: 1), random: Array(repeating: 1, count: 10))
        func line(_ hour: Int, _ kind: String) -> AuditLine {
            AuditLine(
                at: Instant(microseconds: 0) + .hours(hour),
                account: who,
                practice: nil,
                child: nil,
                verb: .looked,
                kind: kind,
                subject: "",
                ground: "family"
            )
        }
        let lines = [line(30, "see plan"), line(29, "see plan"), line(28, "see notes"), line(2, "see plan")]
        let diary = LookDiary(lines) { CalendarDate(utc: $0) }
        #expect(diary.days.map(\.date.day) == [2, 1])
        #expect(diary.days[0].entries.map(\.times) == [2, 1])
        #expect(diary.days[1].entries.map(\.kind) == ["see plan"])
    }
}
