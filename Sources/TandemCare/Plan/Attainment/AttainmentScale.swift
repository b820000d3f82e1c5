package import TandemCatalog

/// Goal Attainment Scaling: five levels of one goal, agreed before the work begins. -2 much less than expected (usually where the
/// child starts), 0 what is expected by the day, +2 much more. (Kiresuk and Sherman 1968.)
package struct AttainmentScale: Sendable, Hashable, Codable {
    /// Every level there is, worst first.
    package static let levels = -2...2

    /// One level: what it looks like, and the values it holds.
    package struct Level: Sendable, Hashable, Codable {
        /// -2 to +2.
        package let level: Int
        /// What one would see, in the family's words.
        package var words: String
        package var dimension: Dimension
        /// Smallest value of the level; `nil` for no bound.
        package var from: Double?
        /// Largest value of the level, itself part of it; `nil` for no bound.
        package var to: Double?

        package init(_ level: Int, _ words: String, dimension: Dimension, from: Double?, to: Double?) {
            self.level = level
            self.words = words
            self.dimension = dimension
            self.from = from
            self.to = to
        }

        package func contains(_ value: Double) -> Bool { value >= (from ?? value) && value <= (to ?? value) }
    }

    package let child: ID<Child>
    package let goal: ID<Goal>
    package var dimension: Dimension
    /// "minutes", "steps alone of 10".
    package var unit: String
    package var direction: Direction
    /// The smallest difference that counts: 1 step, 0.5 minutes. Levels lie so far apart.
    package var grain: Double
    /// The day by which level 0 is expected.
    package var by: CalendarDate?
    /// The value when the scale was agreed.
    package var baseline: Double?
    /// The level that the baseline is: -2, or -1 where it could get worse.
    package var baselineLevel: Int
    package var levels: [Level]
    /// How much the goal counts beside the others.
    package var weight: GoalWeight

    package init(
        child: ID<Child>,
        goal: ID<Goal>,
        dimension: Dimension,
        unit: String,
        direction: Direction,
        grain: Double = 1,
        by: CalendarDate?,
        baseline: Double?,
        baselineLevel: Int = -2,
        levels: [Level],
        weight: GoalWeight = .equal
    ) {
        self.child = child
        self.goal = goal
        self.dimension = dimension
        self.unit = unit
        self.direction = direction
        self.grain = grain
        self.by = by
        self.baseline = baseline
        self.baselineLevel = baselineLevel
        self.levels = levels
        self.weight = weight
    }

    package func level(_ level: Int) -> Level? { levels.first { $0.level == level } }

    /// The level a value reaches; `nil` where it lies between two levels or the scale has none for it.
    package func level(of value: Double) -> Int? { levels.first { $0.contains(value) }?.level }
}

/// How much a goal counts in the T-score: importance times difficulty, each 0 to 3 (Turner-Stokes). 0 leaves it out.
package struct GoalWeight: Sendable, Hashable, Codable {
    package static let equal = GoalWeight(importance: 1, difficulty: 1)

    package let importance: Int
    package let difficulty: Int

    /// Values beyond 0 to 3 are brought back to the nearest.
    package init(importance: Int, difficulty: Int) {
        self.importance = min(max(importance, 0), 3)
        self.difficulty = min(max(difficulty, 0), 3)
    }

    package var value: Int { importance * difficulty }
}
