import TandemCatalog

/// Chooses the questions whose answers would change the recommendation most.
///
/// Each candidate is answered in thought, what would follow is compared with what stands now, and the mean change over its
/// answers is its value: a red flag that would send the family to a doctor moves much, a step that both disciplines share
/// little. Questions that were answered already are not asked again.
struct FollowUpChooser {
    let known: Knowledge
    let weighing: Weighing
    let answered: [String: String]
    private static let most = 4
    private static let smallestValue = 0.05

    func questions() -> [FollowUp] {
        guard weighing.urgency < .doctorNow else { return [] }
        let candidates = (age + redFlags + steps + milestones).filter {
            $0.value >= Self.smallestValue && (answered.isEmpty || answered[$0.id] == nil)
        }
        // Equal values keep the order in which they were found, so the same question is always asked first.
        let order = candidates.indices.sorted { (candidates[$1].value, $0) < (candidates[$0].value, $1) }
        return order.prefix(Self.most).map { candidates[$0] }
    }

    private var age: [FollowUp] {
        guard weighing.age == nil else { return [] }
        return [FollowUp(topic: .age, value: weighing.milestones.isEmpty ? 0.3 : 0.9)]
    }

    /// Flags of which much of a combination was said: the missing part is worth asking for. At most two; those that every
    /// family is asked about at the end are not asked twice.
    private var redFlags: [FollowUp] {
        let said = weighing.said.isSaid
        var nearest = [Double](repeating: 0, count: known.catalog.redFlags.count)
        let combinations = known.graph.combinations
        for finding in said.indices where said[finding] {
            for number in known.graph.combinationsOfFinding[finding] {
                let combination = combinations[number]
                nearest[combination.flag] = max(nearest[combination.flag], share(of: combination, in: said))
            }
        }
        let fired = weighing.flags.map(\.flag)
        let near = nearest.indices.filter {
            nearest[$0] >= 0.45 && !fired.contains($0) && isWorthAsking(known.catalog.redFlags[$0])
        }
        let found = near.map { (flag: $0, value: nearest[$0] * known.catalog.redFlags[$0].urgency.weight / 2) }
        return found.sorted { ($1.value, $0.flag) < ($0.value, $1.flag) }.prefix(2).map { flag, value in
            FollowUp(topic: .redFlag(known.catalog.redFlags[flag].id), value: value)
        }
    }

    /// How much of a combination was said; a finding that many flags share ("fall") says little.
    private func share(of combination: Graph.Combination, in said: [Bool]) -> Double {
        var told = 0.0
        for place in combination.findings where said[known.graph.combinedFindings[place]] {
            told += known.graph.combinedWeights[place]
        }
        return told / combination.weight
    }

    private func isWorthAsking(_ flag: RedFlag) -> Bool {
        !flag.isAskedOfEverybody && flag.mayConcern(weighing.age, hinted: weighing.hintedAge)
    }

    /// The hardest part of the activity that was named; the mean over its steps of how far the balance would move.
    private var steps: [FollowUp] {
        var named: [Int] = []
        for evidence in weighing.evidence {
            if case .activity(let index) = evidence.entry, !named.contains(index) { named.append(index) }
        }
        return named.prefix(2).map { index in
            let changes = known.graph.stepShares[index].map(change)
            let value = changes.reduce(0, +) / Double(max(1, changes.count))
            return FollowUp(topic: .steps(known.catalog.activities[index].id), value: value)
        }
    }

    /// A milestone of the same skills that the child should have reached: "no" would ask for a doctor, or for watching.
    private var milestones: [FollowUp] {
        guard let age = weighing.age, weighing.milestones.allSatisfy({ $0.standing != .refer }) else { return [] }
        var best: Int?
        for skill in weighing.evidence.prefix(3).lazy.flatMap(\.skills) {
            for index in known.graph.milestonesOfSkill[skill] where isDue(index, age) {
                let isLater =
                    best.map {
                        known.catalog.milestones[$0].refer.months < known.catalog.milestones[index].refer.months
                    } ?? true
                if isLater { best = index }
            }
        }
        return best.map { index in
            let milestone = known.catalog.milestones[index]
            return [FollowUp(topic: .milestone(milestone.id), value: milestone.refer.isRuleOnly ? 0.1 : 0.25)]
        } ?? []
    }

    private func isDue(_ index: Int, _ age: ChildAge) -> Bool {
        let refer = known.catalog.milestones[index].refer.months
        guard age.corrected >= refer, age.corrected < refer * 1.5 + 6, !known.catalog.milestones[index].isReversed
        else {
            return false
        }
        return !weighing.milestones.contains { $0.milestone == index }
    }

    /// How far one more unit of evidence would move the balance between the disciplines.
    private func change(adding shares: Shares) -> Double {
        let now = weighing.shares
        let then = now + shares
        guard now.therapy > 0, then.therapy > 0 else { return 0.5 }
        return abs(now.physical / now.therapy - then.physical / then.therapy)
    }
}

extension Urgency {
    /// 0 for none to 1 for an emergency.
    fileprivate var weight: Double {
        switch self {
        case .none: 0
        case .doctorSoon: 0.5
        case .doctorNow: 0.8
        case .emergency: 1
        }
    }
}
