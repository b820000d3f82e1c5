/// What is wrong with a scale, and how to mend it.
package enum ScaleRemark: Remark {
    case missingLevel(Int)
    case doubledLevel(Int)
    case noWords(Int)
    case longWords(Int)
    /// A level that measures something else than the scale.
    case otherDimension(Int, Dimension)
    case backward(Int)
    /// Values between two neighboring levels that belong to neither.
    case gap(Int, Int)
    case overlap(Int, Int)
    /// The better level holds the worse values.
    case wrongOrder(Int, Int)
    case noUnit
    case noGrain
    case noDate
    case dateOver
    case noBaseline
    /// The baseline does not lie in the level that it is said to be.
    case baselineElsewhere(said: Int, lies: Int?)
    case baselineLevelUnusual(Int)
    case weightZero

    package var isBlocking: Bool { self != .weightZero }

    package var place: String {
        switch self {
        case .missingLevel(let level), .doubledLevel(let level), .noWords(let level), .longWords(let level),
            .otherDimension(let level, _), .backward(let level), .gap(_, let level), .overlap(_, let level),
            .wrongOrder(_, let level):
            "level \(level)"
        case .noUnit: "unit"
        case .noGrain: "grain"
        case .noDate, .dateOver: "by"
        case .noBaseline, .baselineElsewhere: "baseline"
        case .baselineLevelUnusual: "baseline level"
        case .weightZero: "weight"
        }
    }

    package var message: String {
        switch self {
        case .missingLevel(let level): "There is no level \(Self.sign(level))."
        case .doubledLevel(let level): "Level \(Self.sign(level)) stands twice."
        case .noWords(let level): "Level \(Self.sign(level)) does not say what one would see."
        case .longWords(let level): "Level \(Self.sign(level)) is too long to be read at a glance."
        case .otherDimension(let level, let dimension):
            "Level \(Self.sign(level)) measures something else: \(dimension.rawValue)."
        case .backward(let level): "Level \(Self.sign(level)) ends before it begins."
        case .gap(let low, let high): "Some values fall between level \(Self.sign(low)) and \(Self.sign(high))."
        case .overlap(let low, let high): "Some values are both level \(Self.sign(low)) and \(Self.sign(high))."
        case .wrongOrder(let low, let high): "Level \(Self.sign(high)) is not better than \(Self.sign(low))."
        case .noUnit: "The scale does not say what is counted."
        case .noGrain: "The smallest difference that counts is not above zero."
        case .noDate: "There is no day by which level 0 is expected."
        case .dateOver: "The day by which level 0 is expected is over."
        case .noBaseline: "The scale does not say where the child starts."
        case .baselineElsewhere(let said, let lies?):
            "The start is said to be level \(Self.sign(said)), but its value is level \(Self.sign(lies))."
        case .baselineElsewhere(let said, nil):
            "The start is said to be level \(Self.sign(said)), but no level holds it."
        case .baselineLevelUnusual(let level): "The start is level \(Self.sign(level))."
        case .weightZero: "With weight 0 this goal does not count in the T-score."
        }
    }

    private static func sign(_ level: Int) -> String { level > 0 ? "+\(level)" : "\(level)" }
}

extension ScaleRemark {
    package var mend: String {
        switch self {
        case .missingLevel: "Write it, with a finer unit if there is no room, such as seconds for minutes."
        case .doubledLevel: "Keep one of the two."
        case .noWords: "Say what you would see, as in \"puts on pants alone, 10 to 14 minutes\"."
        case .longWords: "Use one short sentence, \(TextLimit.line) characters at most."
        case .otherDimension: "Keep to one thing a scale. What else matters can be a goal of its own."
        case .backward: "Swap the two values."
        case .gap(let low, _): "Let level \(Self.sign(low)) end just before the next one begins."
        case .overlap(let low, _): "Let level \(Self.sign(low)) end before the next one begins."
        case .wrongOrder: "Check which way is better, then put the values in order from -2 to +2."
        case .noUnit: "Name it, as in \"minutes\" or \"steps alone of 10\"."
        case .noGrain: "Use 1, or 0.5 where halves count."
        case .noDate: "Choose a day, for instance 12 weeks from now."
        case .dateOver: "Choose a day after today."
        case .noBaseline: "Measure it once more before you begin, and write the value."
        case .baselineElsewhere: "Change the values of the levels, or the level of the start."
        case .baselineLevelUnusual: "Use -2, or -1 where the child could come to do less than today."
        case .weightZero: "Give importance and difficulty at least 1 if it should count."
        }
    }
}
