import TandemCatalog

/// The findings of the red flags that a text tells, with those that are made of others said side by side.
struct SaidFindings: Sendable {
    private var mentions: [Mention] = []
    /// By index into the catalog's findings.
    private(set) var isSaid: [Bool]

    /// Findings that make another may have this many tokens between them.
    private static let gap = 6

    /// None.
    init() { isSaid = [] }

    /// - Parameter telling: the mentions that are not taken back.
    init(_ telling: [Mention], _ known: Knowledge, _ reading: Reading) {
        isSaid = [Bool](repeating: false, count: known.catalog.findings.count)
        for mention in telling { add(mention) }
        guard !mentions.isEmpty else { return }
        for union in known.graph.unions where union.parts.allSatisfy({ isSaid[$0] }) {
            for mention in joined(union, reading) { add(mention) }
        }
    }

    private mutating func add(_ mention: Mention) {
        guard case .finding(let finding) = mention.entry else { return }
        mentions.append(mention)
        isSaid[finding] = true
    }

    /// Where a finding is said, in order of the text.
    func mentions(of finding: Int) -> some Sequence<Mention> {
        mentions.lazy.filter { $0.entry == .finding(finding) }
    }

    /// A finding made of others that stand side by side in one thought.
    private func joined(_ union: Graph.Union, _ reading: Reading) -> [Mention] {
        guard let first = union.parts.first else { return [] }
        return mentions(of: first).compactMap { start in
            var whole = start
            for part in union.parts.dropFirst() {
                let beside = mentions(of: part).filter { Self.isBeside(whole, $0, reading) }
                guard let next = beside.min(by: { Self.gap(whole, $0) < Self.gap(whole, $1) }) else { return nil }
                whole = whole.joined(with: next, as: .finding(union.finding))
            }
            return whole
        }
    }

    private static func isBeside(_ one: Mention, _ other: Mention, _ reading: Reading) -> Bool {
        gap(one, other) <= gap && reading.tokens[one.first].sentence == reading.tokens[other.first].sentence
            && reading.tokens[one.last].clause == reading.tokens[other.last].clause
    }

    /// Tokens between two mentions; 0 or less if they overlap.
    private static func gap(_ one: Mention, _ other: Mention) -> Int {
        max(one.first, other.first) - min(one.last, other.last) - 1
    }
}
