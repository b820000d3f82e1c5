import TandemCatalog

/// The cue words ("can't", "used to", "is a battle") arranged for reading along the text, longest first.
struct CueTrie: Sendable {
    private struct Node: Sendable {
        var next: [WordHash: Int32] = [:]
        var cue: Language.Cue?
    }

    private var nodes = [Node()]
    private(set) var words: Set<String> = []
    private var stems: Set<WordHash> = []

    init(_ language: Language) {
        for (cue, wordings) in language.cues.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            for wording in wordings { add(wording, cue, language.irregular) }
        }
    }

    private mutating func add(_ wording: String, _ cue: Language.Cue, _ irregular: [String: String]) {
        var node = 0
        for word in wording.split(separator: " ") {
            let plain = word.lowercased().filter { $0 != "'" }
            let stem = Stemmer.stem(irregular[plain] ?? plain)
            words.insert(stem)
            stems.insert(.of(stem))
            if let next = nodes[node].next[.of(stem)] {
                node = Int(next)
            } else {
                nodes.append(Node())
                nodes[node].next[.of(stem)] = Int32(nodes.count - 1)
                node = nodes.count - 1
            }
        }
        nodes[node].cue = cue
    }

    /// Whether the word alone is a "not".
    func isNot(_ stem: WordHash) -> Bool { nodes[0].next[stem].map { nodes[Int($0)].cue == .not } ?? false }

    func uses(_ stem: WordHash) -> Bool { stems.contains(stem) }

    /// The longest cue that begins at a word, and how many words it takes.
    func match(_ tokens: [Token], at start: Int) -> (cue: Language.Cue, length: Int)? {
        var node = 0
        var found: (Language.Cue, Int)?
        var position = start
        while position < tokens.count, let next = nodes[node].next[tokens[position].stem],
            tokens[position].sentence == tokens[start].sentence
        {
            node = Int(next)
            position += 1
            if let cue = nodes[node].cue { found = (cue, position - start) }
        }
        return found
    }
}
