import TandemCatalog

/// Finds the phrases of the book in a reading: for each word, the phrases filed under it whose other words stand near.
struct Matcher {
    private let book: PhraseBook
    private let reading: Reading
    private var whole: [Mention] = []
    private var partial: [Mention] = []
    /// Where a phrase stands in `whole` or `partial` already.
    private var places: [Int32: Int] = [:]

    /// Phrases found whole, and phrases of three or more words with one missing, in order of the text.
    static func mentions(in reading: Reading, _ book: PhraseBook) -> (whole: [Mention], partial: [Mention]) {
        var matcher = Matcher(book: book, reading: reading)
        matcher.run()
        func inOrder(_ mentions: [Mention]) -> [Mention] {
            mentions.sorted { ($0.first, $0.last, $0.phrase) < ($1.first, $1.last, $1.phrase) }
        }
        return (inOrder(matcher.whole), inOrder(matcher.partial))
    }

    private init(book: PhraseBook, reading: Reading) {
        self.book = book
        self.reading = reading
    }

    /// For each atom the last slot of this sentence that carries it, and for each slot the one before with the same atom. A
    /// token has two slots: its own atom and that of the compound it begins.
    private struct Occurrences {
        var heads: [Int32]
        var links: [Int32]

        mutating func add(_ atom: Atom, _ slot: Int) {
            links[slot] = heads[Int(atom)]
            heads[Int(atom)] = Int32(slot)
        }

        func nearest(_ atom: Atom, to anchor: Int) -> Int? {
            var best: Int?
            var slot = heads[Int(atom)]
            while slot >= 0 {
                let position = Int(slot) / 2
                if best.map({ abs($0 - anchor) > abs(position - anchor) }) ?? true { best = position }
                slot = links[Int(slot)]
            }
            return best
        }
    }

    private mutating func run() {
        let tokens = reading.tokens
        var occurrences = Occurrences(
            heads: [Int32](repeating: -1, count: Int(book.lexicon.atomCount)),
            links: [Int32](repeating: -1, count: tokens.count * 2)
        )
        var start = 0
        while start < tokens.count {
            var end = start
            while end < tokens.count, tokens[end].sentence == tokens[start].sentence { end += 1 }
            for position in start..<end {
                if let atom = tokens[position].atom { occurrences.add(atom, position * 2) }
                if let atom = tokens[position].compound { occurrences.add(atom, position * 2 + 1) }
            }
            for position in start..<end {
                if let atom = tokens[position].atom { lookUp(atom, position, occurrences) }
                if let atom = tokens[position].compound { lookUp(atom, position, occurrences) }
            }
            for position in start..<end {
                if let atom = tokens[position].atom { occurrences.heads[Int(atom)] = -1 }
                if let atom = tokens[position].compound { occurrences.heads[Int(atom)] = -1 }
            }
            start = end
        }
    }

    private mutating func lookUp(_ atom: Atom, _ position: Int, _ occurrences: Occurrences) {
        let keys = book.keys
        let first = Int(book.postingStarts[Int(atom)])
        let last = Int(book.postingStarts[Int(atom) + 1])
        for posting in first..<last {
            let index = book.postings[posting]
            let key = keys[Int(index)]
            var missing = 0
            for offset in Int(key.start)..<Int(key.start) + Int(key.count)
            where occurrences.heads[Int(book.keyAtoms[offset])] < 0 { missing += 1 }
            let isPartial = Int(key.count) - missing < Int(key.needed)
            if isPartial, missing > 1 || key.count < 3 || key.isSafety { continue }
            check(index, key, position, occurrences, isPartial)
        }
    }

    /// Gathers the phrase's other words nearest to the one at `anchor`.
    private mutating func check(_ index: Int32, _ key: PhraseBook.Key, _ anchor: Int, _ occurrences: Occurrences, _ isPartial: Bool) {
        var positions: [Int] = []
        positions.reserveCapacity(Int(key.count))
        var weight = 0.0
        for offset in Int(key.start)..<Int(key.start) + Int(key.count) {
            let atom = book.keyAtoms[offset]
            guard let nearest = occurrences.nearest(atom, to: anchor) else { continue }
            positions.append(nearest)
            weight += book.rarity[Int(atom)]
        }
        positions.sort()
        guard let first = positions.first, let last = positions.last, last - first <= Int(key.window),
            isOneThought(first, last, key)
        else { return }
        let place = places[index]
        if let place {
            let known = isPartial ? partial[place] : whole[place]
            if known.last - known.first <= last - first { return }
        }
        let mention = Mention(
            entry: book.phrases[Int(index)].entry,
            phrase: Int(index),
            tokens: positions,
            polarity: reading.polarity(first: first, last: last),
            coverage: isPartial ? weight / book.phrases[Int(index)].weight : 1,
            weight: weight
        )
        keep(mention, index, place, isPartial)
    }

    /// Words of different clauses make no phrase, except in the red flags, where missing one is worse.
    private func isOneThought(_ first: Int, _ last: Int, _ key: PhraseBook.Key) -> Bool {
        key.isSafety || reading.tokens[first].clause == reading.tokens[last].clause
    }

    /// Of several places, the one where the words stand closest. Whether a phrase is whole can differ from sentence to
    /// sentence; a whole one stays.
    private mutating func keep(_ mention: Mention, _ index: Int32, _ place: Int?, _ isPartial: Bool) {
        if let place {
            if isPartial { partial[place] = mention } else { whole[place] = mention }
        } else if isPartial {
            partial.append(mention)
        } else {
            places[index] = whole.count
            whole.append(mention)
        }
    }
}
