import TandemCare
import TandemCatalog
import Testing

@Suite("Return to sport")
struct SportTests {
    private static let programs = Result { () throws(RuleFault) in
        try SportProgram.read(PlanFixture.rule("return-to-sport.txt"))
    }

    private static func start(_ program: Int = 0) throws -> ReturnToSport {
        ReturnToSport(
            id: PlanFixture.id(1),
            child: CareFixture.child,
            program: try programs.get()[program],
            began: PlanFixture.today
        )
    }

    private static func result(_ criterion: Criterion, _ phase: String, good: Bool, _ hour: Int) -> ReturnToSport.Result
    {
        let value: Double =
            switch criterion.comparison {
            case nil: good ? 1 : 0
            case .atLeast, .above: good ? criterion.limit + 1 : criterion.limit - 1
            case .atMost, .below: good ? criterion.limit - 1 : criterion.limit + 1
            }
        return .init(
            phase: phase,
            criterion: criterion.id,
            value: value,
            on: PlanFixture.today,
            words: "Dr. Ruiz",
            stamp: PlanFixture.stamp(PlanFixture.pt, hour)
        )
    }

    @Test("The programs that ship are read; every number with a source says which")
    func ships() throws {
        let programs = try Self.programs.get()
        #expect(programs.map(\.id.text) == ["acl", "ankle-sprain"])
        #expect(programs[0].phases.map(\.id) == ["protect", "strength", "run-and-land", "practice", "play"])
        let hop = try #require(programs[0].phases[3].criteria.first { $0.id == "single-hop" })
        #expect(hop.comparison == .above && hop.limit == 90 && hop.source.hasPrefix("https://"))
    }

    @Test("More than 90 percent is more than 90 percent")
    func boundary() throws {
        var child = try Self.start()
        let stamp = PlanFixture.stamp(PlanFixture.pt)
        for _ in 0..<3 { try child.override(reason: "test", today: PlanFixture.today, by: stamp) }
        for (value, isMet) in [(90.0, false), (90.1, true), (90.0, false)] {
            try child.record(
                .init(phase: "practice", criterion: "single-hop", value: value, on: PlanFixture.today, stamp: stamp)
            )
            let standing = child.standings(today: PlanFixture.today).first { $0.criterion.id == "single-hop" }
            #expect(standing?.isMet == isMet, "the last value counts")
        }
    }

    @Test("The next phase opens when all is met; weeks are counted to the day")
    func advances() throws {
        var child = try Self.start()
        let stamp = PlanFixture.stamp(PlanFixture.pt)
        #expect(throws: SportFault.unmet(["pain-walk", "swelling", "straight"])) {
            try child.advance(today: PlanFixture.today, by: stamp)
        }
        for criterion in child.phase.criteria { try child.record(Self.result(criterion, "protect", good: true, 1)) }
        try child.advance(today: PlanFixture.today, by: stamp)
        #expect(child.phase.id == "strength")
        for criterion in child.phase.criteria where criterion.kind != .weeks {
            try child.record(Self.result(criterion, "strength", good: true, 2))
        }
        let twelveWeeks = PlanFixture.today.adding(days: 84)
        #expect(throws: SportFault.unmet(["weeks-12"])) {
            try child.advance(today: twelveWeeks.adding(days: -1), by: stamp)
        }
        try child.advance(today: twelveWeeks, by: stamp)
        #expect(child.phase.id == "run-and-land")
    }

    @Test("A clinician overrides with a reason; a doctor's clearance nobody overrides")
    func overrides() throws {
        var child = try Self.start()
        let stamp = PlanFixture.stamp(PlanFixture.pt)
        #expect(throws: SportFault.noReason) { try child.override(reason: " ", today: PlanFixture.today, by: stamp) }
        for _ in 0..<3 { try child.override(reason: "Surgeon's own plan", today: PlanFixture.today, by: stamp) }
        guard case .override(let unmet, "Surgeon's own plan") = child.passages[0].ground else {
            Issue.record("an override is written down as one")
            return
        }
        #expect(unmet == ["pain-walk", "swelling", "straight"])
        #expect(throws: SportFault.notCleared) {
            try child.override(reason: "He wants to", today: PlanFixture.today, by: stamp)
        }
        let clearance = try #require(child.phase.criteria.first { $0.kind == .clearance })
        #expect(throws: SportFault.noDoctor) {
            try child.record(
                .init(phase: "practice", criterion: clearance.id, value: 1, on: PlanFixture.today, stamp: stamp)
            )
        }
        try child.record(Self.result(clearance, "practice", good: true, 5))
        try child.override(reason: "Cleared", today: PlanFixture.today, by: stamp)
        #expect(child.isAtEnd)
        #expect(throws: SportFault.atEnd) { try child.advance(today: PlanFixture.today, by: stamp) }
    }

    @Test("What was found in another phase does not count for this one")
    func otherPhase() throws {
        var child = try Self.start()
        let stamp = PlanFixture.stamp(PlanFixture.pt)
        let early = child.program.phases[3].criteria[1]
        #expect(throws: SportFault.otherPhase) { try child.record(Self.result(early, "practice", good: true, 1)) }
        let unknown = ReturnToSport.Result(
            phase: "protect",
            criterion: "none",
            value: 1,
            on: PlanFixture.today,
            stamp: stamp
        )
        #expect(throws: SportFault.noSuchCriterion) { try child.record(unknown) }
    }

    @Test("After a setback everything is tested again")
    func setback() throws {
        var child = try Self.start(1)
        let stamp = PlanFixture.stamp(PlanFixture.pt)
        for criterion in child.phase.criteria { try child.record(Self.result(criterion, "protect", good: true, 1)) }
        try child.advance(today: PlanFixture.today, by: stamp)
        #expect(throws: SportFault.notEarlier) { try child.setBack(to: 1, reason: "Sprained again", by: stamp) }
        try child.setBack(to: 0, reason: "Sprained again", by: stamp)
        #expect(throws: SportFault.unmet(["pain-walk", "stance"])) {
            try child.advance(today: PlanFixture.today, by: stamp)
        }
    }

    @Test("Whatever happens, no phase is skipped and none opens for nothing", arguments: 1...500)
    func neverSkips(_ seed: UInt64) throws {
        var chance = Seeded(seed)
        var child = try Self.start(chance.int(0...1))
        for hour in 0..<80 {
            let before = child
            let stamp = PlanFixture.stamp(PlanFixture.pt, hour)
            let today = PlanFixture.today.adding(days: hour * chance.int(0...6))
            let wasMet = before.standings(today: today).allSatisfy(\.isMet)
            do {
                switch chance.int(0...9) {
                case 0: try child.override(reason: chance.flip() ? "r" : "", today: today, by: stamp)
                case 1: try child.setBack(to: chance.int(-1...5), reason: "r", by: stamp)
                case 2...4: try child.advance(today: today, by: stamp)
                default:
                    let phase = chance.int(0...4) > 0 ? child.phase : chance.pick(child.program.phases)
                    guard !phase.criteria.isEmpty else { continue }
                    let criterion = chance.pick(phase.criteria)
                    try child.record(Self.result(criterion, phase.id, good: chance.int(0...3) > 0, hour))
                }
            } catch {
                #expect(child == before)
            }
            #expect(child.current <= before.current + 1 && child.current >= 0)
            #expect(child.current < child.program.phases.count)
            guard child.current > before.current, let passage = child.passages.last else { continue }
            #expect(passage.from == before.current && passage.to == child.current)
            if case .override(let unmet, let reason) = passage.ground {
                #expect(!unmet.isEmpty && !reason.isEmpty && !unmet.contains("clearance"))
            } else {
                #expect(wasMet)
            }
        }
        #expect(child.passages.first.map { $0.from == 0 } ?? true)
    }

    @Test(
        "A program that cannot be read names the line",
        arguments: [
            "phase       one\nname        One", "program     acl\nname        x\nstarts      y", "other       x",
            "program     a\nname        x\nstarts      y\n\nphase       p\nname        P\ncriterion   a | b | percent | about 9 | s",
            "program     a\nname        x\nstarts      y\n\nphase       p\nname        P\n\nphase       q\nname        Q",
        ]
    )
    func broken(_ text: String) {
        #expect { try SportProgram.read(text) } throws: { "\($0)".hasPrefix("Rules/return-to-sport.txt, line") }
    }
}
