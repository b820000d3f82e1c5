import TandemCare
import TandemCatalog
import Testing

@Suite("Inquiries")
struct InquiryTests {
    private let effects = Effects(
        now: { Instant(microseconds: 1_795_000_000_000_000) },
        today: { CalendarDate(year: 2026, month: 11, day: 26) },
        random: { Array(repeating: 7, count: $0) }
    )
    private var stamp: Stamp { Stamp(by: effects.id(), at: effects.now() + .hours(3)) }

    private func inquiry() throws -> Inquiry {
        try Inquiry(
            id: effects.id(),
            to: effects.id(),
            from: .init(name: "Rosa Diaz", email: "rosa@example.org", phone: "", bestTime: ""),
            about: .init(calledName: "Lila", age: "4 years", disciplines: [.physical, .occupational]),
            shared: [SharedPart(key: "words", title: "What we see", lines: ["She falls over."])],
            text: "Do you have time after school?",
            at: effects.now()
        )
    }

    @Test("The practice acts first, then the family, in turns")
    func turns() throws {
        var inquiry = try inquiry()
        #expect(inquiry.state == .waiting && inquiry.waitsSince == effects.now() && inquiry.firstAnsweredAt == nil)
        try inquiry.answer("Yes, on Tuesdays.", by: stamp)
        #expect(inquiry.state == .answered && inquiry.waitsSince == nil && inquiry.firstAnsweredAt == stamp.at)
        try inquiry.reply("Good.", at: effects.now() + .days(1))
        #expect(inquiry.state == .waiting && inquiry.waitsSince == effects.now() + .days(1))
        #expect(inquiry.steps.map(\.kind) == [.written, .answered, .replied])
    }

    @Test("Passed on with a yes, the same words reach another practice on Tandem, and nothing else does")
    func passing() throws {
        var inquiry = try inquiry()
        try inquiry.answer("We are full.", by: stamp)
        let other = ID<Practice>(at: effects.now(), random: Array(repeating: 9, count: 10))
        let passing = InquiryPassing(name: "Handful", phone: "", place: "", practice: other)
        try inquiry.ask(toPassTo: passing, "They are near you.", by: stamp)
        #expect(inquiry.state == .passing && inquiry.steps.last?.other == "Handful")
        let next = ID<Inquiry>(at: effects.now(), random: Array(repeating: 8, count: 10))
        let passed = try #require(try inquiry.decide(true, by: nil, at: effects.now(), id: next))
        #expect(inquiry.state == .passedOn)
        #expect(passed.practice == other && passed.thread == inquiry.id && passed.passedFrom == inquiry.id)
        #expect(passed.shared == inquiry.shared && passed.writer == inquiry.writer && passed.state == .waiting)
        #expect(passed.steps.map(\.text) == ["Do you have time after school?"])
    }

    @Test("A no leaves it where it is, and somebody who is not on Tandem gets nothing by itself")
    func refusedAndOutside() throws {
        var inquiry = try inquiry()
        let outside = InquiryPassing(name: "Dr. Lee", phone: "555", place: "", practice: nil)
        try inquiry.ask(toPassTo: outside, "", by: stamp)
        #expect(try inquiry.decide(false, by: stamp, at: stamp.at, id: effects.id()) == nil)
        #expect(inquiry.state == .waiting && inquiry.passing == nil && inquiry.waitsSince == stamp.at)
        try inquiry.ask(toPassTo: outside, "", by: stamp)
        #expect(try inquiry.decide(true, by: nil, at: stamp.at, id: effects.id()) == nil)
        #expect(inquiry.state == .passedOn)
    }

    @Test("What is over stays over, and says so")
    func over() throws {
        var taken = try inquiry()
        try taken.takeOn(effects.id(), home: effects.id(), by: stamp)
        #expect(throws: Inquiry.Fault.over) { try taken.answer("More", by: stamp) }
        var closed = try inquiry()
        try closed.close("", by: nil, at: effects.now())
        #expect(throws: Inquiry.Fault.over) { try closed.takeOn(effects.id(), home: effects.id(), by: stamp) }
        #expect(throws: Inquiry.Fault.over) { try closed.reply("Hello?", at: effects.now()) }
        var open = try inquiry()
        #expect(throws: Inquiry.Fault.notAsked) {
            try open.decide(true, by: nil, at: effects.now(), id: effects.id())
        }
        #expect(throws: Inquiry.Fault.empty) { try open.close(" ", by: stamp.by, at: stamp.at) }
        #expect(throws: Inquiry.Fault.tooLong) {
            try open.answer(String(repeating: "a", count: TextLimit.note + 1), by: stamp)
        }
        #expect(open.steps.count == 1)
    }

    @Test(
        "Working days leave weekends out",
        arguments: [(26, 26, 0), (26, 27, 1), (26, 28, 1), (26, 30, 2), (27, 30, 1), (23, 30, 5), (28, 29, 0)]
    )
    func workingDays(_ from: Int, _ to: Int, _ days: Int) {
        // November 26, 2026 is a Thursday.
        let first = CalendarDate(year: 2026, month: 11, day: from)
        #expect(first.workingDays(until: CalendarDate(year: 2026, month: 11, day: to)) == days)
    }
}
