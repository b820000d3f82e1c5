import TandemCatalog

/// Chooses the questions whose answers would change the recommendation most.
///
/// Each candidate is answered in thought, what would follow is compared with what stands now, and the mean change over its
/// answers is its value: a red flag that would send the family to a doctor moves much, a step that both disciplines share
/// little. Questions that were answered already are not asked again.
struct FollowUpChooser {
    let catalog: Catalog
    let book: PhraseBook
    let weighing: Weighing
    let mentions: [Mention]
    let answered: [String: String]
    /// How many red flags use a finding.
    let users: [Slug<Finding>: Int]
    private static let most = 4

    func questions() -> [FollowUp] {
        guard weighing.urgency < .doctorNow else { return [] }
        let candidates = (age + redFlags + steps + milestones).filter { answered[$0.id] == nil && $0.value >= 0.05 }
        return Array(candidates.sorted { ($1.value, $0.id) < ($0.value, $1.id) }.prefix(Self.most))
    }

    private var age: [FollowUp] {
        guard weighing.age == nil else { return [] }
        return [FollowUp(topic: .age, value: weighing.milestones.isEmpty ? 0.3 : 0.9)]
    }

    /// Flags of which part of a combination was said: the missing part is worth asking for. At most two.
    private var redFlags: [FollowUp] {
        let said = Set(
            mentions.compactMap { mention -> Slug<Finding>? in
                if case .finding(let index) = mention.entry { catalog.findings[index].id } else { nil }
            }
        )
        guard !said.isEmpty else { return [] }
        let fired = Set(weighing.flags.map(\.flag))
        let found = catalog.redFlags.enumerated().compactMap { index, flag -> FollowUp? in
            guard !fired.contains(index), fits(flag) else { return nil }
            let nearest = flag.triggers.flatMap(\.combinations).map { share(of: $0, in: said) }.max() ?? 0
            guard nearest >= 0.4 else { return nil }
            return FollowUp(topic: .redFlag(flag.id), value: nearest * flag.urgency.weight / 2)
        }
        return Array(found.sorted { ($1.value, $0.id) < ($0.value, $1.id) }.prefix(2))
    }

    /// How much of a combination was said; a finding that many flags share ("fall") says little.
    private func share(of combination: [Slug<Finding>], in said: Set<Slug<Finding>>) -> Double {
        let weights = combination.map { Scale.log(1 + 60 / Double(users[$0] ?? 1)) }
        let told = zip(combination, weights).filter { said.contains($0.0) }.map(\.1).reduce(0, +)
        return told / max(weights.reduce(0, +), 0.001)
    }

    private func fits(_ flag: RedFlag) -> Bool {
        guard let range = flag.ages, let age = weighing.age else { return true }
        return range.contains(age.corrected)
    }

    /// The hardest part of the activity that was named; the mean over its steps of how far the balance would move.
    private var steps: [FollowUp] {
        var seen = Set<Int>()
        let named = weighing.evidence.compactMap { evidence -> Int? in
            guard case .activity(let index) = evidence.entry, seen.insert(index).inserted else { return nil }
            return index
        }
        return named.prefix(2).map { index in
            let activity = catalog.activities[index]
            let changes = activity.steps.map { change(adding: .mean($0.skills.compactMap(catalog.skill).map { .of($0.lead) })) }
            return FollowUp(topic: .steps(activity.id), value: changes.reduce(0, +) / Double(max(1, changes.count)))
        }
    }

    /// Milestones of the same skills that the child should have reached: "no" would ask for a doctor, or for watching.
    private var milestones: [FollowUp] {
        guard let age = weighing.age, weighing.milestones.allSatisfy({ $0.standing != .refer }) else { return [] }
        let skills = Set(weighing.evidence.prefix(3).flatMap(\.skills))
        let told = Set(weighing.milestones.map(\.milestone))
        let candidates = catalog.milestones.enumerated().filter { index, milestone in
            !told.contains(index) && !milestone.isReversed && milestone.skills.contains(where: skills.contains)
                && age.corrected >= milestone.refer.months && age.corrected < milestone.refer.months * 1.5 + 6
        }
        return candidates.map(\.element).sorted { $0.refer.months > $1.refer.months }.prefix(1).map { milestone in
            FollowUp(topic: .milestone(milestone.id), value: milestone.refer.isRuleOnly ? 0.1 : 0.25)
        }
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
