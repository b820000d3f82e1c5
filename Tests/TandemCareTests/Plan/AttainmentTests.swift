import TandemCare
import TandemCatalog
import Testing

@Suite("The T-score")
struct AttainmentTests {
    /// Every vector of measures.md: levels, weights, the root, T to two decimals.
    static let vectors: [([Int], [Int], String, String)] = [
        ([0], [1], "1.000000", "50.00"), ([-1], [1], "1.000000", "40.00"), ([2], [1], "1.000000", "70.00"),
        ([-2], [1], "1.000000", "30.00"), ([0, 0, 0], [1, 1, 1], "2.190890", "50.00"),
        ([-1, -1, -1], [1, 1, 1], "2.190890", "36.31"), ([-2, -2, -2], [1, 1, 1], "2.190890", "22.61"),
        ([1, 1, 1], [1, 1, 1], "2.190890", "63.69"), ([2, 2, 2], [1, 1, 1], "2.190890", "77.39"),
        ([1, 0], [1, 1], "1.612452", "56.20"), ([1, 0, 0], [1, 1, 1], "2.190890", "54.56"),
        ([1, 0, -1], [1, 1, 1], "2.190890", "50.00"), ([-1, 0, 1, 2], [1, 1, 1, 1], "2.756810", "57.25"),
        ([1, -1], [3, 1], "3.435113", "55.82"), ([2, 0, -1], [3, 2, 1], "4.538722", "61.02"),
        ([0, 1, -2], [4, 2, 2], "6.000000", "46.67"), ([1, 1, 0, 0, -1], [5, 4, 3, 2, 1], "10.295630", "57.77"),
        ([0, -1], [0, 1], "1.000000", "40.00"), ([2, 2, 2, 2, 2], [1, 1, 1, 1, 1], "3.316625", "80.15"),
    ]

    @Test("Equals every vector of the knowledge file", arguments: vectors)
    func golden(_ levels: [Int], _ weights: [Int], _ root: String, _ score: String) {
        let attainment = Self.attainment(levels, weights)
        #expect(attainment.root.text(decimals: 6) == root)
        #expect(attainment.score?.text(decimals: 2) == score)
        #expect(attainment.formula.hasSuffix("= \(score)"))
    }

    @Test(
        "Change equals the vectors",
        arguments: [
            ([-2, -2, -1], [0, 1, 0], [3, 2, 1], "25.76", "54.41", "28.64"),
            ([-2, -2], [0, -1], [1, 1], "25.19", "43.80", "18.61"),
        ]
    )
    func change(
        _ before: [Int],
        _ after: [Int],
        _ weights: [Int],
        _ first: String,
        _ last: String,
        _ points: String
    ) throws {
        let (one, other) = (Self.attainment(before, weights), Self.attainment(after, weights))
        #expect(one.score?.text(decimals: 2) == first && other.score?.text(decimals: 2) == last)
        #expect(try #require(AttainmentChange(from: one, to: other)).points.text(decimals: 2) == points)
    }

    @Test("Without a goal that counts there is no score, no change and no formula")
    func noScore() {
        for attainment in [Self.attainment([], []), Self.attainment([2, 1], [0, 0])] {
            #expect(attainment.score == nil && attainment.formula.isEmpty)
            #expect(AttainmentChange(from: attainment, to: attainment) == nil)
        }
        #expect(AttainmentChange(from: Self.attainment([0], [1]), to: Self.attainment([0], [2])) == nil)
    }

    @Test("A rating that another takes the place of is gone, whatever day the other names")
    func corrected() {
        func rating(_ number: Int, _ level: Int, _ day: String, corrects: Int? = nil) -> Rating {
            Rating(
                id: PlanFixture.id(number),
                child: CareFixture.child,
                goal: PlanFixture.id(1),
                level: level,
                on: PlanFixture.day(day),
                discipline: .occupational,
                stamp: PlanFixture.stamp(PlanFixture.ot, number),
                corrects: corrects.map { PlanFixture.id($0) }
            )
        }
        let ratings = [rating(1, 2, "2026-10-12"), rating(2, -1, "2026-10-05", corrects: 1)]
        let history = AttainmentHistory(scales: [Self.scale(1)], ratings: ratings)
        #expect(history.points.map(\.day) == [PlanFixture.day("2026-10-05")])
        #expect(ratings.latest(on: PlanFixture.day("2026-12-01"))[PlanFixture.id(1)]?.level == -1)
    }

    @Test("The formula stands with this plan's numbers")
    func formula() {
        #expect(
            Self.attainment([1, -1], [3, 1]).formula
                == "T = 50 + 10 × (3×1 + 1×(-1)) ÷ √(0.7 × (3² + 1²) + 0.3 × (3 + 1)²) = 50 + 10 × 2 ÷ 3.44 = 55.82"
        )
    }

    @Test("Bounds, symmetry, monotony, scale and order hold for any goals and weights", arguments: 1...2000)
    func properties(_ seed: UInt64) throws {
        var chance = Seeded(seed)
        let count = chance.int(1...12)
        let levels = (0..<count).map { _ in chance.int(-2...2) }
        let weights = (0..<count).map { _ in chance.int(0...9) }
        guard let score = Self.attainment(levels, weights).score else {
            #expect(weights.allSatisfy { $0 == 0 })
            return
        }
        func close(_ other: Double?, _ wanted: Double) -> Bool { other.map { ($0 - wanted).magnitude < 1e-9 } ?? false }
        let limit = 20 / Attainment.correlation.squareRoot()
        #expect(score > 50 - limit && score < 50 + limit)
        #expect(close(Self.attainment(levels.map { -$0 }, weights).score, 100 - score))
        #expect(close(Self.attainment(levels, weights.map { $0 * 3 }).score, score))
        #expect(close(Self.attainment(levels.reversed(), weights.reversed()).score, score))
        #expect(close(Self.attainment(levels + [2], weights + [0]).score, score))
        let best = try #require(Self.attainment(levels.map { _ in 2 }, weights).score)
        let worst = try #require(Self.attainment(levels.map { _ in -2 }, weights).score)
        #expect(worst - 1e-9 <= score && score <= best + 1e-9 && close(best, 100 - worst))
        if let index = levels.indices.first(where: { levels[$0] < 2 && weights[$0] > 0 }) {
            var better = levels
            better[index] += 1
            #expect(try #require(Self.attainment(better, weights).score) > score)
        }
    }

    @Test("Ratings make a score a day; a corrected one does not count, a goal not rated stands at its start")
    func history() throws {
        let scales = [Self.scale(1), Self.scale(2)]
        func rating(_ number: Int, _ goal: Int, _ level: Int, _ day: String, corrects: Int? = nil) -> Rating {
            Rating(
                id: PlanFixture.id(number),
                child: CareFixture.child,
                goal: PlanFixture.id(goal),
                level: level,
                on: PlanFixture.day(day),
                discipline: .physical,
                stamp: PlanFixture.stamp(PlanFixture.pt, number),
                corrects: corrects.map { PlanFixture.id($0) }
            )
        }
        let ratings = [
            rating(1, 1, 2, "2026-10-01"), rating(2, 1, 0, "2026-10-01", corrects: 1), rating(3, 2, -1, "2026-10-08"),
            rating(4, 9, 2, "2026-10-09"), rating(5, 1, 1, "2026-10-08"),
        ]
        let history = AttainmentHistory(scales: scales, ratings: ratings.reversed())
        #expect(history.points.map { $0.attainment.terms.map(\.level) } == [[0, -2], [1, -1]])
        #expect(history.points.map(\.day) == ["2026-10-01", "2026-10-08"].map(PlanFixture.day))
        #expect(history.change?.points.text(decimals: 2) == "24.81")
        #expect(ratings.latest(on: PlanFixture.day("2026-10-01"))[PlanFixture.id(1)]?.level == 0)
        #expect(AttainmentHistory(scales: scales, ratings: []).change == nil)
    }

    private static func scale(_ goal: Int) -> AttainmentScale {
        let outline = ScaleOutline(dimension: .count, baseline: 2, expected: 6, by: PlanFixture.today.adding(days: 84))
        return .draft(outline, child: CareFixture.child, goal: PlanFixture.id(goal))
    }

    private static func attainment(_ levels: [Int], _ weights: [Int]) -> Attainment {
        Attainment(zip(levels, weights).map { .init(level: $0, weight: $1) })
    }
}
