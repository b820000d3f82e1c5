extension Confidence {
    /// From how clear and how well understood the words are. The steps lie between the project's own messages, where a test
    /// holds them (of the answers given at a probability, about that share is right), and messages nobody had seen, where
    /// whole phrases were right 88 times in 100.
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
        let content = reading.tokens.reduce(0) { $0 + ($1.kind == .content ? 1 : 0) }
        var isTold = [Bool](repeating: false, count: reading.tokens.count)
        for evidence in weighing.evidence { for place in evidence.mention.tokens { isTold[place] = true } }
        let told = isTold.reduce(0) { $0 + ($1 ? 1 : 0) }
        let understood = content == 0 ? 1 : min(1, Double(told) / Double(min(content, 12)))
        let base = isWhole ? 0.87 : 0.68
        self.init(probability: min(0.96, base + 0.09 * understood))
    }
}
