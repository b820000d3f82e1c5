import TandemCare
import TandemCatalog
import Testing

@Suite("Scales")
struct ScaleTests {
    private static func draft(
        _ dimension: Dimension,
        _ baseline: Double,
        _ expected: Double,
        bounds: ClosedRange<Double>? = nil,
        baselineLevel: Int = -2
    ) -> AttainmentScale {
        let outline = ScaleOutline(
            dimension: dimension,
            bounds: bounds,
            baseline: baseline,
            expected: expected,
            baselineLevel: baselineLevel,
            by: PlanFixture.today.adding(days: 84)
        )
        return .draft(outline, child: CareFixture.child, goal: PlanFixture.id(1))
    }

    @Test("Dressing in fewer minutes: five levels between 25 and 15")
    func minutes() {
        let scale = Self.draft(.time, 25, 15)
        #expect(
            scale.levels.map(\.words) == [
                "25 minutes or more", "16 to 24 minutes", "11 to 15 minutes", "6 to 10 minutes", "5 minutes or less",
            ]
        )
        #expect(scale.remarks(today: PlanFixture.today).isEmpty)
        #expect([30, 25, 24, 15, 10, 5].map { scale.level(of: $0) } == [-2, -2, -1, 0, 1, 2])
    }

    @Test("Steps alone of ten: the levels end with the ten")
    func steps() {
        let scale = Self.draft(.count, 2, 6, bounds: 0...10)
        #expect(
            scale.levels.map(\.words) == [
                "2 steps alone or less", "3 to 5 steps alone", "6 to 7 steps alone", "8 to 9 steps alone",
                "10 steps alone or more",
            ]
        )
        #expect(scale.remarks(today: PlanFixture.today).isEmpty)
    }

    @Test("Where there is no room for five levels, the draft says which one is missing")
    func noRoom() {
        #expect(Self.draft(.help, 0, 3).remarks(today: PlanFixture.today) == [.missingLevel(2)])
        #expect(Self.draft(.help, 0, 4).remarks(today: PlanFixture.today) == [.missingLevel(1), .missingLevel(2)])
        #expect(Self.draft(.help, 1, 2).remarks(today: PlanFixture.today).first == .missingLevel(-1))
    }

    @Test("Any goal with four steps left has a sound scale at one tap: how many are done alone", arguments: 5...22)
    func suggested(_ count: Int) throws {
        let catalog = try PlanFixture.catalog.get()
        var split = Split()
        for number in 1...count {
            let stamp = PlanFixture.stamp(PlanFixture.ot)
            try split.addStep("s\(number)", skills: [.known("squat")], catalog: catalog, by: stamp)
        }
        for alone in 0...count - 4 {
            let day = PlanFixture.today.adding(days: 84)
            let outline = ScaleOutline.stepsAlone(alone, of: split, by: day)
            let scale = AttainmentScale.draft(outline, child: CareFixture.child, goal: PlanFixture.id(1))
            #expect(
                scale.remarks(today: PlanFixture.today).isEmpty,
                "\(alone) of \(count): \(scale.levels.map(\.words))"
            )
        }
    }

    @Test(
        "How a goal is going is told in words",
        arguments: [
            (nil, -2, GoalStanding.notRated), (-2, -2, .whereItBegan), (-1, -2, .onTheWay), (-1, -1, .whereItBegan),
            (-2, -1, .harderThanAtFirst), (0, -2, .asHoped), (1, -2, .moreThanHoped), (2, -1, .muchMoreThanHoped),
        ] as [(Int?, Int, GoalStanding)]
    )
    func standing(_ level: Int?, _ baseline: Int, _ standing: GoalStanding) {
        #expect(GoalStanding(level: level, baselineLevel: baseline) == standing)
        #expect(!standing.words.isEmpty)
    }

    @Test(
        "Whatever is asked for, a draft has no gap and no overlap, and five levels where there is room",
        arguments: 1...3000
    )
    func drafts(_ seed: UInt64) {
        var chance = Seeded(seed)
        let isHigher = chance.flip()
        let baseline = chance.int(0...60)
        let expected = isHigher ? baseline + chance.int(2...40) : max(0, baseline - chance.int(2...40))
        let grain = chance.flip() ? 1.0 : 0.5
        let outline = ScaleOutline(
            dimension: isHigher ? .distance : .time,
            direction: isHigher ? .higher : .lower,
            grain: grain,
            bounds: 0...Double(expected + chance.int(0...30)),
            baseline: Double(baseline),
            expected: Double(expected),
            baselineLevel: chance.flip() ? -2 : -1,
            by: PlanFixture.today.adding(days: chance.int(1...300))
        )
        let scale = AttainmentScale.draft(outline, child: CareFixture.child, goal: PlanFixture.id(1))
        let remarks = scale.remarks(today: PlanFixture.today)
        let isForward = isHigher ? expected > baseline : expected < baseline
        #expect(remarks.allSatisfy { if case .missingLevel = $0 { true } else { !isForward } }, "\(remarks)")
        let best = isHigher ? outline.bounds.upperBound : 0
        let room = (best - Double(expected)).magnitude / grain
        if isForward && (baseline - expected).magnitude >= 2 && room >= 2 { #expect(remarks.isEmpty, "\(outline)") }
        for level in scale.levels.dropFirst() where level.level == 0 { #expect(level.contains(Double(expected))) }
        if remarks.isEmpty {
            for half in 0...400 { #expect(scale.level(of: Double(half) * grain) != nil, "no value falls through") }
        }
    }

    @Test(
        "A sound scale has no remarks; each way to spoil it has its own, with how to mend it",
        arguments: Spoiled.allCases
    )
    func spoiled(_ way: Spoiled) {
        var scale = Self.draft(.time, 25, 15)
        way.spoil(&scale)
        let remarks = scale.remarks(today: PlanFixture.today)
        #expect(remarks.contains(way.remark), "\(remarks)")
        #expect(remarks.allSatisfy { !$0.mend.isEmpty && !$0.message.isEmpty && !$0.place.isEmpty })
    }

    enum Spoiled: CaseIterable {
        case missing, doubled, noWords, long, dimension, backward, gap, overlap, order, unit, date, over, baseline,
            elsewhere
        case baselineLevel, weight, grain, open, touching

        func spoil(_ scale: inout AttainmentScale) {
            switch self {
            case .missing: scale.levels.remove(at: 1)
            case .doubled: scale.levels.append(scale.levels[1])
            case .noWords: scale.levels[3].words = " "
            case .long: scale.levels[3].words = String(repeating: "x", count: 10_000)
            case .dimension: scale.levels[3].dimension = .help
            case .backward: scale.levels[3].from = 60
            case .gap: scale.levels[2].to = 13
            case .overlap: scale.levels[2].to = 17
            case .order: (scale.levels[1].from, scale.levels[1].to) = (1, 2)
            case .unit: scale.unit = ""
            case .date: scale.by = nil
            case .over: scale.by = PlanFixture.today
            case .baseline: scale.baseline = nil
            case .elsewhere: scale.baseline = 20
            case .baselineLevel: scale.baselineLevel = 0
            case .weight: scale.weight = GoalWeight(importance: 0, difficulty: 3)
            case .grain: scale.grain = 0
            case .open: scale.levels[2].to = nil
            case .touching: scale.levels[2].to = scale.levels[1].from
            }
        }

        var remark: ScaleRemark {
            switch self {
            case .missing: .missingLevel(-1)
            case .doubled: .doubledLevel(-1)
            case .noWords: .noWords(1)
            case .long: .longWords(1)
            case .dimension: .otherDimension(1, .help)
            case .backward: .backward(1)
            case .gap: .gap(-1, 0)
            case .overlap, .open, .touching: .overlap(-1, 0)
            case .order: .wrongOrder(-1, 0)
            case .unit: .noUnit
            case .date: .noDate
            case .over: .dateOver
            case .baseline: .noBaseline
            case .elsewhere: .baselineElsewhere(said: -2, lies: -1)
            case .baselineLevel: .baselineLevelUnusual(0)
            case .weight: .weightZero
            case .grain: .noGrain
            }
        }
    }
}
