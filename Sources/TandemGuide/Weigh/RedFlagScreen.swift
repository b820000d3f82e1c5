import TandemCatalog

/// Looks for red flags before anything else. A flag fires on one of its signs, or when all findings of a combination are
/// said near each other; "no" in front, an exception or an age outside its range takes it back. A checked answer always fires.
struct RedFlagScreen {
    let catalog: Catalog
    let graph: Graph
    let book: PhraseBook
    let reading: Reading
    let age: ChildAge?

    /// Findings of a combination may stand this many tokens apart: about two sentences.
    private static let reach = 32
    /// Findings that make another may have this many tokens between them.
    private static let gap = 6

    /// Something that may set a flag off.
    private struct Hit {
        let flag: Int
        let trigger: Int
        let mentions: [Mention]
    }

    /// Most urgent first.
    func flags(_ mentions: [Mention], confirmed: [String]) -> [FiredFlag] {
        var excepted = Set<Int>()
        var hits: [Hit] = []
        var said = [[Mention]](repeating: [], count: catalog.findings.count)
        for mention in mentions where mention.entry.layer == .safety && counts(mention) {
            switch mention.entry {
            case .redFlag(let flag):
                if reading.isAside(mention) { continue }
                hits.append(Hit(flag: flag, trigger: Int(book.keys[mention.phrase].trigger), mentions: [mention]))
            case .redFlagException(let flag): excepted.insert(flag)
            case .finding(let finding): said[finding].append(mention)
            default: break
            }
        }
        for union in graph.unions { said[union.finding] += joined(union, said) }
        hits += combinations(said)
        // An exception takes back the base trigger only: what makes the flag worse still counts.
        let applying = hits.filter { ($0.trigger > 0 || !excepted.contains($0.flag)) && fits($0.flag) }
        var fired = strongest(applying)
        for (index, flag) in catalog.redFlags.enumerated() where !confirmed.isEmpty && confirmed.contains(flag.id.text)
        {
            fired.removeAll { $0.flag == index }
            fired.append(FiredFlag(flag: index, urgency: flag.urgency, spans: [], isConfirmed: true))
        }
        return fired.sorted { ($1.urgency, $0.flag) < ($0.urgency, $1.flag) }
    }

    /// One a flag, at the highest urgency that something set off.
    private func strongest(_ hits: [Hit]) -> [FiredFlag] {
        var best: [Int: (urgency: Urgency, hit: Hit)] = [:]
        for hit in hits {
            let urgency = catalog.redFlags[hit.flag].triggers[hit.trigger].urgency
            if let known = best[hit.flag], known.urgency >= urgency { continue }
            best[hit.flag] = (urgency, hit)
        }
        return best.map { flag, found in
            FiredFlag(
                flag: flag,
                urgency: found.urgency,
                spans: found.hit.mentions.map(reading.span),
                isConfirmed: false
            )
        }
    }

    private func combinations(_ said: [[Mention]]) -> [Hit] {
        var tried = [Bool](repeating: false, count: graph.combinations.count)
        var hits: [Hit] = []
        for finding in said.indices where !said[finding].isEmpty {
            for number in graph.combinationsOfFinding[finding] {
                let combination = graph.combinations[number]
                guard !tried[number], combination.findings.allSatisfy({ !said[$0].isEmpty }) else { continue }
                tried[number] = true
                guard let mentions = combine(combination.findings, said) else { continue }
                hits.append(Hit(flag: combination.flag, trigger: combination.trigger, mentions: mentions))
            }
        }
        return hits
    }

    /// One mention of each finding, all within reach of the first.
    private func combine(_ findings: [Int], _ said: [[Mention]]) -> [Mention]? {
        guard let first = findings.first else { return nil }
        for anchor in said[first] {
            let others = findings.dropFirst().map { finding in
                said[finding].filter { !$0.isSame(as: anchor) }
                    .min { abs($0.first - anchor.first) < abs($1.first - anchor.first) }
            }
            let near = others.compactMap { $0 }.filter { abs($0.first - anchor.first) <= Self.reach }
            // What was long ago may go with what is now, but says nothing alone.
            if near.count == others.count, !([anchor] + near).allSatisfy(reading.isAside) { return [anchor] + near }
        }
        return nil
    }

    /// A finding made of others that stand side by side in one thought.
    private func joined(_ union: Graph.Union, _ said: [[Mention]]) -> [Mention] {
        guard let first = union.parts.first, union.parts.allSatisfy({ !said[$0].isEmpty }) else { return [] }
        return said[first].compactMap { start in
            var whole = start
            for part in union.parts.dropFirst() {
                guard let next = said[part].filter({ isBeside(whole, $0) }).min(by: { gap(whole, $0) < gap(whole, $1) })
                else { return nil }
                whole = whole.joined(with: next, as: .finding(union.finding))
            }
            return whole
        }
    }

    private func isBeside(_ one: Mention, _ other: Mention) -> Bool {
        gap(one, other) <= Self.gap && reading.tokens[one.first].sentence == reading.tokens[other.first].sentence
            && reading.tokens[one.last].clause == reading.tokens[other.last].clause
    }

    /// Tokens between two mentions; 0 or less if they overlap.
    private func gap(_ one: Mention, _ other: Mention) -> Int {
        max(one.first, other.first) - min(one.last, other.last) - 1
    }

    /// A sign with a "not" of its own asks for one in the text; one without is taken back by one.
    private func counts(_ mention: Mention) -> Bool {
        let key = book.keys[mention.phrase]
        if key.own == .absent, mention.polarity != .loss {
            return mention.polarity.isTrouble && reading.isAbsent(mention)
        }
        if key.requiresTrouble { return key.isMet(by: mention.polarity) }
        return !reading.isDenied(first: mention.first, last: mention.last)
    }

    /// Whether the child's age lets the flag apply. Without an age the urgent ones do, but for those of small babies, and the
    /// others only if nothing speaks against it.
    private func fits(_ flag: Int) -> Bool {
        guard let range = catalog.redFlags[flag].ages else { return true }
        if let age { return range.contains(age.corrected) || range.contains(age.months) }
        if let hint = reading.hintedAge { return range.to >= hint * 0.4 && range.from <= hint * 1.8 }
        return catalog.redFlags[flag].urgency > .doctorSoon && range.to >= 12 || range.from < 3 && range.to >= 36
    }
}

extension Reading {
    /// Whether "cannot" or "refuses" stands close before a mention or in it; "no" only right before it: "no fever, walks".
    fileprivate func isAbsent(_ mention: Mention) -> Bool {
        cues.contains { cue in
            guard cue.kind == .not || cue.isRefusal(tokens), cue.start <= mention.last else { return false }
            if cue.start >= mention.first { return true }
            return mention.first - cue.end <= (opensList(cue) ? 0 : 8) && !hasNewPart(cue.end, mention.first)
        }
    }

    /// "He cannot jump, he walks ...": after a comma and a little word the "cannot" is over.
    private func hasNewPart(_ start: Int, _ end: Int) -> Bool {
        start < end && tokens[start..<end].contains { $0.followsComma && $0.kind == .small && !$0.isOr }
    }

    /// Whether a mention is told of another time: "three years ago he fainted", "it was a worry, but he outgrew it". What
    /// stands after a "now" or was lost is of today.
    func isAside(_ mention: Mention) -> Bool {
        guard !asides.isEmpty, mention.polarity != .loss else { return false }
        return asides.contains { aside in
            guard tokens[aside.start].sentence == tokens[mention.first].sentence else { return false }
            if aside.start >= mention.first { return aside.start - mention.last <= 16 }
            return mention.first - aside.end <= 16 && tokens[aside.start].clause == tokens[mention.first].clause
                && !tokens[aside.start..<mention.first].contains(where: \.isNow)
        }
    }

    /// UTF-8 offsets from the first to the last word of a mention.
    func span(_ mention: Mention) -> Range<Int> {
        Int(tokens[mention.first].start)..<Int(tokens[mention.last].end)
    }
}

extension Token {
    fileprivate var isNow: Bool { Self.nows.contains(stem) }

    private static let nows: Set<WordHash> = [.of("now"), .of("today"), .of("tonight"), .of("again"), .of("yesterday")]
}
