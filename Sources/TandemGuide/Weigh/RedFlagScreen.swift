import TandemCatalog

/// Looks for red flags before anything else. A flag fires on one of its signs, or when all findings of a combination are
/// said near each other; "no" in front, an exception or an age outside its range takes it back. A checked answer always fires.
struct RedFlagScreen {
    let known: Knowledge
    let reading: Reading
    let age: ChildAge?

    /// Findings of a combination may stand this many tokens apart: about two sentences.
    private static let reach = 32

    /// What the screen makes of the text.
    struct Result {
        /// Most urgent first.
        var flags: [FiredFlag]
        var said: SaidFindings
    }

    func screen(_ mentions: [Mention], confirmed: [String]) -> Result {
        let telling = mentions.filter {
            $0.entry.layer == .safety && counts($0) && !($0.polarity == .loss && isOutgrown($0, by: mentions))
        }
        let excepted = telling.compactMap { mention -> Int? in
            if case .redFlagException(let flag) = mention.entry { flag } else { nil }
        }
        var fired: [FiredFlag] = []
        for mention in telling {
            guard case .redFlag(let flag) = mention.entry, !reading.isAside(mention) else { continue }
            let trigger = Int(known.book.keys[mention.phrase].trigger)
            fire(flag, trigger, excepted, &fired) { [reading.span(mention)] }
        }
        let said = SaidFindings(telling, known, reading)
        fireCombinations(said, excepted, &fired)
        for (index, flag) in known.catalog.redFlags.enumerated()
        where !confirmed.isEmpty && confirmed.contains(flag.id.text) {
            fired.removeAll { $0.flag == index }
            fired.append(FiredFlag(flag: index, urgency: flag.urgency, spans: [], isConfirmed: true))
        }
        return Result(flags: fired.sorted { ($1.urgency, $0.flag) < ($0.urgency, $1.flag) }, said: said)
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
        guard trigger > 0 || !excepted.contains(flag),
            known.catalog.redFlags[flag].mayConcern(age, hinted: reading.hintedAge)
        else { return }
        let urgency = known.catalog.redFlags[flag].triggers[trigger].urgency
        let place = fired.firstIndex { $0.flag == flag }
        if let place, fired[place].urgency >= urgency { return }
        guard let spans = words() else { return }
        let new = FiredFlag(flag: flag, urgency: urgency, spans: spans, isConfirmed: false)
        if let place { fired[place] = new } else { fired.append(new) }
    }

    private func fireCombinations(_ said: SaidFindings, _ excepted: [Int], _ fired: inout [FiredFlag]) {
        let (combinations, findings) = (known.graph.combinations, known.graph.combinedFindings)
        for finding in said.isSaid.indices where said.isSaid[finding] {
            for number in known.graph.combinationsLedByFinding[finding] {
                let combination = combinations[number]
                guard combination.findings.allSatisfy({ said.isSaid[findings[$0]] }) else { continue }
                fire(combination.flag, combination.trigger, excepted, &fired) {
                    combine(findings[combination.findings], said)?.map(reading.span)
                }
            }
        }
    }

    /// One mention of each finding, all within reach of the first.
    private func combine(_ findings: ArraySlice<Int>, _ said: SaidFindings) -> [Mention]? {
        guard let first = findings.first else { return nil }
        for anchor in said.mentions(of: first) {
            let others = findings.dropFirst().map { finding in
                // One word cannot be two findings.
                said.mentions(of: finding).filter { !$0.isSame(as: anchor) }
                    .min { abs($0.first - anchor.first) < abs($1.first - anchor.first) }
            }
            let near = [anchor] + others.compactMap { $0 }.filter { abs($0.first - anchor.first) <= Self.reach }
            // What was long ago may go with what is now, but says nothing alone.
            if near.count == findings.count, !near.allSatisfy(reading.isAside) { return near }
        }
        return nil
    }

    /// Whether what is lost made way for more: "used to crawl everywhere and now he runs". The milestone after the "now" is a
    /// later one.
    private func isOutgrown(_ mention: Mention, by mentions: [Mention]) -> Bool {
        let lost = mentions.filter { $0.polarity == .loss && $0.first >= mention.first && $0.last <= mention.last }
        guard let age = lost.compactMap(milestoneAge).max() else { return false }
        return mentions.contains { later in
            guard later.first > mention.last, later.polarity == .neutral || later.polarity == .well,
                known.book.keys[later.phrase].kind == .says, let laterAge = milestoneAge(later), laterAge > age
            else { return false }
            let between = reading.tokens[mention.last...later.first]
            return between.contains(where: \.isNow) && between.allSatisfy { $0.sentence == between.first?.sentence }
        }
    }

    private func milestoneAge(_ mention: Mention) -> Double? {
        guard case .milestone(let index) = mention.entry else { return nil }
        return known.catalog.milestones[index].refer.months
    }

    /// A sign with a "not" of its own asks for one in the text; one without is taken back by one.
    private func counts(_ mention: Mention) -> Bool {
        let key = known.book.keys[mention.phrase]
        if key.own == .absent, mention.polarity != .loss {
            return mention.polarity.isTrouble && reading.isAbsent(mention)
        }
        if key.requiresTrouble { return key.isMet(by: mention.polarity) }
        return !reading.isDenied(first: mention.first, last: mention.last)
    }
}

extension Reading {
    /// Whether "cannot" or "refuses" stands close before a mention or in it; "no" only right before it: "no fever, walks".
    fileprivate func isAbsent(_ mention: Mention) -> Bool {
        cues.contains { cue in
            guard cue.kind == .not || cue.isRefusal, cue.start <= mention.last else { return false }
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

    /// UTF-8 offsets from the first to the last word of a mention, with the words of a compound ("passed out") that one begins.
    func span(_ mention: Mention) -> Range<Int> {
        let last = mention.tokens.reduce(mention.last) { max($0, $1 + max(1, Int(tokens[$1].compoundLength)) - 1) }
        return Int(tokens[mention.first].start)..<Int(tokens[last].end)
    }
}
