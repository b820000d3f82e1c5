import TandemCatalog

/// Holds what the child does, or does not do yet, against the ages of the milestone table.
struct MilestoneJudge {
    let catalog: Catalog
    let book: PhraseBook
    let reading: Reading
    let age: ChildAge?

    /// One finding a milestone, in order of the text.
    func findings(_ mentions: [Mention]) -> [MilestoneFinding] {
        let excepted = Set(
            mentions.compactMap { mention -> Int? in
                if case .milestoneException(let index) = mention.entry { index } else { nil }
            }
        )
        var found: [MilestoneFinding] = []
        var open: [Mention] = []
        for mention in Mention.strongest(mentions.filter(tells)) {
            guard case .milestone(let index) = mention.entry, !open.contains(where: mention.isLooseBeside),
                !found.contains(where: { $0.milestone == index }),
                let reached = isReached(mention, catalog.milestones[index]), isOfThisAge(catalog.milestones[index])
            else { continue }
            let isReached = reached || excepted.contains(index)
            if !isReached { open.append(mention) }
            found.append(finding(index, isReached, mention))
        }
        return found.sorted { $0.span.lowerBound < $1.span.lowerBound }
    }

    /// "Can't walk far" at nine years says nothing about first steps: a milestone is left alone long after its age.
    private func isOfThisAge(_ milestone: Milestone) -> Bool {
        guard let age else { return true }
        return milestone.isReversed || age.corrected <= milestone.refer.months * 2 + 24
    }

    /// A sign that does not apply must not hide the plain word within it.
    private func tells(_ mention: Mention) -> Bool {
        guard case .milestone(let index) = mention.entry else { return false }
        return isReached(mention, catalog.milestones[index]) != nil
    }

    /// `nil` if the words do not tell.
    private func isReached(_ mention: Mention, _ milestone: Milestone) -> Bool? {
        let phrase = book.keys[mention.phrase]
        let isTrouble = mention.polarity.isTrouble
        if phrase.kind == .sign {
            if phrase.requiresTrouble { return phrase.isMet(by: mention.polarity) ? false : nil }
            return reading.isDenied(first: mention.first, last: mention.last) ? nil : false
        }
        if milestone.isReversed { return isTrouble && reading.isDenied(first: mention.first, last: mention.last) }
        if mention.polarity == .wish { return nil }
        if mention.polarity == .neutral || mention.polarity == .limit, fails(mention) { return false }
        return !isTrouble
    }

    /// "Spills everything when she pours": how the try ends is told in the same thought.
    private func fails(_ mention: Mention) -> Bool {
        let clause = reading.tokens[mention.last].clause
        return reading.failings.contains {
            reading.tokens[$0].clause == clause && !reading.isDenied(first: $0, last: $0)
        }
    }

    private func finding(_ index: Int, _ isReached: Bool, _ mention: Mention) -> MilestoneFinding {
        let milestone = catalog.milestones[index]
        return MilestoneFinding(
            milestone: index,
            isReached: isReached,
            standing: age.map { isReached ? .typical : Self.standing(of: milestone, at: $0.corrected) },
            isRuleOnly: milestone.refer.isRuleOnly,
            span: reading.span(mention)
        )
    }

    static func standing(of milestone: Milestone, at months: Double) -> MilestoneFinding.Standing {
        if let before = milestone.referBefore { return months < before ? .refer : .typical }
        if months >= milestone.refer.months { return .refer }
        return months >= milestone.watch.months ? .watch : .typical
    }
}

extension Mention {
    /// The mentions whose words do not all belong to a weightier one.
    static func strongest(_ mentions: [Mention]) -> [Mention] {
        let order = mentions.enumerated().sorted {
            ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
        }
        var kept: [Mention] = []
        for (_, mention) in order where !kept.contains(where: { mention.isWithin($0) || mention.repeats($0) }) {
            kept.append(mention)
        }
        return kept
    }
}
