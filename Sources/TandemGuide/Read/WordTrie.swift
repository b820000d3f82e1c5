/// Wordings of one or more words with a value each, arranged for reading along a text.
struct WordTrie<Value: Sendable>: Sendable {
    /// The node that a word leads to, by the word and the node before it.
    private var next = WordTable<Int32>()
    /// The value of each node; the first is the start.
    private var values: [Value?] = [nil]
    private(set) var stems = WordSet()

    /// Files a wording under the stems of its words.
    mutating func add(_ wording: [String], _ value: Value) {
        var node: Int32 = 0
        for stem in wording.map(WordHash.of) {
            stems.insert(stem)
            let key = Self.key(stem, after: node)
            if let known = next[key] {
                node = known
            } else {
                node = Int32(values.count)
                values.append(nil)
                next[key] = node
            }
        }
        values[Int(node)] = value
    }

    /// One table serves all nodes: the number of the node is mixed into the word.
    private static func key(_ stem: WordHash, after node: Int32) -> WordHash {
        stem &+ WordHash(truncatingIfNeeded: node) &* 0x9E37_79B9_7F4A_7C15
    }

    /// The value of a word alone.
    func value(of stem: WordHash) -> Value? { next[Self.key(stem, after: 0)].flatMap { values[Int($0)] } }

    /// Whether a wording begins with the word.
    func opens(with stem: WordHash) -> Bool { next.contains(Self.key(stem, after: 0)) }

    /// The longest wording that begins at a word and stays in its sentence, and how many words it takes.
    func match(_ tokens: [Token], at start: Int) -> (value: Value, length: Int)? {
        var node: Int32 = 0
        var found: (Value, Int)?
        var position = start
        while position < tokens.count, let next = next[Self.key(tokens[position].stem, after: node)],
            tokens[position].sentence == tokens[start].sentence
        {
            node = next
            position += 1
            if let value = values[Int(node)] { found = (value, position - start) }
        }
        return found
    }
}
