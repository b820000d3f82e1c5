import TandemCatalog

/// What the cue words of a text tell.
struct Cues: Sendable {
    /// Words that say how a thing is spoken of.
    var cues: [CueSpan] = []
    /// Words that set what stands by them aside: long ago, over, or only thought of.
    var asides: [CueSpan] = []
    /// Tokens at which a failing try is told: "spills", "is just".
    var failings: [Int] = []
}

/// Words in the text that turn the meaning of those near them.
struct CueSpan: Sendable {
    var kind: Language.Cue
    let start: Int
    let end: Int
    /// Two cues made one.
    var isJoined = false
    /// A "well" that is made of a "no": "no trouble with".
    var isNegation = false

    /// "refuses", "is reluctant to": as good as "will not".
    var isRefusal = false
    /// A "not" without a thing of its own, about what was said before: "..., he can't", "..., she doesn't look for it".
    var pointsBack = false

    private static let refusals = Set(
        ["refuse", "refusal", "reluctant", "unwilling", "resist", "fail", "fight"].map { WordHash.of(Stemmer.stem($0)) }
    )

    /// Finds the cues and starts a new clause at each turn ("but", "although"). Two cues together may make a third:
    /// "no" + "trouble" is well, "not" + "good at" is not.
    static func read(_ tokens: inout [Token], _ trie: CueTrie) -> Cues {
        var found = Cues()
        var turns: Int32 = 0
        var position = 0
        while position < tokens.count {
            tokens[position].clause += turns
            if tokens[position].compound != nil, tokens[position].compoundLength > 1 {
                // "fine motor" is one thing: its "fine" says nothing about how well it goes.
                let end = min(tokens.count, position + Int(tokens[position].compoundLength))
                for inside in (position + 1)..<end { tokens[inside].clause += turns }
                position = end
                continue
            }
            guard tokens[position].opens.contains(.cue), let match = trie.match(tokens, at: position) else {
                position += 1
                continue
            }
            if match.cue == .failing {
                found.failings.append(position)
                position += 1
                continue
            }
            for inside in (position + 1)..<(position + match.length) where inside < tokens.count {
                tokens[inside].clause += turns
            }
            if match.cue == .turn {
                turns += 1
                tokens[position].clause += 1
            }
            let opensWithNot = match.length > 1 && trie.isNot(tokens[position].stem)
            var cue = CueSpan(kind: match.cue, start: position, end: position + match.length, isNegation: opensWithNot)
            cue.isRefusal = match.cue == .trouble && refusals.contains(tokens[position].stem)
            if match.length > 1, match.cue != .loss, match.cue != .not, match.cue != .aside {
                // The words of "can't stand" are used up: nobody stands here.
                for inside in position..<(position + match.length) { tokens[inside].atom = nil }
            }
            if match.cue == .aside { found.asides.append(cue) } else { add(cue, to: &found.cues, tokens) }
            position += match.length
        }
        found.cues.removeAll { $0.kind == .turn }
        for index in found.cues.indices where found.cues[index].kind == .not {
            found.cues[index].pointsBack = pointsBack(found.cues[index], tokens)
        }
        return found
    }

    /// Whether nothing but little words, and at most one other before an "it", follows a "not".
    private static func pointsBack(_ cue: CueSpan, _ tokens: [Token]) -> Bool {
        var others = 0
        var position = cue.end
        while position < tokens.count, tokens[position].clause == tokens[cue.start].clause,
            !tokens[position].followsComma
        {
            if tokens[position].isPronoun { return others <= 1 && !tokens[cue.start].opensList }
            if tokens[position].kind != .small, !tokens[position].isAlone { others += 1 }
            position += 1
        }
        return others == 0 && !tokens[cue.start].opensList && tokens[cue.start].stem != Token.never
    }

    private static func add(_ cue: CueSpan, to cues: inout [CueSpan], _ tokens: [Token]) {
        guard let last = cues.last, last.kind == .not, !last.isJoined, cue.start - last.end <= 2,
            tokens[last.start].clause == tokens[cue.start].clause, !tokens[cue.start].followsComma,
            tokens[last.end..<cue.start].allSatisfy({ $0.kind == .small })
        else {
            cues.append(cue)
            return
        }
        switch cue.kind {
        case .trouble, .troubleAfter, .dislike:
            cues[cues.count - 1] = CueSpan(
                kind: .well,
                start: last.start,
                end: cue.end,
                isJoined: true,
                isNegation: true
            )
        case .well, .wellAfter:
            cues[cues.count - 1] = CueSpan(kind: .not, start: last.start, end: cue.end, isJoined: true)
        default:
            cues.append(cue)
        }
    }
}

extension Reading {
    /// How the words from `first` to `last` are spoken of: by the nearest cue before them in their clause, else by one after.
    func polarity(first: Int, last: Int, isSafety: Bool) -> Polarity {
        let clause = tokens[last].clause
        let before = cues.last {
            $0.start < last && tokens[$0.start].clause == clause && reaches($0, first)
                && !($0.start > first && (opensAnew($0, last) || tokens[$0.start].isWithout))
        }
        guard let after = cues.first(where: { follows($0, first, last, clause, isSafety) }) else {
            return before.map(\.kind.polarity) ?? .neutral
        }
        guard let before else { return after.kind.polarity }
        if before.kind.polarity == .well, after.kind == .troubleAfter { return .trouble }
        if hasComma(between: before.end, and: first), !hasComma(between: last + 1, and: after.start) {
            return after.kind.polarity
        }
        return first - before.end <= 3 || after.start - last > 4 ? before.kind.polarity : after.kind.polarity
    }

    /// Whether a cue within a thing's words stands after a comma and is not about its last word: "knees, no swelling or pain";
    /// but "the ball, doesn't throw".
    private func opensAnew(_ cue: CueSpan, _ last: Int) -> Bool {
        tokens[cue.start].followsComma && (cue.kind != .not || tokens[cue.start].opensList || last - cue.end > 1)
    }

    /// A cue said after the thing. "A struggle" reaches back through a list; "is great" only within its own part.
    private func follows(_ cue: CueSpan, _ first: Int, _ last: Int, _ clause: Int32, _ isSafety: Bool) -> Bool {
        guard cue.start >= first, tokens[cue.start].clause == clause else { return false }
        switch cue.kind {
        case .troubleAfter: return true
        case .not: return !isSafety && cue.start > last && cue.pointsBack
        case .wellAfter: return !hasComma(between: last + 1, and: cue.start)
        default: return false
        }
    }

    /// Whether a comma stands before one of the words from `start` to `end`.
    private func hasComma(between start: Int, and end: Int) -> Bool {
        start <= end && tokens[start...min(end, tokens.count - 1)].contains(where: \.followsComma)
    }

    /// Whether "no" or "not" stands close enough before a sign, or among its words, to take it back: "no fever", "does not
    /// fall", "knees, no pain".
    func isDenied(first: Int, last: Int) -> Bool {
        let isInside = { (cue: CueSpan) in cue.start > first && cue.end <= last && !tokens[cue.start].isWithout }
        if cues.contains(where: { $0.kind == .not && isInside($0) }) { return true }
        guard let cue = cues.last(where: { $0.end <= first && tokens[$0.start].clause == tokens[first].clause }) else {
            return false
        }
        guard cue.kind == .not || cue.kind == .well && cue.isNegation else { return false }
        if cue.kind == .not, isList(after: cue, to: first) || isAlternative(first) { return first - cue.end <= 8 }
        return first - cue.end <= 2 && !hasComma(between: cue.end, and: first)
    }

    /// "did not hit his head or throw up": what follows an "or" shares the "not" before it.
    private func isAlternative(_ first: Int) -> Bool {
        guard first > 0, !tokens[first].followsComma else { return false }
        return tokens[first - 1].isOr || first > 1 && tokens[first - 1].kind == .small && tokens[first - 2].isOr
    }

    /// "no", "without", "denies".
    func opensList(_ cue: CueSpan) -> Bool { tokens[cue.start].opensList }

    /// "no fever, cough or vomiting": after "no" or "without" only content words, commas and "or" in between.
    private func isList(after cue: CueSpan, to end: Int) -> Bool {
        let start = cue.end
        let opens = tokens[cue.start].opensList || start < tokens.count && tokens[start].isHaving
        guard opens, start < end else { return opens }
        return tokens[start..<end].allSatisfy { $0.kind != .small || $0.followsComma || $0.isListWord || $0.isHaving }
    }

    /// A cue before or inside the words. "Loves" ends at a comma; "can't" goes on through a list.
    private func reaches(_ cue: CueSpan, _ first: Int) -> Bool {
        switch cue.kind {
        case .troubleAfter, .wellAfter: return false
        case .well where cue.end < first: return !hasComma(between: cue.end, and: first)
        // "He used to hold on, now he runs": what stands after a "now" is not lost.
        case .loss where cue.end < first: return !tokens[cue.end..<first].contains(where: \.isNow)
        default: return true
        }
    }
}

extension Token {
    fileprivate var isListWord: Bool { stem == Self.or || stem == Self.nor || stem == Self.and || stem == Self.any }

    var isOr: Bool { stem == Self.or || stem == Self.nor }

    /// "does not have pain, fever or a limp".
    fileprivate var isHaving: Bool { stem == Self.have || stem == Self.had }

    private static let have = WordHash.of(Stemmer.stem("have"))
    private static let had = WordHash.of(Stemmer.stem("had"))

    fileprivate var isPronoun: Bool { stem == Self.it || stem == Self.them }
    fileprivate var isAlone: Bool { stem == Self.alone }

    fileprivate static let never = WordHash.of("never")
    private static let it = WordHash.of("it")
    private static let them = WordHash.of("them")
    private static let alone = WordHash.of(Stemmer.stem("alone"))

    /// "now", "today": what follows is of here and now.
    var isNow: Bool { Self.nows.contains(stem) }

    private static let nows: Set<WordHash> = [.of("now"), .of("today"), .of("tonight"), .of("again"), .of("yesterday")]

    /// "stands without support" is standing.
    fileprivate var isWithout: Bool { stem == Self.without }

    private static let without = WordHash.of("without")

    /// "no", "without": a list of things that are not there may follow.
    fileprivate var opensList: Bool { Self.listOpeners.contains(stem) }

    private static let listOpeners: Set<WordHash> = [
        .of("no"), .of("without"), .of("deny"), .of("denie"), .of("nor"), .of("neither"),
    ]
    private static let or = WordHash.of("or")
    private static let nor = WordHash.of("nor")
    private static let and = WordHash.of("and")
    private static let any = WordHash.of(Stemmer.stem("any"))
}

extension Language.Cue {
    fileprivate var polarity: Polarity {
        switch self {
        case .not: .not
        case .trouble, .troubleAfter: .trouble
        case .dislike: .dislike
        case .limit: .limit
        case .well, .wellAfter: .well
        case .wish: .wish
        case .loss: .loss
        case .turn, .aside, .failing: .neutral
        }
    }
}
