import TandemCatalog

/// Holds what the child does, or does not do yet, against the ages of the milestone table.
struct MilestoneJudge {
    let known: Knowledge
    let reading: Reading
    let age: ChildAge?

    /// What a mention says of its milestone.
    private struct Telling {
        let milestone: Int
        let isReached: Bool
    }

    /// One finding a milestone, in order of the text.
    func findings(_ mentions: [Mention]) -> [MilestoneFinding] {
        // A sign that does not apply must not hide the plain word within it.
        var telling: [Mention] = []
        var tellings: [Telling] = []
        var excepted: [Int] = []
        for mention in mentions {
            if case .milestoneException(let index) = mention.entry { excepted.append(index) }
            guard case .milestone(let index) = mention.entry, let isReached = isReached(mention, index) else {
                continue
            }
            telling.append(mention)
            tellings.append(Telling(milestone: index, isReached: isReached))
        }
        var found: [MilestoneFinding] = []
        var open: [Mention] = []
        for place in Mention.strongest(of: telling) {
            let (index, mention) = (tellings[place].milestone, telling[place])
            guard !open.contains(where: mention.isLooseBeside), !found.contains(where: { $0.milestone == index }),
                isOfThisAge(index)
            else { continue }
            let isReached = tellings[place].isReached || excepted.contains(index)
            if !isReached { open.append(mention) }
            found.append(finding(index, isReached, mention))
        }
        return found.sorted { $0.span.lowerBound < $1.span.lowerBound }
    }

    /// "Can't walk far" at nine years says nothing about first steps: a milestone is left alone long after its age.
    private func isOfThisAge(_ index: Int) -> Bool {
        guard let age else { return true }
        return known.catalog.milestones[index].isReversed
            || age.corrected <= known.catalog.milestones[index].refer.months * 2 + 24
    }

    /// `nil` if the words do not tell.
    private func isReached(_ mention: Mention, _ index: Int) -> Bool? {
        let phrase = known.book.keys[mention.phrase]
        let isTrouble = mention.polarity.isTrouble
        if phrase.kind == .sign {
            if phrase.requiresTrouble { return phrase.isMet(by: mention.polarity) ? false : nil }
            let isOver =
                mention.polarity == .well || mention.polarity == .dislike
                || reading.isDenied(first: mention.first, last: mention.last)
            return isOver ? nil : false
        }
        if known.catalog.milestones[index].isReversed {
            return isTrouble && reading.isDenied(first: mention.first, last: mention.last)
        }
        // Hoped for, disliked or hard: that does not say whether the child can.
        if [.wish, .dislike, .trouble].contains(mention.polarity) { return nil }
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
        let milestone = known.catalog.milestones[index]
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
