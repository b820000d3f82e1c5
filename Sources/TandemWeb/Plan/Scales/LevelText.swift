/// A level of a scale as pages write it.
enum LevelText {
    /// "+2", "0", "−1".
    static func sign(_ level: Int) -> String { level > 0 ? "+\(level)" : level < 0 ? "\u{2212}\(-level)" : "0" }

    /// What the level means on every scale.
    static func meaning(_ level: Int) -> String {
        switch level {
        case 2: "much more than expected"
        case 1: "more than expected"
        case 0: "as expected"
        case -1: "less than expected"
        default: "much less than expected"
        }
    }
}
