import TandemCatalog

/// Looks for red flags before anything else. A flag fires on one of its signs, or when all findings of a combination are
/// said near each other; "no" in front, an exception or an age outside its range takes it back. A checked answer always fires.
struct RedFlagScreen {
    private let catalog: Catalog
    private let book: PhraseBook
    private let reading: Reading
    private let age: ChildAge?
    /// Findings of a combination may stand this many tokens apart: about two sentences.
    private static let reach = 32

    init(catalog: Catalog, book: PhraseBook, reading: Reading, age: ChildAge?) {
        self.catalog = catalog
        self.book = book
        self.reading = reading
        self.age = age
    }

    /// Most urgent first.
    func flags(_ mentions: [Mention], confirmed: [String]) -> [FiredFlag] {
        var signs: [Int: [Mention]] = [:]
        var excepted = Set<Int>()
        var findings: [Slug<Finding>: [Mention]] = [:]
        for mention in mentions where counts(mention) {
            switch mention.entry {
            case .redFlag(let flag): signs[flag, default: []].append(mention)
            case .redFlagException(let flag): excepted.insert(flag)
            case .finding(let finding): findings[catalog.findings[finding].id, default: []].append(mention)
            default: break
            }
        }
        var fired: [FiredFlag] = []
        for (index, flag) in catalog.redFlags.enumerated() {
            if confirmed.contains(flag.id.text) {
                fired.append(FiredFlag(flag: index, urgency: flag.urgency, spans: [], isConfirmed: true))
            } else if let hit = fire(flag, index, signs[index] ?? [], findings, isExcepted: excepted.contains(index)) {
                fired.append(hit)
            }
        }
        return fired.sorted { ($1.urgency, $0.flag) < ($0.urgency, $1.flag) }
    }

    private func fire(
        _ flag: RedFlag,
        _ index: Int,
        _ signs: [Mention],
        _ findings: [Slug<Finding>: [Mention]],
        isExcepted: Bool
    ) -> FiredFlag? {
        guard !signs.isEmpty || !findings.isEmpty, fits(flag) else { return nil }
        var best: (urgency: Urgency, mentions: [Mention])?
        // An exception takes back the base trigger only: what makes the flag worse still counts.
        for (number, trigger) in flag.triggers.enumerated() where !isExcepted || number > 0 {
            let sign = signs.first { book.phrases[$0.phrase].trigger == number }.map { [$0] }
            let together = sign ?? trigger.combinations.lazy.compactMap { combine($0, findings) }.first
            if let together, trigger.urgency > best?.urgency ?? .none { best = (trigger.urgency, together) }
        }
        return best.map {
            FiredFlag(flag: index, urgency: $0.urgency, spans: $0.mentions.map(reading.span), isConfirmed: false)
        }
    }

    /// One mention of each finding, all within reach of the first.
    private func combine(_ ids: [Slug<Finding>], _ findings: [Slug<Finding>: [Mention]]) -> [Mention]? {
        guard let first = ids.first, let anchors = findings[first] else { return nil }
        for anchor in anchors {
            let others = ids.dropFirst().map { id in
                findings[id]?.min { abs($0.first - anchor.first) < abs($1.first - anchor.first) }
            }
            let near = others.compactMap { $0 }.filter { abs($0.first - anchor.first) <= Self.reach }
            if near.count == others.count { return [anchor] + near }
        }
        return nil
    }

    /// A sign with a "not" of its own asks for one in the text; one without is taken back by one.
    private func counts(_ mention: Mention) -> Bool {
        if book.phrases[mention.phrase].requiresTrouble {
            return [.not, .trouble, .loss].contains(mention.polarity)
        }
        return !reading.isDenied(first: mention.first, last: mention.last)
    }

    /// Whether the child's age lets the flag apply. Without an age the urgent ones do, and the others only if nothing speaks
    /// against it.
    private func fits(_ flag: RedFlag) -> Bool {
        guard let range = flag.ages else { return true }
        if let age { return range.contains(age.corrected) || range.contains(age.months) }
        if let hint = reading.hintedAge { return range.to >= hint * 0.4 && range.from <= hint * 1.8 }
        return flag.urgency > .doctorSoon && range.to >= 12 || range.from < 3 && range.to >= 36
    }
}

extension Reading {
    /// UTF-8 offsets from the first to the last word of a mention.
    func span(_ mention: Mention) -> Range<Int> {
        Int(tokens[mention.first].start)..<Int(tokens[mention.last].end)
    }
}
