package import TandemCatalog

extension Split {
    /// A proposal that another therapy lead a skill. It takes two: one therapy proposes, the other agrees or says why not.
    package struct Reassignment: Sendable, Hashable, Codable {
        package let to: Lead
        package let reason: String
        package let by: Discipline
        package let proposed: Stamp
        package internal(set) var answer: Answer?
    }

    package enum Answer: Sendable, Hashable, Codable {
        case agreed(Stamp)
        /// Stays visible, with its reason, until one of the two gives way.
        case disagreed(reason: String, Stamp)
        case withdrawn(Stamp)
        /// Nobody of the other therapy is on the team yet; whoever joins finds it here.
        case alone
    }

    /// Proposes that `lead` take over a skill. Where the other therapy is not on the team it holds at once.
    package mutating func reassign(
        _ skill: Slug<Skill>,
        to lead: Lead,
        reason: String,
        by discipline: Discipline,
        team: Set<Discipline>,
        stamp: Stamp
    ) throws(SplitFault) {
        let index = try partIndex(skill)
        guard !reason.isBlank else { throw .noReason }
        guard reason.count <= TextLimit.note else { throw .tooLong }
        guard parts[index].lead != lead else { throw .unchanged }
        guard parts[index].openReassignment == nil else { throw .alreadyOpen }
        var proposal = Reassignment(to: lead, reason: reason, by: discipline, proposed: stamp)
        if !team.contains(discipline.other) {
            proposal.answer = .alone
            settle(index, lead)
        }
        parts[index].reassignments.append(proposal)
    }

    /// The other therapy agrees to the open proposal.
    package mutating func agree(
        to skill: Slug<Skill>,
        by discipline: Discipline,
        stamp: Stamp
    ) throws(SplitFault) {
        let (index, last) = try open(skill, answeredBy: discipline, stamp)
        parts[index].reassignments[last].answer = .agreed(stamp)
        settle(index, parts[index].reassignments[last].to)
    }

    /// The other therapy does not agree: the lead stays, and the disagreement stays in sight.
    package mutating func disagree(
        with skill: Slug<Skill>,
        reason: String,
        by discipline: Discipline,
        stamp: Stamp
    ) throws(SplitFault) {
        let (index, last) = try open(skill, answeredBy: discipline, stamp)
        guard !reason.isBlank else { throw .noReason }
        guard reason.count <= TextLimit.note else { throw .tooLong }
        parts[index].reassignments[last].answer = .disagreed(reason: reason, stamp)
    }

    /// Whoever proposed gives way, before or after the answer.
    package mutating func withdraw(_ skill: Slug<Skill>, by discipline: Discipline, stamp: Stamp) throws(SplitFault) {
        let index = try partIndex(skill)
        guard parts[index].openReassignment != nil || parts[index].isDisputed,
            let last = parts[index].reassignments.indices.last, parts[index].reassignments[last].by == discipline
        else { throw .nothingOpen }
        parts[index].reassignments[last].answer = .withdrawn(stamp)
    }

    /// Skills on whose lead the two therapies do not agree; never hidden from the family.
    package var disputed: [Part] { standingParts.filter(\.isDisputed) }

    /// Proposals that wait for the answer of `discipline`.
    package func awaiting(_ discipline: Discipline) -> [Part] {
        standingParts.filter { $0.openReassignment?.by == discipline.other }
    }

    private func partIndex(_ skill: Slug<Skill>) throws(SplitFault) -> Int {
        guard let index = parts.firstIndex(where: { $0.skill == skill }) else { throw .noSuchSkill }
        return index
    }

    private func open(
        _ skill: Slug<Skill>,
        answeredBy discipline: Discipline,
        _ stamp: Stamp
    ) throws(SplitFault) -> (part: Int, reassignment: Int) {
        let index = try partIndex(skill)
        guard let proposal = parts[index].openReassignment, let last = parts[index].reassignments.indices.last
        else { throw .nothingOpen }
        guard proposal.by != discipline, proposal.proposed.by != stamp.by else { throw .ownProposal }
        return (index, last)
    }

    private mutating func settle(_ index: Int, _ lead: Lead) {
        parts[index].lead = lead
        parts[index].supports = Part.others(than: lead)
    }
}

extension Split.Part {
    /// The proposal that nobody has answered yet.
    package var openReassignment: Split.Reassignment? {
        reassignments.last.flatMap { $0.answer == nil ? $0 : nil }
    }

    /// The last proposal was refused and nobody has given way.
    package var isDisputed: Bool { if case .disagreed = reassignments.last?.answer { true } else { false } }
}
