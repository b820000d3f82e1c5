import TandemCare
import TandemCatalog
import Testing

@Suite("Measures")
struct MeasureTests {
    static let registry = Result { () throws(RuleFault) in try MeasureRegistry(PlanFixture.rule("measures.txt")) }

    static func measure(_ id: Slug<Measure>) throws -> Measure { try #require(try registry.get().measure(id)) }

    @Test("The file that ships is read: free, total only and classification, each with its range")
    func ships() throws {
        let measures = try Self.registry.get().measures
        #expect(measures.count >= 30)
        let pbs = try Self.measure("pbs")
        #expect(pbs.range == 0...56 && pbs.license == .totalOnly && pbs.bands.count == 3)
        #expect(try Self.measure("tug").direction == .lower)
        #expect(
            measures.filter { $0.license == .classification }.allSatisfy { $0.direction == nil && $0.range == 1...5 }
        )
        #expect(Set(measures.map { "\($0.name) \($0.edition)" }).count == measures.count)
        let conditions = Set(try PlanFixture.catalog.get().conditions.map(\.id))
        for band in measures.flatMap(\.bands) {
            #expect(band.population.condition.map(conditions.contains) ?? true, "\(band)")
        }
    }

    @Test(
        "A file that cannot be read names the line",
        arguments: [
            ("license     free\nmeasure     tug", "missing"), ("measure     Tug", "cannot read"), ("measure", "no key"),
            (good + "range2      1 to 2", "nobody knows"), (good + "range       1 to 2", "twice"),
            (good + "\n" + good, "twice"),
            (good.replacing("0 to 9", with: "9 to 0"), "cannot read"),
            (good.replacing("higher", with: "none"), "classification"),
            (good + "change      noise 1 | who all", "as change"),
            (good + "change      noise x | who a | source b", "as change"),
            (good + "change      noise 1 | part p | who a | source b", "no part"),
        ]
    )
    func broken(_ text: String, _ reason: String) {
        #expect { try MeasureRegistry(text) } throws: {
            "\($0)".contains(reason) && "\($0)".contains("Rules/measures.txt")
        }
    }

    static let good = """
        measure     one
        name        One
        edition     1
        license     free
        unit        points
        range       0 to 9
        direction   higher
        source      own
        verified    no

        """

    @Test(
        "Limb symmetry equals the vectors",
        arguments: [
            (90.0, 100.0, Direction.higher, "90.0"), (135, 150, .higher, "90.0"), (4.5, 5, .higher, "90.0"),
            (2.5, 2.2, .lower, "88.0"), (0, 100, .higher, "0.0"),
        ]
    )
    func symmetry(_ involved: Double, _ other: Double, _ better: Direction, _ percent: String) throws {
        let found = try #require(LimbSymmetry.percent(involved: involved, uninvolved: other, better: better))
        #expect(found.text(decimals: 1) == percent)
    }

    @Test("Nothing to divide by gives nothing, not zero")
    func nothing() {
        #expect(LimbSymmetry.percent(involved: 90, uninvolved: 0, better: .higher) == nil)
        #expect(LimbSymmetry.percent(involved: 0, uninvolved: 2, better: .lower) == nil)
        #expect(LimbSymmetry.percent(involved: -1, uninvolved: 2, better: .higher) == nil)
        #expect(LimbSymmetry.deficit(involved: 1, uninvolved: 0) == nil)
        #expect(Scoring.speed(meters: 10, seconds: 0) == nil && Scoring.mean([]) == nil)
        #expect(Scoring.best([], better: .lower) == nil && Scoring.torque(newtons: 1, lever: 1, mass: 0) == nil)
    }

    @Test("Swapping the sides turns symmetry around: the product of both is 100 times 100", arguments: 1...300)
    func symmetryProperty(_ seed: UInt64) throws {
        var chance = Seeded(seed)
        let (left, right) = (Double(chance.int(1...4000)) / 10, Double(chance.int(1...4000)) / 10)
        for better in Direction.allCases {
            let one = try #require(LimbSymmetry.percent(involved: left, uninvolved: right, better: better))
            let other = try #require(LimbSymmetry.percent(involved: right, uninvolved: left, better: better))
            #expect((one * other - 10_000).magnitude < 1e-6)
            #expect((one > 100) == (better == .higher ? left > right : left < right))
        }
    }

    @Test("One leg: the best of three, up to ten seconds; walk, torque, steps alone")
    func scoring() throws {
        #expect(Scoring.singleLegStance([3, 14, 6]) == 10 && Scoring.singleLegStance([3, 4.5]) == 4.5)
        #expect(Scoring.singleLegStance([1, 2, 3, 4]) == nil)
        #expect(Scoring.speed(meters: 300, seconds: 360)?.text(decimals: 2) == "0.83")
        #expect(Scoring.torque(newtons: 150, lever: 0.3, mass: 30) == 1.5)
        var split = try PlanFixture.goal().split
        try split.dropStep(1, reason: "not needed", by: PlanFixture.stamp(PlanFixture.ot))
        #expect(try #require(Scoring.stepsAlone([2, 3], of: split)) == (2, 9))
        #expect(Scoring.stepsAlone([1, 2], of: split) == nil)
        #expect(HelpLevel.allCases.map(\.rawValue) == [0, 1, 2, 3, 4] && HelpLevel.full < .alone)
    }

    @Test("A measurement says what does not fit its measure")
    func remarks() throws {
        func remarks(
            _ id: Slug<Measure>,
            _ value: Double,
            on: String = "2026-09-01",
            way: String? = nil,
            part: String? = nil
        )
            throws -> [MeasurementRemark]
        {
            let measure = try Self.measure(id)
            return TrendTests.measurement(1, measure, value, on: on, way: way, part: part)
                .remarks(measure, born: PlanFixture.day("2021-05-01"), today: PlanFixture.today)
        }
        #expect(try remarks("pbs", 40, part: "total").isEmpty)
        #expect(try remarks("pbs", 57, part: "total") == [.outOfRange(0...56, unit: "points")])
        #expect(try remarks("pbs", 40.5, part: "total") == [.notAStep(1)])
        #expect(try remarks("pbs", 40) == [.unknownPart(["total", "static", "dynamic"])])
        #expect(try remarks("walk-6-minutes", 400, way: "fast") == [.unknownWay([])])
        #expect(try remarks("walk-6-minutes", .nan).first == .outOfRange(0...1200, unit: "meters"))
        #expect(try remarks("walk-6-minutes", 400, on: "2026-12-01") == [.future])
        #expect(try remarks("walk-6-minutes", 400, on: "2020-12-01") == [.beforeBirth])
        #expect(try remarks("walk-6-minutes", 40, on: "2022-12-01").map(\.isBlocking) == [false])
        #expect(try remarks("single-leg-stance", 4) == [.noSide])
    }
}
