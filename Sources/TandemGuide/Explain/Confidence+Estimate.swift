extension Confidence {
    /// From how clear and how well understood the words are. The steps are read off the project's own messages and held
    /// to them by a test: of the answers given at a probability, that share should be right.
    init(_ weighing: Weighing, _ reading: Reading) {
        guard weighing.shares.total > 0 else {
            self.init(probability: 0.1)
            return
        }
        if weighing.isHunch {
            self.init(probability: 0.5)
            return
        }
        let strongest = weighing.evidence.first
        let isWhole = strongest?.mention.isComplete ?? true
        let content = reading.tokens.filter { $0.kind == .content }.count
        let told = Set(weighing.evidence.flatMap(\.mention.tokens)).count
        let understood = content == 0 ? 1 : min(1, Double(told) / Double(min(content, 12)))
        let base = isWhole ? 0.86 : 0.68
        self.init(probability: min(0.98, base + 0.12 * understood))
    }
}
