import TandemCatalog

/// The words that Tandem knows, each with its atom of meaning. Built once from the catalog's language and phrases.
struct Lexicon: Sendable {
    private(set) var atomCount: Atom = 0
    private var atoms = WordTable<Atom>()
    private var irregular = WordTable<ContiguousArray<UInt8>>()
    private var small = WordSet()
    private var particles = WordSet()
    private var particleAtoms: [Atom] = []
    private var particleStems: Set<WordHash> = []
    private var ignored = WordTrie<Void>()
    private var dictionary = WordSet()
    private var compounds: [Compound] = []
    /// By its first two words, the last compound that begins with them.
    private var compoundHeads = WordTable<Int>()
    private var compoundOpeners = WordSet()
    private var compoundStems: [WordHash] = []
    private var speller = Speller()
    private(set) var cues: CueTrie
    /// What is made of the words as they are written in the catalog: most words of a text are found here in one step.
    private var settled = WordTable<Word>()
    /// Words that wait to be settled.
    private var written: [ContiguousArray<UInt8>] = []
    private var seen = WordSet(capacity: 8_000)

    /// Neighboring words that mean one thing.
    private struct Compound: Sendable {
        /// Where the stems after the second stand in `compoundStems`.
        let rest: Range<Int>
        let atom: Atom
        /// The compound before it that begins with the same two words.
        let before: Int?

        static func head(_ first: WordHash, _ second: WordHash) -> WordHash { (first &* 31) ^ second }
    }

    init(_ language: Language) {
        cues = CueTrie(language)
        for (form, base) in language.irregular { irregular[.of(form)] = ContiguousArray(base.utf8) }
        small = WordSet(language.small)
        particles = WordSet(language.particles)
        particleAtoms = language.particles.map { intern(Stemmer.stem($0)) }
        particleStems = Set(language.particles.map { .of(Stemmer.stem($0)) })
        for wording in language.ignored {
            ignored.add(wording.split(separator: " ").map { Stemmer.stem(String($0)) }, ())
        }
        dictionary = WordSet(lines: language.dictionary)
        for group in language.groups { join(group) }
        // Sorted, so that every run learns them in the same order.
        for word in cues.words.sorted() { speller.learn(word) }
    }

    /// Ties the words of a group to one atom; wordings of several words become compounds.
    private mutating func join(_ group: [String]) {
        guard let name = group.first else { return }
        let atom = intern(Self.key(stems(of: name)))
        for wording in group {
            let stems = stems(of: wording)
            guard let first = stems.first else { continue }
            for stem in stems { speller.learn(stem) }
            // A wording with a "not" would hide it from the cues.
            guard !stems.contains(where: { cues.isNot(.of($0)) }) else { continue }
            if stems.count == 1 {
                if !particleStems.contains(.of(first)) { atoms[.of(first)] = atom }
            } else {
                let rest = compoundStems.count..<compoundStems.count + stems.count - 2
                compoundStems += stems.dropFirst(2).map(WordHash.of)
                let head = Compound.head(.of(first), .of(stems[1]))
                compounds.append(Compound(rest: rest, atom: atom, before: compoundHeads[head]))
                compoundHeads[head] = compounds.count - 1
                compoundOpeners.insert(.of(first))
            }
        }
    }

    /// The atom of a stem, made now if no phrase had it before.
    mutating func intern(_ stem: String) -> Atom {
        let hash = WordHash.of(stem)
        if let atom = atoms[hash] { return atom }
        let atom = atomCount
        atomCount += 1
        atoms[hash] = atom
        speller.learn(stem)
        return atom
    }

    /// Makes the words of a phrase known, but for the small ones.
    mutating func learn(_ phrase: String) {
        Tokenizer.eachWord(of: phrase) { word in
            let surface = WordHash.of(word)
            guard seen.insert(surface) else { return }
            written.append(word)
            if small.contains(surface) { return }
            var bytes = irregular[surface] ?? word
            Stemmer.stem(&bytes)
            _ = intern(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// To be called once all phrases are learned.
    mutating func settle() {
        for word in written + NumberWords.all.map({ ContiguousArray($0.utf8) }) {
            var bytes = word
            settled[.of(word)] = look(up: &bytes, mayCorrect: false)
        }
        written = []
        seen = WordSet()
    }

    /// Words of a phrase, lower-case and stemmed.
    func stems(of phrase: String) -> [String] {
        phrase.utf8.split(separator: UInt8(ascii: " ")).map { Self.stem(Substring($0), irregular) }
    }

    private static func key(_ stems: [String]) -> String { stems.joined(separator: " ") }

    private static func stem(_ word: Substring, _ irregular: WordTable<ContiguousArray<UInt8>>) -> String {
        var bytes = ContiguousArray<UInt8>()
        if word.utf8.allSatisfy({ $0 < 128 }) {
            for byte in word.utf8 where byte != UInt8(ascii: "'") {
                bytes.append(byte >= 65 && byte <= 90 ? byte | 0x20 : byte)
            }
        } else {
            bytes.append(contentsOf: word.lowercased().filter { $0 != "'" && $0 != "’" }.utf8)
        }
        if let base = irregular[.of(bytes)] { bytes = base }
        Stemmer.stem(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Lexicon {
    /// "on", "up": never enough to make a phrase.
    func isParticle(_ atom: Atom) -> Bool { particleAtoms.contains(atom) }

    /// What the lexicon makes of one word.
    struct Word: Sendable {
        var kind: Token.Kind
        var stem: WordHash
        var atom: Atom?
        var isKnown: Bool
        /// What the word counts, if it is a number.
        var number: Double?
        var opens: Token.Opening = []
    }

    /// What is made of a word that stands in the catalog as it is written here.
    func settled(_ surface: WordHash) -> Word? { settled[surface] }

    /// Looks a word up and leaves its stem in `bytes`.
    ///
    /// - Parameters:
    ///   - bytes: the word in lower-case ASCII without apostrophes.
    ///   - mayCorrect: whether an unknown word may be a misspelling (a name in mid-sentence is not).
    func look(up bytes: inout ContiguousArray<UInt8>, mayCorrect: Bool) -> Word {
        let number = NumberWords.value(of: bytes)
        var word = stemmed(&bytes)
        if !word.isKnown, mayCorrect, let corrected = speller.correct(bytes) {
            word.stem = corrected
            word.atom = atoms[corrected]
            word.isKnown = true
        }
        if number != nil, word.atom == nil { word.kind = .number }
        word.number = number
        word.opens = opening(word.stem)
        return word
    }

    private func stemmed(_ bytes: inout ContiguousArray<UInt8>) -> Word {
        let surface = WordHash.of(bytes)
        if small.contains(surface) {
            Stemmer.stem(&bytes)
            return Word(kind: .small, stem: .of(bytes), atom: nil, isKnown: true)
        }
        if let base = irregular[surface] { bytes = base }
        Stemmer.stem(&bytes)
        let stem = WordHash.of(bytes)
        let atom = atoms[stem]
        if particles.contains(surface) { return Word(kind: .particle, stem: stem, atom: atom, isKnown: true) }
        let isKnown = atom != nil || dictionary.contains(surface) || cues.uses(stem)
        return Word(kind: .content, stem: stem, atom: atom, isKnown: isKnown)
    }

    private func opening(_ stem: WordHash) -> Token.Opening {
        var opening: Token.Opening = []
        if cues.opens(with: stem) { opening.insert(.cue) }
        if compoundOpeners.contains(stem) { opening.insert(.compound) }
        if ignored.opens(with: stem) { opening.insert(.ignored) }
        return opening
    }

    /// The word for something that was written in digits; `nil` names one that has no word.
    func number(_ name: String?) -> Word {
        let stem = WordHash.of("#")
        let atom = name.flatMap { settled[.of($0)]?.atom }
        return Word(kind: .number, stem: stem, atom: atom, isKnown: true, opens: opening(stem))
    }

    /// Takes the meaning from words that only name who was asked ("physical therapy", "the OT said"): without a stem they
    /// are part of nothing.
    func dropIgnored(_ tokens: inout [Token]) {
        var position = 0
        while position < tokens.count {
            guard tokens[position].opens.contains(.ignored) else {
                position += 1
                continue
            }
            let length = ignored.match(tokens, at: position)?.length ?? 0
            for index in position..<(position + length) {
                tokens[index].kind = .small
                tokens[index].atom = nil
                tokens[index].stem = 0
                tokens[index].opens = []
            }
            position += max(1, length)
        }
    }

    /// Marks the words that mean one thing together, as many as there are; small words may stand between them.
    func markCompounds(_ tokens: inout [Token]) {
        for start in tokens.indices where tokens[start].opens.contains(.compound) {
            var second = start + 1
            var best: Int?
            while second < tokens.count, tokens[second].sentence == tokens[start].sentence {
                var candidate = compoundHeads[Compound.head(tokens[start].stem, tokens[second].stem)]
                while let number = candidate {
                    candidate = compounds[number].before
                    guard let end = end(of: compounds[number], in: tokens, from: second) else { continue }
                    let (length, known) = (Int16(end - start + 1), tokens[start].compoundLength)
                    // Of equally long ones the first of the language.
                    guard length > known || length == known && number < best ?? 0 else { continue }
                    best = number
                    tokens[start].compound = compounds[number].atom
                    tokens[start].compoundLength = length
                }
                guard tokens[second].kind == .small else { break }
                second += 1
            }
        }
    }

    /// The last word of a compound of which the second stands at `second`.
    private func end(of compound: Compound, in tokens: [Token], from second: Int) -> Int? {
        var end = second
        for index in compound.rest {
            guard let next = Self.place(of: compoundStems[index], in: tokens, after: end) else { return nil }
            end = next
        }
        return end
    }

    /// The next word with the stem in the same sentence, over small words at most.
    private static func place(of stem: WordHash, in tokens: [Token], after start: Int) -> Int? {
        var position = start + 1
        while position < tokens.count, tokens[position].stem != stem, tokens[position].kind == .small { position += 1 }
        guard position < tokens.count, tokens[position].stem == stem,
            tokens[position].sentence == tokens[start].sentence
        else { return nil }
        return position
    }

    /// "38.6", "102.4" and "39 degrees" are a fever, unless a unit of something else follows.
    func markFever(_ tokens: inout [Token]) {
        guard let fever = atoms[.of("fever")] else { return }
        for index in tokens.indices where tokens[index].compound == nil {
            guard let number = tokens[index].number, 38...42 ~= number || 100...107 ~= number else { continue }
            let next = index + 1 < tokens.count ? tokens[index + 1].stem : 0
            guard number != number.rounded() ? !Self.otherUnits.contains(next) : Self.degrees.contains(next) else {
                continue
            }
            tokens[index].compound = fever
            tokens[index].compoundLength = 1
        }
    }

    private static let degrees = stems(["degree", "celsius", "fahrenheit", "c", "f", "deg"])
    private static let otherUnits = stems(
        ["week", "wk", "kg", "kilo", "cm", "inch", "lb", "pound", "percent", "month", "second", "mile"]
    )

    private static func stems(_ words: [String]) -> Set<WordHash> { Set(words.map { .of(Stemmer.stem($0)) }) }
}
