import TandemCatalog

/// The words that Tandem knows, each with its atom of meaning. Built once from the catalog's language and phrases.
struct Lexicon: Sendable {
    private(set) var atomCount: Atom = 0
    private var atoms = WordTable<Atom>()
    private var irregular = WordTable<ContiguousArray<UInt8>>()
    private var small = WordTable<Void>()
    private var particles = WordTable<Void>()
    private var particleAtoms: Set<Atom> = []
    private var particleStems: Set<WordHash> = []
    private var ignored = WordTrie<Void>()
    private var dictionary = WordTable<Void>()
    private var compounds = WordTable<[Compound]>()
    private var speller = Speller()
    private(set) var cues: CueTrie

    /// Neighboring words that mean one thing; `rest` are the stems after the first.
    private struct Compound: Sendable {
        let rest: [WordHash]
        let atom: Atom
    }

    init(_ language: Language) {
        cues = CueTrie(language)
        for (form, base) in language.irregular { irregular[.of(form)] = ContiguousArray(base.utf8) }
        small = WordTable(language.small.lazy.map { (.of($0), ()) })
        particles = WordTable(language.particles.lazy.map { (.of($0), ()) })
        particleAtoms = Set(language.particles.map { intern(Stemmer.stem($0)) })
        particleStems = Set(language.particles.map { .of(Stemmer.stem($0)) })
        for wording in language.ignored {
            ignored.add(wording.split(separator: " ").map { Stemmer.stem(String($0)) }, ())
        }
        dictionary = WordTable(language.dictionary.lazy.map { (.of($0), ()) })
        for group in language.groups { join(group) }
        for word in cues.words { speller.learn(word) }
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
                let compound = Compound(rest: stems.dropFirst().map(WordHash.of), atom: atom)
                compounds[.of(first)] = (compounds[.of(first)] ?? []) + [compound]
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

    /// The stems of a phrase's words that are not small: what a phrase can be made of.
    func meaningfulStems(of phrase: String) -> [String] {
        Tokenizer.words(of: phrase).compactMap { word in
            let surface = WordHash.of(word)
            if small.contains(surface) { return nil }
            var bytes = irregular[surface] ?? word
            Stemmer.stem(&bytes)
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// Words of a phrase, lower-case and stemmed.
    func stems(of phrase: String) -> [String] {
        phrase.split(separator: " ").map { Self.stem(String($0), irregular) }
    }

    private static func key(_ stems: [String]) -> String { stems.joined(separator: " ") }

    private static func stem(_ word: String, _ irregular: WordTable<ContiguousArray<UInt8>>) -> String {
        let plain = word.lowercased().filter { $0 != "'" && $0 != "’" }
        var bytes = irregular[.of(plain)] ?? ContiguousArray(plain.utf8)
        Stemmer.stem(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Lexicon {
    /// "on", "up": never enough to make a phrase.
    func isParticle(_ atom: Atom) -> Bool { particleAtoms.contains(atom) }

    /// What the lexicon makes of one word.
    struct Word {
        var kind: Token.Kind
        var stem: WordHash
        var atom: Atom?
        var isKnown: Bool
    }

    /// Looks a word up and leaves its stem in `bytes`.
    ///
    /// - Parameters:
    ///   - bytes: the word in lower-case ASCII without apostrophes.
    ///   - mayCorrect: whether an unknown word may be a misspelling (a name in mid-sentence is not).
    func look(up bytes: inout ContiguousArray<UInt8>, mayCorrect: Bool) -> Word {
        let surface = WordHash.of(bytes)
        if small.contains(surface) {
            Stemmer.stem(&bytes)
            return Word(kind: .small, stem: .of(bytes), atom: nil, isKnown: true)
        }
        if let base = irregular[surface] { bytes = base }
        Stemmer.stem(&bytes)
        let stem = WordHash.of(bytes)
        if particles.contains(surface) {
            return Word(kind: .particle, stem: stem, atom: atoms[stem], isKnown: true)
        }
        if let atom = atoms[stem] { return Word(kind: .content, stem: stem, atom: atom, isKnown: true) }
        if dictionary.contains(surface) || cues.uses(stem) {
            return Word(kind: .content, stem: stem, atom: nil, isKnown: true)
        }
        guard mayCorrect, let corrected = speller.correct(bytes) else {
            return Word(kind: .content, stem: stem, atom: nil, isKnown: false)
        }
        return Word(kind: .content, stem: corrected, atom: atoms[corrected], isKnown: true)
    }

    /// Takes the meaning from words that only name who was asked ("physical therapy", "the OT said"): without a stem they
    /// are part of nothing.
    func dropIgnored(_ tokens: inout [Token]) {
        var position = 0
        while position < tokens.count {
            let length = ignored.match(tokens, at: position)?.length ?? 0
            for index in position..<(position + length) {
                tokens[index].kind = .small
                tokens[index].atom = nil
                tokens[index].stem = 0
            }
            position += max(1, length)
        }
    }

    /// Marks the words that mean one thing together; small words may stand between them.
    func markCompounds(_ tokens: inout [Token]) {
        for start in tokens.indices {
            guard let candidates = compounds[tokens[start].stem] else { continue }
            for compound in candidates {
                guard let end = self.end(of: compound, in: tokens, from: start) else { continue }
                let length = Int16(end - start + 1)
                if length > tokens[start].compoundLength {
                    tokens[start].compound = compound.atom
                    tokens[start].compoundLength = length
                }
            }
        }
    }

    private func end(of compound: Compound, in tokens: [Token], from start: Int) -> Int? {
        var position = start
        for stem in compound.rest {
            position += 1
            while position < tokens.count, tokens[position].stem != stem, tokens[position].kind == .small {
                position += 1
            }
            guard position < tokens.count, tokens[position].stem == stem,
                tokens[position].sentence == tokens[start].sentence
            else { return nil }
        }
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
