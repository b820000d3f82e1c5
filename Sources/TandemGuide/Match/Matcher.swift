import TandemCatalog

/// Finds the phrases of the book in a reading: for each word, the phrases filed under it whose other words stand near.
struct Matcher {
    private let book: PhraseBook
    private let reading: Reading
    private let isPartial: Bool
    private var found: [Mention] = []
    /// Where a phrase stands in `found` already.
    private var places: [Int32: Int] = [:]

    /// Phrases found whole, in order of the text.
    static func mentions(in reading: Reading, _ book: PhraseBook) -> [Mention] {
        var matcher = Matcher(book: book, reading: reading, isPartial: false)
        matcher.run(book.whole) { _ in true }
        return matcher.inOrder
    }

    /// Phrases of three or more words with one missing, in the sentences that `isOpen`.
    static func partialMentions(in reading: Reading, _ book: PhraseBook, isOpen: (Int32) -> Bool) -> [Mention] {
        var matcher = Matcher(book: book, reading: reading, isPartial: true)
        matcher.run(book.partial, isOpen: isOpen)
        return matcher.inOrder
    }

    private init(book: PhraseBook, reading: Reading, isPartial: Bool) {
        self.book = book
        self.reading = reading
        self.isPartial = isPartial
    }

    private var inOrder: [Mention] {
        found.sorted { ($0.first, $0.last, $0.phrase) < ($1.first, $1.last, $1.phrase) }
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

    private mutating func run(_ lists: PostingLists, isOpen: (Int32) -> Bool) {
        let tokens = reading.tokens
        var occurrences = Occurrences(
            heads: [Int32](repeating: -1, count: Int(book.lexicon.atomCount)),
            links: [Int32](repeating: -1, count: tokens.count * 2)
        )
        var start = 0
        while start < tokens.count {
            var end = start
            while end < tokens.count, tokens[end].sentence == tokens[start].sentence { end += 1 }
            if isOpen(tokens[start].sentence) { search(start..<end, &occurrences, lists) }
            start = end
        }
    }

    /// One sentence: notes where each atom stands, looks up the phrases of each word, and clears the notes.
    private mutating func search(_ sentence: Range<Int>, _ occurrences: inout Occurrences, _ lists: PostingLists) {
        let tokens = reading.tokens
        var present = Signature.zero
        for position in sentence {
            if let atom = tokens[position].atom {
                occurrences.add(atom, position * 2)
                present |= PostingLists.signature(atom)
            }
            if let atom = tokens[position].compound {
                occurrences.add(atom, position * 2 + 1)
                present |= PostingLists.signature(atom)
            }
        }
        for position in sentence {
            if let atom = tokens[position].atom { lookUp(atom, position, occurrences, lists, present) }
            if let atom = tokens[position].compound { lookUp(atom, position, occurrences, lists, present) }
        }
        for position in sentence {
            if let atom = tokens[position].atom { occurrences.heads[Int(atom)] = -1 }
            if let atom = tokens[position].compound { occurrences.heads[Int(atom)] = -1 }
        }
    }

    private mutating func lookUp(
        _ atom: Atom,
        _ position: Int,
        _ occurrences: Occurrences,
        _ lists: PostingLists,
        _ present: Signature
    ) {
        let first = Int(lists.starts[Int(atom)])
        let last = Int(lists.starts[Int(atom) + 1])
        lists.postings.withUnsafeBufferPointer { postings in
            for posting in postings[first..<last] where posting.needed & ~present == .zero {
                check(posting.phrase, position, occurrences)
            }
        }
    }

    /// Gathers the phrase's other words nearest to the one at `anchor`.
    private mutating func check(_ index: Int32, _ anchor: Int, _ occurrences: Occurrences) {
        let key = book.keys[Int(index)]
        let atoms = Int(key.start)..<Int(key.start) + Int(key.count)
        var missing = 0
        for offset in atoms where occurrences.heads[Int(book.keyAtoms[offset])] < 0 { missing += 1 }
        guard isPartial ? missing == 1 : Int(key.count) - missing >= Int(key.needed) else { return }
        var positions = TokenPlaces()
        var weight = 0.0
        for offset in atoms {
            let atom = book.keyAtoms[offset]
            guard let nearest = occurrences.nearest(atom, to: anchor) else { continue }
            positions.insert(nearest)
            weight += book.rarity[Int(atom)]
        }
        guard let first = positions.first, let last = positions.last, last - first <= Int(key.window),
            isOneThought(first, last, key)
        else { return }
        let place = places[index]
        if let place, found[place].last - found[place].first <= last - first { return }
        let mention = Mention(
            entry: book.keys[Int(index)].entry,
            phrase: Int(index),
            tokens: positions,
            polarity: reading.polarity(first: first, last: last, isSafety: key.isSafety),
            coverage: isPartial ? weight / book.keys[Int(index)].weight : 1,
            weight: weight
        )
        if let place {
            // Of several places the one where the words stand closest.
            found[place] = mention
        } else {
            places[index] = found.count
            found.append(mention)
        }
    }

    /// Words of different clauses make no phrase, except in the red flags, where missing one is worse.
    private func isOneThought(_ first: Int, _ last: Int, _ key: PhraseKey) -> Bool {
        key.isSafety || reading.tokens[first].clause == reading.tokens[last].clause
    }
}
