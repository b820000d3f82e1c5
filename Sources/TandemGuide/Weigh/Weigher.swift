import TandemCatalog

/// Turns mentions into evidence: which entries count, how strongly, for whom.
struct Weigher {
    let known: Knowledge
    let reading: Reading
    let question: GuideQuestion

    func weigh(_ mentions: [Mention]) -> Weighing {
        var weighing = Weighing()
        weighing.age = age
        weighing.hintedAge = reading.hintedAge
        let screen = RedFlagScreen(known: known, reading: reading, age: weighing.age)
        let screened = screen.screen(
            mentions,
            confirmed: question.answers.isEmpty ? question.confirmedFlags : confirmedFlags
        )
        (weighing.flags, weighing.said) = (screened.flags, screened.said)
        let judge = MilestoneJudge(known: known, reading: reading, age: weighing.age)
        weighing.milestones = judge.findings(mentions)
        addMilestoneUrgency(&weighing)

        let concerns = Mention.standing(mentions.filter { $0.entry.layer == .concern && applies($0) }, known.book)
        for mention in concerns { add(mention, to: &weighing) }
        addPicked(&weighing)
        if !question.answers.isEmpty { addAnswers(&weighing) }
        if weighing.evidence.isEmpty { addMilestoneEvidence(mentions, to: &weighing) }
        addPartial(to: &weighing)
        takeStrengthsAsHopes(&weighing)
        quietenBackground(&weighing)
        weighing.evidence.sort { ($1.strength, $0.mention.first) < ($0.strength, $1.mention.first) }
        weighing.shares = sum(weighing.evidence)
        if weighing.shares.total == 0, weighing.strengths.isEmpty { addHunch(&weighing) }
        return weighing
    }

    private var age: ChildAge? {
        let early = question.weeksEarly ?? reading.weeksEarly
        if let given = question.ageInMonths { return ChildAge(months: given, weeksEarly: early, origin: .given) }
        return reading.age.map { ChildAge(months: $0.months, weeksEarly: early, origin: .stated) }
    }

    // MARK: Concerns

    /// A sign with a "not" of its own asks for one in the text; one without is taken back by one.
    private func applies(_ mention: Mention) -> Bool {
        let phrase = known.book.keys[mention.phrase]
        if phrase.kind == .says, case .condition = mention.entry {
            return !reading.isDenied(first: mention.first, last: mention.last)
        }
        guard phrase.kind == .sign else { return true }
        if phrase.requiresTrouble { return phrase.isMet(by: mention.polarity) }
        if mention.polarity == .well, case .elsewhere = mention.entry { return false }
        return !reading.isDenied(first: mention.first, last: mention.last)
    }

    private func add(_ mention: Mention, to weighing: inout Weighing) {
        let phrase = known.book.keys[mention.phrase]
        if mention.polarity == .well, phrase.onlyNames {
            weighing.strengths.append(mention)
        } else {
            weighing.evidence.append(evidence(mention, phrase, factor: mention.polarity == .well ? 0.4 : 1))
        }
    }

    private func evidence(_ mention: Mention, _ phrase: PhraseKey, factor: Double) -> Evidence {
        let spoken = isBackground(mention, phrase) ? 0.75 : 1
        let telling = min(1.3, 0.5 + mention.weight / 15)
        let fitting = isFarFromAge(mention.entry) ? 0.3 : 1
        let (lead, skills) = known.graph.meaning(of: mention.entry, pointingAt: phrase.skillIndex)
        return Evidence(
            entry: mention.entry,
            mention: mention,
            skills: skills,
            lead: lead,
            strength: spoken * telling * fitting * mention.coverage * mention.coverage * factor
        )
    }

    /// Tummy time at ten years, homework at two: the words most likely mean something else.
    private func isFarFromAge(_ entry: Entry) -> Bool {
        guard case .activity(let index) = entry, let months = age?.months else { return false }
        let ages = known.catalog.activities[index].ages
        return months > ages.to * 2 + 24 || months < ages.from / 2 - 6
    }

    /// Just named, without trouble, wish or a sign of trouble. A diagnosis is a reason by itself.
    private func isBackground(_ mention: Mention, _ phrase: PhraseKey) -> Bool {
        if case .condition = mention.entry { return false }
        return phrase.onlyNames && mention.polarity == .neutral
    }

    /// Where something is plainly said to be hard, things that are only named count little; and where anything is named,
    /// a diagnosis that touches everything counts less.
    private func quietenBackground(_ weighing: inout Weighing) {
        if weighing.evidence.contains(where: { $0.lead.therapy > 0 && !isBroadDiagnosis($0) }) {
            weighing.evidence = weighing.evidence.map { isBroadDiagnosis($0) ? $0.scaled(by: 0.6) : $0 }
        }
        func isPlain(_ evidence: Evidence) -> Bool {
            evidence.mention.phrase >= 0 && !isBackground(evidence.mention, known.book.keys[evidence.mention.phrase])
        }
        guard weighing.evidence.contains(where: { isPlain($0) && !isBroadDiagnosis($0) }) else { return }
        weighing.evidence = weighing.evidence.map { isPlain($0) || $0.mention.phrase < 0 ? $0 : $0.scaled(by: 0.1) }
    }

    /// "Cerebral palsy", "hypotonia": led by both, whatever is hard.
    private func isBroadDiagnosis(_ evidence: Evidence) -> Bool {
        guard case .condition = evidence.entry, evidence.lead.physical > 0, evidence.lead.occupational > 0 else {
            return false
        }
        return evidence.mention.phrase >= 0 && known.book.keys[evidence.mention.phrase].onlyNames
    }

    /// Phrases with a word missing count, less, in sentences where nothing was found whole.
    private func addPartial(to weighing: inout Weighing) {
        let told = weighing.evidence.compactMap { $0.mention.tokens.first.map { reading.tokens[$0].sentence } }
        let open = Matcher.partialMentions(in: reading, known.book) { !told.contains($0) }.filter {
            $0.coverage >= 0.55 && applies($0)
        }
        for mention in Mention.strongest(open).prefix(3) where mention.polarity != .well {
            weighing.evidence.append(evidence(mention, known.book.keys[mention.phrase], factor: 0.5))
        }
    }

    private func addPicked(_ weighing: inout Weighing) {
        for id in question.picked {
            guard let index = known.catalog.activityIndex[Slug(id)] else { continue }
            let (lead, skills) = known.graph.meaning(of: .activity(index))
            let mention = Mention(
                entry: .activity(index),
                phrase: -1,
                tokens: TokenPlaces(),
                polarity: .trouble,
                coverage: 1,
                weight: 0
            )
            weighing.evidence.append(
                Evidence(entry: .activity(index), mention: mention, skills: skills, lead: lead, strength: 1)
            )
        }
    }

    /// Takes over what was answered to follow-up questions: the hardest step stands for its activity, a red flag that
    /// applies fires, a milestone that is not reached is held against the age.
    private func addAnswers(_ weighing: inout Weighing) {
        for index in weighing.evidence.indices {
            guard case .activity(let number) = weighing.evidence[index].entry else { continue }
            let activity = known.catalog.activities[number]
            let answer = question.answers[FollowUp(topic: .steps(activity.id)).id].flatMap { Int($0) }
            guard let answer, activity.steps.indices.contains(answer) else { continue }
            let skills = activity.steps[answer].skills.compactMap { known.catalog.skillIndex[$0] }
            weighing.evidence[index] = weighing.evidence[index].narrowed(
                to: skills,
                lead: known.graph.stepShares[number][answer]
            )
        }
        for (number, milestone) in known.catalog.milestones.enumerated() {
            guard let answer = question.answers[FollowUp(topic: .milestone(milestone.id)).id],
                answer == "yes" || answer == "no"
            else { continue }
            let isReached = (answer == "yes") != milestone.isReversed
            let standing = weighing.age.map {
                isReached ? .typical : MilestoneJudge.standing(of: milestone, at: $0.corrected)
            }
            weighing.milestones.append(
                MilestoneFinding(
                    milestone: number,
                    isReached: isReached,
                    standing: standing,
                    isRuleOnly: milestone.refer.isRuleOnly,
                    span: 0..<0
                )
            )
        }
        addMilestoneUrgency(&weighing)
    }

    /// Red flags that were checked in the list, or answered with yes.
    private var confirmedFlags: [String] {
        let answered = known.catalog.redFlags.map(\.id).filter {
            question.answers[FollowUp(topic: .redFlag($0)).id] == "yes"
        }
        return question.confirmedFlags + answered.map(\.text)
    }

    /// Where all that is named goes well ("enjoy camp"), it is most likely what the family hopes for.
    private func takeStrengthsAsHopes(_ weighing: inout Weighing) {
        guard weighing.evidence.isEmpty, weighing.urgency == .none else { return }
        weighing.evidence = weighing.strengths.map { evidence($0, known.book.keys[$0.phrase], factor: 0.5) }
    }

    /// The sum over entries: a thing said twice counts little more than once.
    private func sum(_ evidence: [Evidence]) -> Shares {
        var sum = Shares()
        for (index, item) in evidence.enumerated() {
            let isSaidBefore = evidence[..<index].contains { $0.entry == item.entry }
            sum = sum + item.shares * (isSaidBefore ? 0.2 : 1)
        }
        return sum
    }

    // MARK: Milestones

    /// At the age to refer, doctor and therapist should look soon; an age that is our own rule asks for no doctor.
    private func addMilestoneUrgency(_ weighing: inout Weighing) {
        guard weighing.flags.isEmpty else { return }
        let refer = weighing.milestones.filter { $0.standing == .refer && !$0.isReached && !$0.isRuleOnly }
        weighing.milestoneUrgency = refer.isEmpty ? .none : .doctorSoon
    }

    private func addMilestoneEvidence(_ mentions: [Mention], to weighing: inout Weighing) {
        let open = Set(weighing.milestones.filter { !$0.isReached }.map(\.milestone))
        for mention in Mention.strongest(mentions) {
            guard case .milestone(let index) = mention.entry, open.contains(index) else { continue }
            weighing.evidence.append(evidence(mention, known.book.keys[mention.phrase], factor: 0.8))
        }
    }

    // MARK: Hunches

    /// With no phrase at all, single words still lean to one side; the answer then says that it is not sure.
    private func addHunch(_ weighing: inout Weighing) {
        let leanings = reading.tokens.compactMap { $0.kind == .content ? $0.atom : nil }.map {
            known.book.leanings[Int($0)]
        }
        let sum = leanings.reduce(Shares(), +)
        guard sum.total > 0 else { return }
        weighing.shares = sum * (0.3 / sum.total)
        weighing.isHunch = true
    }
}
