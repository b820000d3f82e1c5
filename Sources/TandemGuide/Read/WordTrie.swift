/// Wordings of one or more words with a value each, arranged for reading along a text.
struct WordTrie<Value: Sendable>: Sendable {
    private struct Node: Sendable {
        var next = WordTable<Int32>()
        var value: Value?
    }

    private var nodes = [Node()]
    private(set) var stems = WordTable<Void>()

    /// Files a wording under the stems of its words.
    mutating func add(_ wording: [String], _ value: Value) {
        var node = 0
        for stem in wording.map(WordHash.of) {
            stems[stem] = ()
            if let next = nodes[node].next[stem] {
                node = Int(next)
            } else {
                nodes.append(Node())
                nodes[node].next[stem] = Int32(nodes.count - 1)
                node = nodes.count - 1
            }
        }
        nodes[node].value = value
    }

    /// The value of a word alone.
    func value(of stem: WordHash) -> Value? { nodes[0].next[stem].flatMap { nodes[Int($0)].value } }

    /// The longest wording that begins at a word and stays in its sentence, and how many words it takes.
    func match(_ tokens: [Token], at start: Int) -> (value: Value, length: Int)? {
        var node = 0
        var found: (Value, Int)?
        var position = start
        while position < tokens.count, let next = nodes[node].next[tokens[position].stem],
            tokens[position].sentence == tokens[start].sentence
        {
            node = Int(next)
            position += 1
            if let value = nodes[node].value { found = (value, position - start) }
        }
        return found
    }
}
