import TandemCatalog

/// Turns a weighing into an answer that points back at the words.
struct Explainer {
    let known: Knowledge
    let reading: Reading
    let weighing: Weighing
    let followUps: [FollowUp]

    func recommendation() -> Recommendation {
        let reasons = weighing.evidence.map(reason)
        let disciplines = weighing.disciplines
        return Recommendation(
            primary: primary(disciplines),
            disciplines: disciplines,
            urgency: weighing.urgency,
            flags: weighing.flags,
            reasons: reasons,
            skills: skills,
            together: together,
            milestones: weighing.milestones,
            milestone: worstStanding,
            elsewhere: elsewhere,
            strengths: weighing.strengths.map(reading.span),
            confidence: Confidence(weighing, reading),
            age: weighing.age,
            unknownWords: reading.tokens.filter { $0.kind == .content && !$0.isKnown }.map {
                Int($0.start)..<Int($0.end)
            },
            followUps: followUps
        )
    }

    private func primary(_ disciplines: [Discipline]) -> Recommendation.Primary {
        let shares = weighing.shares
        if shares.elsewhere > 0 && shares.elsewhere >= shares.therapy || (disciplines.isEmpty && shares.elsewhere > 0) {
            return shares.speech >= shares.other ? .speech : .other
        }
        guard let first = disciplines.first else { return .none }
        if disciplines.count == 2 { return .both }
        return first == .physical ? .physical : .occupational
    }

    private func reason(_ evidence: Evidence) -> Reason {
        let mention = evidence.mention
        let words = mention.tokens.map { Int(reading.tokens[$0].start)..<Int(reading.tokens[$0].end) }
        let order: [Discipline] =
            evidence.lead.physical >= evidence.lead.occupational
            ? [.physical, .occupational] : [.occupational, .physical]
        return Reason(
            entry: evidence.entry,
            span: mention.tokens.isEmpty ? 0..<0 : reading.span(mention),
            words: words,
            polarity: mention.polarity,
            skills: evidence.skills.map { known.catalog.skills[$0].id },
            lead: order.filter { evidence.lead[$0] > 0 },
            strength: evidence.strength
        )
    }

    /// Every skill of the evidence, the strongest evidence first.
    private var skills: [Slug<Skill>] {
        var seen = [Bool](repeating: false, count: known.catalog.skills.count)
        var found: [Slug<Skill>] = []
        for skill in weighing.evidence.lazy.flatMap(\.skills) where !seen[skill] {
            seen[skill] = true
            found.append(known.catalog.skills[skill].id)
        }
        return found
    }

    /// Activities in the evidence in which a step asks for skills of both at the same moment.
    private var together: [Slug<Activity>] {
        var found: [Slug<Activity>] = []
        for evidence in weighing.evidence {
            guard case .activity(let index) = evidence.entry, known.graph.activityAsksForBoth[index],
                !found.contains(known.catalog.activities[index].id)
            else { continue }
            found.append(known.catalog.activities[index].id)
        }
        return found
    }

    private var worstStanding: MilestoneFinding.Standing? {
        let open = weighing.milestones.compactMap { $0.isReached ? .typical : $0.standing }
        guard weighing.age != nil, !open.isEmpty else { return nil }
        return open.contains(.refer) ? .refer : open.contains(.watch) ? .watch : .typical
    }

    private var elsewhere: [Int] {
        var found: [Int] = []
        for evidence in weighing.evidence {
            if case .elsewhere(let index) = evidence.entry, !found.contains(index) { found.append(index) }
        }
        return found
    }
}
