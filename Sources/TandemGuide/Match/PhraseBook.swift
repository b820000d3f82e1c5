import TandemCatalog

/// Every phrasing of the catalog, findable by its rarest words. Built once.
struct PhraseBook: Sendable {
    private(set) var lexicon: Lexicon
    private(set) var phrases: [Phrase] = []
    /// Phrases left out because only a general word of them counts; the check reports them.
    private(set) var tooGeneral: [Phrase] = []
    /// Phrasings in which no word counts.
    private(set) var wordless: [Phrasing] = []
    /// Rarity of each atom in nats: log(1 + phrases / phrases with it).
    private(set) var rarity: [Double] = []
    /// Where to look for whole phrases, and for phrases with one word missing.
    private(set) var whole = PostingLists()
    private(set) var partial = PostingLists()
    /// The phrases as the matcher reads them: numbers only, side by side in memory.
    private(set) var keys: [PhraseKey] = []
    private(set) var keyAtoms: [Atom] = []

    /// For each atom the sides that the phrases with it lead to, for texts in which no phrase is found.
    private(set) var leanings: [Shares] = []

    /// A phrasing on its way into the book.
    private struct Draft {
        let entry: Entry
        let phrasing: Phrasing
        var trigger = 0
    }

    init(_ catalog: Catalog) {
        lexicon = Lexicon(catalog.language)
        let drafts = Self.drafts(catalog)
        for draft in drafts { lexicon.learn(draft.phrasing.text) }
        lexicon.settle()
        for draft in drafts {
            let count = phrases.count
            compile(draft, catalog.skillIndex)
            if phrases.count == count { wordless.append(draft.phrasing) }
        }
        dropGeneral()
        weigh()
        file()
        lean(catalog)
    }

    private static func drafts(_ catalog: Catalog) -> [Draft] {
        var drafts: [Draft] = []
        func add(_ entry: Entry, _ phrasings: [Phrasing], trigger: Int = 0) {
            drafts += phrasings.map { Draft(entry: entry, phrasing: $0, trigger: trigger) }
        }
        for (index, entry) in catalog.activities.enumerated() { add(.activity(index), entry.phrasings) }
        for (index, entry) in catalog.skills.enumerated() { add(.skill(index), entry.phrasings) }
        for (index, entry) in catalog.conditions.enumerated() { add(.condition(index), entry.phrasings) }
        for (index, entry) in catalog.elsewhere.enumerated() { add(.elsewhere(index), entry.phrasings) }
        for (index, entry) in catalog.milestones.enumerated() {
            add(.milestone(index), entry.phrasings)
            add(.milestoneException(index), entry.exceptions)
        }
        for (index, entry) in catalog.redFlags.enumerated() {
            for (number, trigger) in entry.triggers.enumerated() {
                add(.redFlag(index), trigger.signs, trigger: number)
            }
            add(.redFlagException(index), entry.exceptions)
        }
        for (index, entry) in catalog.findings.enumerated() { add(.finding(index), entry.wordings) }
        return drafts
    }

    /// The phrase as it is written, and, where neighboring words mean one thing together, once more word by word: "blue
    /// lips" must also find "blue around the lips".
    private mutating func compile(_ draft: Draft, _ skillIndex: [Slug<Skill>: Int]) {
        var tokens = Tokenizer.tokens(of: draft.phrasing.text, lexicon)
        lexicon.markCompounds(&tokens)
        let cues = CueSpan.read(&tokens, lexicon.cues).cues
        let dropped = cues.filter { draft.phrasing.kind == .says ? $0.kind != .loss : Self.isOwnTrouble($0) }
        let isShrunk = tokens.count > 1 && tokens[0].compound == nil
        var kept = tokens
        if !dropped.isEmpty {
            kept.removeAll(keepingCapacity: true)
            for index in tokens.indices where !dropped.contains(where: { $0.start <= index && index < $0.end }) {
                kept.append(tokens[index])
            }
        }
        let own = draft.phrasing.kind == .sign ? Self.own(dropped) : .none
        func add(_ atoms: [Atom], isVariant: Bool) {
            let strong = atoms.reduce(0) { $0 + (lexicon.isParticle($1) ? 0 : 1) }
            guard strong > (isVariant ? 1 : 0) else { return }
            // What takes a red flag back must be said as it is written: "white of the eye" is not a white eye.
            if isVariant, case .redFlagException = draft.entry { return }
            phrases.append(
                Phrase(
                    entry: draft.entry,
                    trigger: draft.trigger,
                    phrasing: draft.phrasing,
                    skillIndex: draft.phrasing.skill.flatMap { skillIndex[$0] },
                    atoms: atoms,
                    needed: atoms.count,
                    usesParticle: strong < atoms.count,
                    isShrunk: strong == 1 && isShrunk,
                    isVariant: isVariant,
                    own: own
                )
            )
        }
        let together = Self.atoms(kept, joinsCompounds: true)
        add(together, isVariant: false)
        guard kept.contains(where: { $0.compound != nil }) else { return }
        let apart = Self.atoms(kept, joinsCompounds: false)
        if apart != together { add(apart, isVariant: true) }
    }

    /// A cue within a sign that the text must have too.
    private static func isOwnTrouble(_ cue: CueSpan) -> Bool { [.not, .trouble, .dislike, .limit].contains(cue.kind) }

    private static func own(_ cues: [CueSpan]) -> OwnTrouble {
        if cues.contains(where: { $0.kind == .dislike }) { return .dislike }
        if cues.contains(where: { $0.kind == .not || $0.isRefusal }) { return .absent }
        if cues.contains(where: { $0.kind == .trouble }) { return .any }
        return cues.isEmpty ? .none : .limit
    }

    /// The units of meaning of some words: a compound stands for its words; little words only count where at most one
    /// other word is left.
    private static func atoms(_ tokens: [Token], joinsCompounds: Bool) -> [Atom] {
        var strong: [Atom] = []
        strong.reserveCapacity(tokens.count)
        var weak: [Atom] = []
        var position = 0
        while position < tokens.count {
            let token = tokens[position]
            if joinsCompounds, let compound = token.compound {
                strong.append(compound)
                position += max(1, Int(token.compoundLength))
                continue
            }
            if let atom = token.atom { if token.kind == .particle { weak.append(atom) } else { strong.append(atom) } }
            position += 1
        }
        var atoms: [Atom] = []
        for atom in strong.count >= 2 ? strong : strong + weak where atoms.count < 8 && !atoms.contains(atom) {
            atoms.append(atom)
        }
        return atoms
    }

    /// Leaves out phrases of which one word is left that many other entries use too: "finds things" must not find "finds".
    private mutating func dropGeneral() {
        var isAsked = [Bool](repeating: false, count: Int(lexicon.atomCount))
        for phrase in phrases { if let atom = lonelyAtom(of: phrase) { isAsked[Int(atom)] = true } }
        var users: [Atom: [Entry: Int]] = [:]
        for phrase in phrases where phrase.entry.layer == .concern {
            for atom in phrase.atoms where isAsked[Int(atom)] {
                users[atom, default: [:]][phrase.entry, default: 0] += 1
            }
        }
        let isGeneral = phrases.map { phrase in
            guard let atom = lonelyAtom(of: phrase), let entries = users[atom],
                entries.count > (phrase.usesParticle ? 6 : 3)
            else { return false }
            let total = entries.values.reduce(0, +)
            return Double(entries[phrase.entry] ?? 0) / Double(total) < Self.ownShare
        }
        tooGeneral = phrases.indices.filter { isGeneral[$0] }.map { phrases[$0] }
        phrases = phrases.indices.filter { !isGeneral[$0] }.map { phrases[$0] }
    }

    /// The one word that is left of a phrase.
    private func lonelyAtom(of phrase: Phrase) -> Atom? {
        guard phrase.isShrunk, phrase.entry.layer == .concern, phrase.own != .dislike else { return nil }
        return phrase.atoms.first { !lexicon.isParticle($0) }
    }

    /// A word left alone must belong to the entry by at least this share of the phrases that use it.
    private static let ownShare = 0.2

    private mutating func weigh() {
        var counts = [Int](repeating: 0, count: Int(lexicon.atomCount))
        for phrase in phrases { for atom in phrase.atoms { counts[Int(atom)] += 1 } }
        let total = Double(phrases.count)
        rarity = counts.map { $0 == 0 ? 0 : Scale.log(1 + total / Double($0)) }
        for index in phrases.indices {
            phrases[index].atoms.sort { (rarity[Int($1)], $0) < (rarity[Int($0)], $1) }
            phrases[index].weight = phrases[index].atoms.reduce(0) { $0 + rarity[Int($1)] }
            let count = phrases[index].atoms.count
            phrases[index].needed = count >= 7 ? count - 2 : count >= 5 ? count - 1 : count
        }
    }

    /// Files each phrase under as many of its rarest atoms as may be missing, plus one.
    private mutating func file() {
        var filed: [(atom: Atom, posting: PostingLists.Posting)] = []
        var filedPartial = filed
        for (index, phrase) in phrases.enumerated() {
            let atoms = phrase.atoms.reduce(.zero) { $0 | PostingLists.signature($1) }
            let mayMiss = phrase.atoms.count - phrase.needed
            func posting(mayMiss: Int) -> PostingLists.Posting {
                PostingLists.Posting(atoms: atoms, phrase: Int32(index), mayMiss: Int32(mayMiss))
            }
            for atom in phrase.atoms.prefix(mayMiss + 1) { filed.append((atom, posting(mayMiss: mayMiss))) }
            if phrase.atoms.count >= 3, phrase.entry.layer == .concern {
                for atom in phrase.atoms.prefix(mayMiss + 2) { filedPartial.append((atom, posting(mayMiss: 1))) }
            }
            keys.append(PhraseKey(phrase, start: keyAtoms.count))
            keyAtoms += phrase.atoms
        }
        whole = PostingLists(filed, atomCount: Int(lexicon.atomCount))
        partial = PostingLists(filedPartial, atomCount: Int(lexicon.atomCount))
    }
}

extension PhraseBook {
    private mutating func lean(_ catalog: Catalog) {
        leanings = [Shares](repeating: Shares(), count: Int(lexicon.atomCount))
        for phrase in phrases {
            guard let shares = Self.shares(of: phrase, catalog) else { continue }
            for atom in phrase.atoms { leanings[Int(atom)] = leanings[Int(atom)] + shares }
        }
        for index in leanings.indices where leanings[index].total > 0 {
            // A word of one phrase says less than a word of many that agree.
            leanings[index] = leanings[index] * (rarity[index] / (leanings[index].total + 1))
        }
    }

    private static func shares(of phrase: Phrase, _ catalog: Catalog) -> Shares? {
        switch phrase.entry {
        case .activity(let index): .of(catalog.activities[index].lead)
        case .skill(let index): .of(catalog.skills[index].lead)
        case .condition(let index): .of(catalog.conditions[index].lead)
        case .elsewhere(let index): .of(catalog.elsewhere[index].label)
        default: nil
        }
    }
}
