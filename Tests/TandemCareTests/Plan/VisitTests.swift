import TandemCare
import TandemCatalog
import Testing

@Suite("Visit notes")
struct VisitTests {
    static func content(_ minutes: [Int] = [23, 15], seed: Int = 0) -> VisitNote.Content {
        var content = VisitNote.Content(on: PlanFixture.today)
        content.start = TimeOfDay("14:05")
        content.stop = TimeOfDay("14:50")
        content.services = minutes.enumerated().map {
            VisitService(id: PlanFixture.id(seed + $0), discipline: .physical, what: "Balance", minutes: $1)
        }
        content.entries = [
            VisitEntry(goal: PlanFixture.id(1), skill: "stand-balance", did: "Wall, eyes closed", next: "Bench")
        ]
        return content
    }

    static func note(_ content: VisitNote.Content, _ discipline: Discipline = .physical, _ number: Int = 1) -> VisitNote
    {
        VisitNote(
            id: PlanFixture.id(number),
            child: CareFixture.child,
            practice: CareFixture.practice,
            author: PlanFixture.account(discipline),
            discipline: discipline,
            content: content
        )
    }

    static func signed(_ content: VisitNote.Content, _ discipline: Discipline = .physical, _ number: Int = 1) throws
        -> VisitNote
    {
        var note = note(content, discipline, number)
        let stamp = PlanFixture.stamp(PlanFixture.account(discipline), number)
        try note.sign(as: "Ann Lee, \(discipline.rawValue)", today: PlanFixture.today, stamp: stamp)
        return note
    }

    @Test(
        "Minutes add up to units as in every vector of the 8-minute rule",
        arguments: [
            (7, 0), (8, 1), (22, 1), (23, 2), (37, 2), (38, 3), (41, 3), (52, 3), (53, 4), (67, 4), (68, 5), (82, 5),
            (83, 6),
            (97, 6), (0, 0), (-5, 0), (98, 7),
        ]
    )
    func units(_ minutes: Int, _ units: Int) {
        #expect(TimedUnits.together.units([minutes]) == units)
        #expect(TimedUnits.each.units([minutes]) == units)
        if minutes > 1 { #expect(TimedUnits.together.units([minutes - 1, 1]) == units) }
    }

    @Test("Two services of seven minutes are one unit together and none each")
    func unitsOfEach() {
        #expect(TimedUnits.together.units([7, 7]) == 1 && TimedUnits.each.units([7, 7]) == 0)
        #expect(TimedUnits.together.units([8, 8]) == 1 && TimedUnits.each.units([8, 8]) == 2)
    }

    @Test("A signed note never changes, whatever is tried; addenda are added", arguments: 1...300)
    func signedNeverChanges(_ seed: UInt64) throws {
        var chance = Seeded(seed)
        var note = Self.note(Self.content())
        var locked: VisitNote?
        for hour in 0..<30 {
            let account = chance.pick([PlanFixture.pt, PlanFixture.ot, PlanFixture.mother])
            let stamp = PlanFixture.stamp(account, hour)
            let addenda = note.addenda
            do {
                switch chance.int(0...2) {
                case 0:
                    var content = note.content
                    content.said = "\(hour)"
                    try note.edit(content, by: account)
                    #expect(locked == nil && account == note.author)
                case 1:
                    try note.sign(as: "Ann Lee, PT", today: PlanFixture.today, stamp: stamp)
                    #expect(locked == nil && account == note.author)
                    locked = note
                default:
                    try note.add("Also this: \(hour)", as: "Ann Lee, PT", stamp: stamp)
                    #expect(locked != nil)
                }
            } catch {
                #expect(note.addenda == addenda)
            }
            if let locked { #expect(note.content == locked.content && note.signature == locked.signature) }
            #expect(note.addenda.starts(with: addenda))
        }
    }

    @Test("A note that is not finished is not signed, and says what is missing")
    func unfinished() throws {
        var content = Self.content([30, 30])
        content.start = TimeOfDay("15:00")
        content.entries = []
        content.said = String(repeating: "x", count: 10_000)
        #expect(content.remarks(today: PlanFixture.today).map(\.place) == ["stop", "said", "entries"])
        content.start = TimeOfDay("14:05")
        #expect(content.remarks(today: PlanFixture.today).map(\.place) == ["services", "said", "entries"])
        var note = Self.note(content)
        let stamp = PlanFixture.stamp(PlanFixture.pt)
        #expect(throws: VisitNote.Fault.self) {
            try note.sign(as: "Ann Lee, PT", today: PlanFixture.today, stamp: stamp)
        }
        #expect(!note.isSigned)
        #expect(throws: VisitNote.Fault.notSigned) { try note.add("x", as: "Ann", stamp: stamp) }
        var later = Self.content()
        later.on = PlanFixture.today.adding(days: 1)
        #expect(later.remarks(today: PlanFixture.today).map(\.place) == ["on"])
    }

    @Test("Co-treatment names the partner, the reason, and goals and minutes of both")
    func coTreatment() {
        var content = Self.content()
        let empty = CoTreatment.Side(goals: [], minutes: 0)
        content.coTreatment = CoTreatment(partner: "", reason: "", physical: empty, occupational: empty)
        #expect(
            content.remarks(today: PlanFixture.today).map(\.place) == [
                "co-treatment reason", "partner", "PT goals", "PT minutes", "OT goals", "OT minutes",
            ]
        )
        let side = CoTreatment.Side(goals: [PlanFixture.id(1)], minutes: 46)
        content.coTreatment = CoTreatment(partner: "Bo", reason: "Pants", physical: side, occupational: side)
        #expect(content.remarks(today: PlanFixture.today).map(\.place) == ["PT minutes", "OT minutes"])
    }

    @Test("A note is prefilled from the plan and what the last one meant to do; nothing else is filled in")
    func prefill() throws {
        let goal = try PlanFixture.goal()
        var before = Self.content()
        before.entries.append(VisitEntry(goal: PlanFixture.id(9), skill: "hop", did: "Hops", next: "Hop to music"))
        let content = VisitNote.Content.prefilled(
            on: PlanFixture.today,
            discipline: .physical,
            goals: [goal, try PlanFixture.goal(2, status: .met), try PlanFixture.goal(3, status: .proposed)],
            last: try Self.signed(before)
        )
        let led = goal.split.parts(ledBy: .physical).map(\.skill)
        #expect(content.entries.map(\.skill) == led + ["hop", nil])
        #expect(content.entries.first { $0.skill == "stand-balance" }?.planned == "Bench")
        #expect(content.entries.dropLast().last?.planned == "Hop to music")
        #expect(content.entries.allSatisfy(\.isEmpty) && content.trimmed.entries.isEmpty)
        #expect(!content.entries.contains { $0.skill == "fasteners" })
    }

    @Test("A first visit comes before the first goal: the visit as a whole can be written and signed")
    func withoutGoal() throws {
        var content = VisitNote.Content.prefilled(on: PlanFixture.today, discipline: .physical, goals: [], last: nil)
        #expect(content.entries == [VisitEntry(goal: nil)])
        content.entries[0].did = "Evaluation: walks on toes when tired."
        content.start = TimeOfDay(hour: 9, minute: 0)
        content.stop = TimeOfDay(hour: 9, minute: 45)
        let signed = try Self.signed(content)
        #expect(signed.content.entries.map(\.did) == ["Evaluation: walks on toes when tired."])
        let next = VisitNote.Content.prefilled(on: PlanFixture.today, discipline: .physical, goals: [], last: signed)
        #expect(next.entries.count == 1, "one line for the visit as a whole, not one more each time")
    }

    @Test("What is signed has no empty entries")
    func trims() throws {
        var content = Self.content()
        content.entries.append(VisitEntry(goal: PlanFixture.id(2), planned: "Bench"))
        #expect(try Self.signed(content, .physical, 3).content.entries.count == 1)
    }

    @Test("Minutes that nobody wrote are not 0: one service takes what is left, two are asked for, none is made up")
    func minutesNotWritten() throws {
        var content = Self.content([20, 0])
        content.services[1].minutes = nil
        #expect(content.timedMinutes(.physical) == [20], "a draft keeps what was written")
        #expect(content.withMinutesLeft.services.map(\.minutes) == [20, 25])
        #expect(try Self.signed(content).content.services.map(\.minutes) == [20, 25])
        content.services[0].minutes = 0
        #expect(content.withMinutesLeft.services.map(\.minutes) == [0, 45], "0 was written and stays")
        content.services[0].minutes = 45
        #expect(content.withMinutesLeft.services[1].minutes == nil, "nothing is left")
        #expect(content.remarks(today: PlanFixture.today).map(\.place) == ["service 2"])
        content.services[0].minutes = nil
        #expect(content.withMinutesLeft == content)
        #expect(content.remarks(today: PlanFixture.today).map(\.place) == ["service 1", "service 2"])
        let side = CoTreatment.Side(goals: [PlanFixture.id(1)], minutes: nil)
        content.coTreatment = CoTreatment(partner: "Bo", reason: "Pants", physical: side, occupational: side)
        #expect(content.remarks(today: PlanFixture.today).map(\.place).suffix(2) == ["PT minutes", "OT minutes"])
    }

    @Test("Two tellings are the same whatever ids their services have; a minute more is another")
    func says() {
        let content = Self.content()
        #expect(content.says(Self.content(seed: 70)) && content != Self.content(seed: 70))
        #expect(!content.says(Self.content([23, 16])) && !content.says(Self.content([23])))
    }

    @Test(
        "Times are as browsers send them",
        arguments: ["24:00", "1:00", "12:60", "", "12", "12:5x", "+1:00", "12:00:00"]
    )
    func times(_ text: String) {
        #expect(TimeOfDay(text) == nil)
        #expect(TimeOfDay("09:05")?.minutes == 545 && TimeOfDay("09:05")?.description == "09:05")
    }
}
