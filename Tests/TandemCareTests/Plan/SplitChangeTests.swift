import TandemCare
import TandemCatalog
import Testing

@Suite("Therapists adjust the split")
struct SplitChangeTests {
    private static let skill: Slug<Skill> = "stand-balance"

    private func proposed(team: Set<Discipline> = PlanFixture.team) throws -> Split {
        var split = try PlanFixture.goal().split
        try split.reassign(
            Self.skill,
            to: .occupational,
            reason: "Only while dressing",
            by: .occupational,
            team: team,
            stamp: PlanFixture.stamp(PlanFixture.ot)
        )
        return split
    }

    @Test("A skill changes hands when the other therapy agrees, and not before")
    func agreed() throws {
        var split = try proposed()
        #expect(split.part(Self.skill)?.lead == .physical)
        #expect(split.awaiting(.physical).map(\.skill) == [Self.skill] && split.awaiting(.occupational).isEmpty)
        try split.agree(to: Self.skill, by: .physical, stamp: PlanFixture.stamp(PlanFixture.pt, 1))
        #expect(split.part(Self.skill)?.lead == .occupational)
        #expect(split.part(Self.skill)?.supports == [.physical])
        #expect(split.awaiting(.physical).isEmpty && split.disputed.isEmpty)
    }

    @Test("A disagreement leaves the lead and stays in sight until somebody gives way")
    func disagreed() throws {
        var split = try proposed()
        let stamp = PlanFixture.stamp(PlanFixture.pt, 1)
        #expect(throws: SplitFault.noReason) {
            try split.disagree(with: Self.skill, reason: " ", by: .physical, stamp: stamp)
        }
        try split.disagree(with: Self.skill, reason: "It is needed on stairs too", by: .physical, stamp: stamp)
        #expect(split.part(Self.skill)?.lead == .physical && split.disputed.map(\.skill) == [Self.skill])
        #expect(throws: SplitFault.nothingOpen) { try split.withdraw(Self.skill, by: .physical, stamp: stamp) }
        try split.withdraw(Self.skill, by: .occupational, stamp: PlanFixture.stamp(PlanFixture.ot, 2))
        #expect(split.disputed.isEmpty && split.part(Self.skill)?.lead == .physical)
    }

    @Test("Nobody answers a proposal of their own, be it with two licenses")
    func ownProposal() throws {
        var split = try proposed()
        #expect(throws: SplitFault.ownProposal) {
            try split.agree(to: Self.skill, by: .occupational, stamp: PlanFixture.stamp(PlanFixture.pt))
        }
        #expect(throws: SplitFault.ownProposal) {
            try split.agree(to: Self.skill, by: .physical, stamp: PlanFixture.stamp(PlanFixture.ot))
        }
        #expect(throws: SplitFault.alreadyOpen) {
            try split.reassign(
                Self.skill,
                to: .both,
                reason: "Both",
                by: .physical,
                team: PlanFixture.team,
                stamp: PlanFixture.stamp(PlanFixture.pt)
            )
        }
    }

    @Test("Where the other therapy is not on the team yet, a proposal holds at once and says so")
    func alone() throws {
        let split = try proposed(team: [.occupational])
        #expect(split.part(Self.skill)?.lead == .occupational)
        #expect(split.part(Self.skill)?.reassignments.last?.answer == .alone)
    }

    @Test("Steps are added, dropped with a reason, and brought back")
    func steps() throws {
        let catalog = try PlanFixture.catalog.get()
        let stamp = PlanFixture.stamp(PlanFixture.ot)
        var split = try PlanFixture.goal(activity: "dress-lower").split
        let number = try split.addStep(
            "Get the pants out of the drawer",
            skills: [.known("squat"), .own(name: "Opening the drawer", lead: .both)],
            after: 1,
            catalog: catalog,
            by: stamp
        )
        #expect(split.steps.map(\.number) == [1, number, 2, 3, 4, 5])
        #expect(split.part("own-1")?.name == "Opening the drawer" && split.part("own-1")?.lead == .both)
        #expect(split.parts.count { $0.skill == "squat" } == 1)
        try split.dropStep(number, reason: "Mother lays them out", by: stamp)
        #expect(split.standingSteps.count == 5 && !split.standingParts.contains { $0.skill == "own-1" })
        #expect(throws: SplitFault.unchanged) { try split.dropStep(number, reason: "again", by: stamp) }
        try split.restoreStep(number)
        #expect(split.standingParts.contains { $0.skill == "own-1" })
        #expect(throws: SplitFault.noSkill) { try split.addStep("x", skills: [], catalog: catalog, by: stamp) }
        #expect(throws: SplitFault.noSuchStep) { try split.dropStep(99, reason: "x", by: stamp) }
        #expect(throws: SplitFault.noSuchStep) { try split.dropStep(0, reason: "x", by: stamp) }
        #expect(throws: SplitFault.noReason) { try split.dropStep(1, reason: "", by: stamp) }
    }

    @Test(
        "Whatever is done to a split: every step has its parts, a step stands, and no lead moves by one hand",
        arguments: 1...200
    )
    func anySequence(_ seed: UInt64) throws {
        let catalog = try PlanFixture.catalog.get()
        var chance = Seeded(seed)
        let activity = chance.pick(catalog.activities)
        var split = Split.proposed(from: activity, catalog: catalog)
        for round in 0..<60 {
            let before = split
            let discipline: Discipline = chance.flip() ? .physical : .occupational
            let stamp = PlanFixture.stamp(PlanFixture.account(discipline), round)
            let skill = chance.pick(split.parts).skill
            let step = chance.pick(split.steps).number
            let choice = chance.int(0...6)
            do {
                switch choice {
                case 0:
                    let lead = chance.pick(Lead.allCases)
                    let team = PlanFixture.team
                    try split.reassign(skill, to: lead, reason: "r", by: discipline, team: team, stamp: stamp)
                case 1: try split.agree(to: skill, by: discipline, stamp: stamp)
                case 2: try split.disagree(with: skill, reason: "r", by: discipline, stamp: stamp)
                case 3: try split.withdraw(skill, by: discipline, stamp: stamp)
                case 4: try split.dropStep(step, reason: "r", by: stamp)
                case 5: try split.restoreStep(step)
                default:
                    let known = chance.pick(catalog.skills).id
                    try split.addStep("s\(round)", skills: [.known(known)], after: step, catalog: catalog, by: stamp)
                }
            } catch {
                #expect(split == before, "a change that is refused changes nothing")
            }
            #expect(!split.standingSteps.isEmpty)
            #expect(split.steps.allSatisfy { !$0.skills.isEmpty && split.parts(of: $0).count == $0.skills.count })
            #expect(Set(split.steps.map(\.number)).count == split.steps.count)
            for part in before.parts where split.part(part.skill)?.lead != part.lead {
                #expect(choice == 1 && part.openReassignment?.by == discipline.other)
            }
        }
    }
}
