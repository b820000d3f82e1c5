/// Wordings of one or more words, arranged for reading along a text.
struct WordTrie: Sendable {
    private var nodes: [[WordHash: Int32]] = [[:]]
    private var ends: Set<Int32> = []

    init(_ wordings: [String]) {
        for wording in wordings {
            var node: Int32 = 0
            for word in wording.split(separator: " ") {
                let stem = WordHash.of(Stemmer.stem(word.lowercased().filter { $0 != "'" }))
                if let next = nodes[Int(node)][stem] {
                    node = next
                } else {
                    nodes.append([:])
                    nodes[Int(node)][stem] = Int32(nodes.count - 1)
                    node = Int32(nodes.count - 1)
                }
            }
            ends.insert(node)
        }
    }

    func begins(with stem: WordHash) -> Bool { nodes[0][stem] != nil }

    /// How many words the longest wording takes that begins at a word; 0 for none.
    func match(_ tokens: [Token], at start: Int) -> Int {
        var node: Int32 = 0
        var length = 0
        var position = start
        while position < tokens.count, let next = nodes[Int(node)][tokens[position].stem] {
            node = next
            position += 1
            if ends.contains(node) { length = position - start }
        }
        return length
    }
}
