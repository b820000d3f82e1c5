import TandemCatalog

/// Looks for red flags before anything else. A flag fires on one of its signs, or when all findings of a combination are
/// said near each other; "no" in front, an exception or an age outside its range takes it back. A checked answer always fires.
struct RedFlagScreen {
    let known: Knowledge
    let reading: Reading
    let age: ChildAge?

    /// Findings of a combination may stand this many tokens apart: about two sentences.
    private static let reach = 32

    /// Most urgent first.
    func flags(_ mentions: [Mention], confirmed: [String]) -> [FiredFlag] {
        let telling = mentions.filter { $0.entry.layer == .safety && counts($0) }
        let excepted = telling.compactMap { mention -> Int? in
            if case .redFlagException(let flag) = mention.entry { flag } else { nil }
        }
        var fired: [FiredFlag] = []
        for mention in telling {
            guard case .redFlag(let flag) = mention.entry else { continue }
            let trigger = Int(known.book.keys[mention.phrase].trigger)
            fire(flag, trigger, excepted, &fired) { [reading.span(mention)] }
        }
        fireCombinations(telling, excepted, &fired)
        for (index, flag) in known.catalog.redFlags.enumerated()
        where !confirmed.isEmpty && confirmed.contains(flag.id.text) {
            fired.removeAll { $0.flag == index }
            fired.append(FiredFlag(flag: index, urgency: flag.urgency, spans: [], isConfirmed: true))
        }
        return fired.sorted { ($1.urgency, $0.flag) < ($0.urgency, $1.flag) }
    }

    /// Sets a flag off, once, at the highest urgency. The words are only gathered where they would change something.
    private func fire(
        _ flag: Int,
        _ trigger: Int,
        _ excepted: [Int],
        _ fired: inout [FiredFlag],
        words: () -> [Range<Int>]?
    ) {
        // An exception takes back the base trigger only: what makes the flag worse still counts.
        guard trigger > 0 || !excepted.contains(flag), fits(flag) else { return }
        let urgency = known.catalog.redFlags[flag].triggers[trigger].urgency
        let place = fired.firstIndex { $0.flag == flag }
        if let place, fired[place].urgency >= urgency { return }
        guard let spans = words() else { return }
        let new = FiredFlag(flag: flag, urgency: urgency, spans: spans, isConfirmed: false)
        if let place { fired[place] = new } else { fired.append(new) }
    }

    private func fireCombinations(_ telling: [Mention], _ excepted: [Int], _ fired: inout [FiredFlag]) {
        let (combinations, findings) = (known.graph.combinations, known.graph.combinedFindings)
        var isSaid = [Bool](repeating: false, count: known.catalog.findings.count)
        for mention in telling { if case .finding(let finding) = mention.entry { isSaid[finding] = true } }
        for finding in isSaid.indices where isSaid[finding] {
            for number in known.graph.combinationsLedByFinding[finding] {
                let combination = combinations[number]
                guard combination.findings.allSatisfy({ isSaid[findings[$0]] }) else { continue }
                fire(combination.flag, combination.trigger, excepted, &fired) {
                    combine(findings[combination.findings], telling)?.map(reading.span)
                }
            }
        }
    }

    /// One mention of each finding, all within reach of the first.
    private func combine(_ findings: ArraySlice<Int>, _ telling: [Mention]) -> [Mention]? {
        guard let first = findings.first else { return nil }
        for anchor in telling where anchor.entry == .finding(first) {
            let others = findings.dropFirst().map { finding in
                telling.lazy.filter { $0.entry == .finding(finding) }
                    .min { abs($0.first - anchor.first) < abs($1.first - anchor.first) }
            }
            let near = others.compactMap { $0 }.filter { abs($0.first - anchor.first) <= Self.reach }
            if near.count == others.count { return [anchor] + near }
        }
        return nil
    }

    /// A sign with a "not" of its own asks for one in the text; one without is taken back by one.
    private func counts(_ mention: Mention) -> Bool {
        if known.book.keys[mention.phrase].requiresTrouble {
            return known.book.keys[mention.phrase].isMet(by: mention.polarity)
        }
        return !reading.isDenied(first: mention.first, last: mention.last)
    }

    /// Whether the child's age lets the flag apply. Without an age the urgent ones do, but for those of small babies, and the
    /// others only if nothing speaks against it.
    private func fits(_ flag: Int) -> Bool {
        guard let range = known.catalog.redFlags[flag].ages else { return true }
        if let age { return range.contains(age.corrected) || range.contains(age.months) }
        if let hint = reading.hintedAge { return range.to >= hint * 0.4 && range.from <= hint * 1.8 }
        return known.catalog.redFlags[flag].urgency > .doctorSoon && range.to >= 12 || range.from < 3 && range.to >= 36
    }
}

extension Reading {
    /// UTF-8 offsets from the first to the last word of a mention.
    func span(_ mention: Mention) -> Range<Int> {
        Int(tokens[mention.first].start)..<Int(tokens[mention.last].end)
    }
}
