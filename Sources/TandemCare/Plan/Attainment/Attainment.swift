/// The T-score of several goals together: how far the plan as a whole has come. 50 is what was expected.
///
///     T = 50 + 10·Σ(w·x) ÷ √((1-ρ)·Σ(w²) + ρ·(Σw)²), ρ = 0.30
///
/// (Kiresuk and Sherman 1968.) Levels are ordinal and treated as if they were equal steps; T-scores are not averaged over
/// children.
package struct Attainment: Sendable, Hashable {
    /// One goal: its level -2 to +2 and its weight, 0 or more.
    package struct Term: Sendable, Hashable {
        package let level: Int
        package let weight: Int

        package init(level: Int, weight: Int = 1) {
            self.level = level
            self.weight = max(0, weight)
        }
    }

    /// The supposed correlation between goals.
    package static let correlation = 0.3

    /// Goals that count: weight 0 leaves a goal out.
    package let terms: [Term]

    package init(_ terms: [Term]) { self.terms = terms.filter { $0.weight > 0 } }

    /// What stands under the line; 0 where no goal counts.
    package var root: Double {
        let squares = terms.reduce(0.0) { $0 + Double($1.weight) * Double($1.weight) }
        let sum = terms.reduce(0.0) { $0 + Double($1.weight) }
        return ((1 - Self.correlation) * squares + Self.correlation * sum * sum).squareRoot()
    }

    private var weighted: Double { terms.reduce(0.0) { $0 + Double($1.weight) * Double($1.level) } }

    /// `nil` where no goal counts: without goals there is no score, not a middling one.
    package var score: Double? { terms.isEmpty ? nil : 50 + 10 * weighted / root }

    /// The formula with this plan's numbers, for showing beside the score; empty where there is no score.
    package var formula: String {
        guard let score else { return "" }
        let products = terms.map { "\($0.weight)×\($0.level < 0 ? "(\($0.level))" : "\($0.level)")" }
        let squares = terms.map { "\($0.weight)²" }.joined(separator: " + ")
        let sum = terms.map { "\($0.weight)" }.joined(separator: " + ")
        return "T = 50 + 10 × (\(products.joined(separator: " + "))) ÷ √(0.7 × (\(squares)) + 0.3 × (\(sum))²)"
            + " = 50 + 10 × \(weighted.shortText) ÷ \(root.text(decimals: 2)) = \(score.text(decimals: 2))"
    }
}
