import TandemCatalog

/// Finds the phrases of the book in a reading: for each word, the phrases filed under it whose other words stand near.
struct Matcher {
    private let book: PhraseBook
    private let reading: Reading
    /// First and last token of the sentence at hand.
    private var sentence = 0..<0
    private var found: [Int32: Mention] = [:]
    private var partial: [Int32: Mention] = [:]

    /// Phrases found whole, and phrases of three or more words with one missing.
    static func mentions(in reading: Reading, _ book: PhraseBook) -> (whole: [Mention], partial: [Mention]) {
        var matcher = Matcher(book: book, reading: reading)
        matcher.run()
        func inOrder(_ mentions: [Int32: Mention]) -> [Mention] {
            mentions.values.sorted { ($0.first, $0.last, $0.phrase) < ($1.first, $1.last, $1.phrase) }
        }
        return (inOrder(matcher.found), inOrder(matcher.partial))
    }

    private init(book: PhraseBook, reading: Reading) {
        self.book = book
        self.reading = reading
    }

    private mutating func run() {
        let tokens = reading.tokens
        // For each atom the last token of this sentence that carries it, and for each token the one before with the same atom.
        var heads = [Int32](repeating: -1, count: Int(book.lexicon.atomCount))
        var links = [Int32](repeating: -1, count: tokens.count * 2)
        var start = 0
        while start < tokens.count {
            var end = start
            while end < tokens.count, tokens[end].sentence == tokens[start].sentence { end += 1 }
            sentence = start..<end
            for position in sentence {
                if let atom = tokens[position].atom { link(atom, position * 2, &heads, &links) }
                if let atom = tokens[position].compound { link(atom, position * 2 + 1, &heads, &links) }
            }
            for position in sentence {
                if let atom = tokens[position].atom { lookUp(atom, position, heads, links) }
                if let atom = tokens[position].compound { lookUp(atom, position, heads, links) }
            }
            for position in sentence {
                if let atom = tokens[position].atom { heads[Int(atom)] = -1 }
                if let atom = tokens[position].compound { heads[Int(atom)] = -1 }
            }
            start = end
        }
    }

    private func link(_ atom: Atom, _ slot: Int, _ heads: inout [Int32], _ links: inout [Int32]) {
        links[slot] = heads[Int(atom)]
        heads[Int(atom)] = Int32(slot)
    }

    private mutating func lookUp(_ atom: Atom, _ position: Int, _ heads: [Int32], _ links: [Int32]) {
        for index in book.postings[Int(atom)] {
            check(index, position, heads, links)
        }
    }

    /// Gathers the phrase's other words nearest to the one at `anchor`.
    private mutating func check(_ index: Int32, _ anchor: Int, _ heads: [Int32], _ links: [Int32]) {
        let phrase = book.phrases[Int(index)]
        let count = phrase.atoms.count
        var missing = 0
        for atom in phrase.atoms where heads[Int(atom)] < 0 { missing += 1 }
        let isPartial = count - missing < phrase.needed
        guard !isPartial || (missing == 1 && count >= 3) else { return }
        var positions: [Int] = []
        positions.reserveCapacity(count)
        var weight = 0.0
        for atom in phrase.atoms {
            guard let nearest = nearest(to: anchor, heads[Int(atom)], links) else { continue }
            positions.append(nearest)
            weight += book.rarity[Int(atom)]
        }
        positions.sort()
        guard let first = positions.first, let last = positions.last, last - first <= phrase.window,
            isOneThought(first, last, phrase)
        else { return }
        let mention = Mention(
            entry: phrase.entry,
            phrase: Int(index),
            tokens: positions,
            polarity: reading.polarity(first: first, last: last),
            coverage: isPartial ? weight / phrase.weight : 1,
            weight: weight
        )
        if isPartial { keep(mention, index, in: &partial) } else { keep(mention, index, in: &found) }
    }

    /// Words of different clauses make no phrase, except in the red flags, where missing one is worse.
    private func isOneThought(_ first: Int, _ last: Int, _ phrase: Phrase) -> Bool {
        reading.tokens[first].clause == reading.tokens[last].clause || phrase.entry.layer == .safety
    }

    private func nearest(to anchor: Int, _ head: Int32, _ links: [Int32]) -> Int? {
        var best: Int?
        var slot = head
        while slot >= 0 {
            let position = Int(slot) / 2
            if best.map({ abs($0 - anchor) > abs(position - anchor) }) ?? true { best = position }
            slot = links[Int(slot)]
        }
        return best
    }

    /// Of several places, the one where the words stand closest.
    private func keep(_ mention: Mention, _ index: Int32, in mentions: inout [Int32: Mention]) {
        if let known = mentions[index], known.last - known.first <= mention.last - mention.first { return }
        mentions[index] = mention
    }
}
