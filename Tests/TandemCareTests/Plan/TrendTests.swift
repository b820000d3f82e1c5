import TandemCare
import TandemCatalog
import Testing

@Suite("Trends")
struct TrendTests {
    static func measurement(
        _ number: Int,
        _ measure: Measure,
        _ value: Double?,
        on: String,
        way: String? = nil,
        part: String? = nil,
        corrects: Int? = nil
    ) -> Measurement {
        Measurement(
            id: PlanFixture.id(number),
            child: CareFixture.child,
            series: Measurement.Series(measure, way: way, part: part),
            result: value.map { .value($0) } ?? .missing(reason: "tired"),
            on: PlanFixture.day(on),
            discipline: .physical,
            stamp: PlanFixture.stamp(PlanFixture.pt, number),
            corrects: corrects.map { PlanFixture.id($0) }
        )
    }

    private static let profile = ChildProfile(conditions: ["cerebral-palsy"], ageMonths: 60, grossMotorLevel: 2)

    private func trend(_ id: Slug<Measure>, _ values: [Double], way: String? = nil, part: String? = nil) throws -> Trend
    {
        let measure = try MeasureTests.measure(id)
        let all = values.enumerated().map {
            Self.measurement($0 + 1, measure, $1, on: "2026-0\($0 + 1)-01", way: way, part: part)
        }
        return try #require(Trend.all(of: all, registry: try MeasureTests.registry.get()).first)
    }

    @Test(
        "A change of the Pediatric Balance Scale is told by the rule of the knowledge file",
        arguments: [
            (40.0, 41.0, Judgement.withinNoise), (40, 42, .trueChange(better: true)),
            (40, 43, .trueChange(better: true)),
            (40, 44, .possiblyImportant(better: true)), (40, 45, .possiblyImportant(better: true)),
            (40, 46, .important(better: true)), (46, 40, .important(better: false)), (40, 40, .withinNoise),
        ]
    )
    func balance(_ first: Double, _ last: Double, _ judgement: Judgement) throws {
        #expect(try trend("pbs", [first, last], part: "total").judgement(for: Self.profile) == judgement)
    }

    @Test(
        "Noise comes before importance; less time is better",
        arguments: [
            (12.0, 11.0, Judgement.withinNoise), (12, 8, .perhapsNoise), (20, 10, .important(better: true)),
            (10, 20, .important(better: false)),
        ]
    )
    func upAndGo(_ first: Double, _ last: Double, _ judgement: Judgement) throws {
        let trend = try trend("tug", [first, last], way: "bench usual pace")
        #expect(trend.judgement(for: Self.profile) == judgement)
    }

    @Test("Of a child that no study speaks of, and of what is not known of a child, nothing is claimed")
    func populations() throws {
        let trend = try trend("pbs", [40, 50], part: "total")
        for profile in [
            ChildProfile(conditions: [], ageMonths: 60), ChildProfile(conditions: ["cerebral-palsy"], ageMonths: 90),
            ChildProfile(conditions: ["down-syndrome"], ageMonths: 60),
        ] {
            #expect(trend.judgement(for: profile) == .notStudied && trend.unchanged(for: profile) == nil)
        }
        #expect(trend.unchanged(for: Self.profile) == 38.41...41.59)
        let unknownLevel = ChildProfile(conditions: ["cerebral-palsy"], ageMonths: 60)
        #expect(try self.trend("tug", [20, 10], way: "bench fast").judgement(for: unknownLevel) == .notStudied)
    }

    @Test("One value is no change, and a classification is no progress")
    func noChange() throws {
        #expect(try trend("pbs", [40], part: "total").judgement(for: Self.profile) == .notEnough)
        #expect(try trend("gmfcs", [3, 2]).judgement(for: Self.profile) == .describesOnly)
        #expect(
            try trend("copm", [4, 6], part: "performance").judgement(for: Self.profile) == .important(better: true)
        )
        #expect(try trend("copm", [4, 5], part: "performance").judgement(for: Self.profile) == .perhapsNoise)
    }

    @Test("Another protocol, edition or part is another trend; a corrected value is gone; a missing one is said")
    func series() throws {
        let (tug, pbs) = (try MeasureTests.measure("tug"), try MeasureTests.measure("pbs"))
        let trends = Trend.all(
            of: [
                Self.measurement(1, tug, 9, on: "2026-01-01", way: "bench fast"),
                Self.measurement(2, tug, 12, on: "2026-02-01", way: "bench usual pace"),
                Self.measurement(3, pbs, 40, on: "2026-02-01", part: "total"),
                Self.measurement(4, pbs, 20, on: "2026-02-01", part: "static"),
                Self.measurement(5, tug, 8, on: "2026-03-01", way: "bench fast"),
                Self.measurement(6, tug, 80, on: "2026-04-01", way: "bench fast"),
                Self.measurement(7, tug, 7, on: "2026-04-01", way: "bench fast", corrects: 6),
                Self.measurement(8, tug, nil, on: "2026-05-01", way: "bench fast"),
            ],
            registry: try MeasureTests.registry.get()
        )
        #expect(trends.map { $0.points.map(\.value) } == [[9, 8, 7], [12], [40], [20]])
        #expect(trends[0].missing.map(\.day) == [PlanFixture.day("2026-05-01")])
        #expect(trends[0].missing.map(\.reason) == ["tired"])
    }
}
