import TandemCatalog

/// Finds the phrases of the book in a reading: for each word, the phrases filed under it whose other words stand near.
struct Matcher {
    private let reading: Reading
    private let isPartial: Bool
    private var found: [Hit] = []
    /// The phrases of `found`.
    private var phrases = NumberIndex()
    /// The atoms of the sentence at hand, and for each the place of its word.
    private var atoms = NumberIndex()
    private var anchors: [Int] = []

    /// A phrase where its words stand closest.
    private struct Hit {
        var tokens: TokenPlaces
        var weight: Double
    }

    /// Phrases found whole, in order of the text.
    static func mentions(in reading: Reading, _ book: PhraseBook) -> [Mention] {
        var matcher = Matcher(reading: reading, isPartial: false)
        matcher.run(book, book.whole) { _ in true }
        return matcher.mentions(book)
    }

    /// Phrases of three or more words with one missing, in the sentences that `isOpen`.
    static func partialMentions(in reading: Reading, _ book: PhraseBook, isOpen: (Int32) -> Bool) -> [Mention] {
        var matcher = Matcher(reading: reading, isPartial: true)
        matcher.run(book, book.partial, isOpen: isOpen)
        return matcher.mentions(book)
    }

    private init(reading: Reading, isPartial: Bool) {
        self.reading = reading
        self.isPartial = isPartial
        anchors.reserveCapacity(64)
        found.reserveCapacity(64)
    }

    private func mentions(_ book: PhraseBook) -> [Mention] {
        // In order of the first word, the last word, the phrase: three numbers in one.
        let order = found.indices.map { place in
            let (first, last) = (found[place].tokens.lowest, found[place].tokens.highest)
            return (place: place, rank: UInt64(first) << 48 | UInt64(last) << 32 | UInt64(phrases[place]))
        }
        return order.sorted { $0.rank < $1.rank }.map { place, _ in
            let (hit, phrase) = (found[place], Int(phrases[place]))
            let key = book.keys[phrase]
            return Mention(
                entry: key.entry,
                phrase: phrase,
                tokens: hit.tokens,
                polarity: reading.polarity(first: hit.tokens.lowest, last: hit.tokens.highest, isSafety: key.isSafety),
                coverage: isPartial ? hit.weight / key.weight : 1,
                weight: hit.weight
            )
        }
    }

    private mutating func run(_ book: PhraseBook, _ lists: PostingLists, isOpen: (Int32) -> Bool) {
        let tokens = reading.tokens
        var start = 0
        while start < tokens.count {
            var end = start + 1
            while end < tokens.count, tokens[end].sentence == tokens[start].sentence { end += 1 }
            if isOpen(tokens[start].sentence) { search(start..<end, book, lists) }
            start = end
        }
    }

    /// One sentence: notes where each atom stands and looks up the phrases of each.
    private mutating func search(_ sentence: Range<Int>, _ book: PhraseBook, _ lists: PostingLists) {
        atoms.removeAll()
        anchors.removeAll(keepingCapacity: true)
        var present = Signature.zero
        for position in sentence {
            // A word, and the compound that it begins.
            if let atom = reading.tokens[position].atom { note(atom, position, &present) }
            if let atom = reading.tokens[position].compound { note(atom, position, &present) }
        }
        for place in 0..<atoms.count {
            for index in lists.range(of: atoms[place]) where lists.postings[index].mayStand(in: present) {
                check(lists.postings[index].phrase, anchors[place], book)
            }
        }
    }

    private mutating func note(_ atom: Atom, _ position: Int, _ present: inout Signature) {
        atoms.append(atom)
        anchors.append(position)
        present |= PostingLists.signature(atom)
    }

    /// Gathers the phrase's other words nearest to the one at `anchor`.
    private mutating func check(_ phrase: Int32, _ anchor: Int, _ book: PhraseBook) {
        let key = book.keys[Int(phrase)]
        let mayMiss = isPartial ? 1 : Int(key.count) - Int(key.needed)
        var missing = 0
        var tokens = TokenPlaces()
        var weight = 0.0
        for offset in Int(key.start)..<Int(key.start) + Int(key.count) {
            let atom = book.keyAtoms[offset]
            if let nearest = nearest(atom, to: anchor) {
                tokens.insert(nearest)
                weight += book.rarity[Int(atom)]
                if tokens.breadth > Int(key.window) { return }
            } else {
                missing += 1
                if missing > mayMiss { return }
            }
        }
        guard !isPartial || missing == 1, isOneThought(tokens, key) else { return }
        let hit = Hit(tokens: tokens, weight: weight)
        // A red flag may be denied in one place and said in another: each is kept.
        if let place = phrases.last(of: phrase), !key.isSafety || found[place].tokens.lowest == tokens.lowest {
            // Of several places the one where the words stand closest.
            if tokens.breadth < found[place].tokens.breadth { found[place] = hit }
        } else {
            phrases.append(phrase)
            found.append(hit)
        }
    }

    private func nearest(_ atom: Atom, to anchor: Int) -> Int? {
        guard var place = atoms.last(of: atom) else { return nil }
        var best = anchors[place]
        while let before = atoms.before(place) {
            if abs(anchors[before] - anchor) < abs(best - anchor) { best = anchors[before] }
            place = before
        }
        return best
    }

    /// Words of different clauses make no phrase, except in the red flags, where missing one is worse.
    private func isOneThought(_ words: TokenPlaces, _ key: PhraseKey) -> Bool {
        key.isSafety || reading.tokens[words.lowest].clause == reading.tokens[words.highest].clause
    }
}
