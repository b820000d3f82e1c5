import TandemCatalog

/// Chooses the questions whose answers would change the recommendation most.
///
/// Every candidate is answered both ways in thought, the shares and the urgency are weighed again, and the mean change is its
/// value: a red flag that would send the family to a doctor moves much, a step that both disciplines share little.
struct FollowUpChooser {
    let catalog: Catalog
    let reading: Reading
    let weighing: Weighing
    private static let most = 4

    func questions() -> [FollowUp] {
        guard weighing.urgency < .doctorNow else { return [] }
        let candidates = age + steps
        return Array(candidates.sorted { ($1.value, 0) < ($0.value, 0) }.prefix(Self.most))
    }

    private var age: [FollowUp] {
        weighing.age == nil ? [FollowUp(topic: .age, value: weighing.milestones.isEmpty ? 0.3 : 0.9)] : []
    }

    /// Steps of the leading activity: a yes adds the step's skills.
    private var steps: [FollowUp] {
        guard let index = weighing.evidence.lazy.compactMap({ evidence -> Int? in
            if case .activity(let index) = evidence.entry { index } else { nil }
        }).first else { return [] }
        let activity = catalog.activities[index]
        return activity.steps.indices.map { step in
            let leads = activity.steps[step].skills.compactMap(catalog.skill).map { Shares.of($0.lead) }
            let added = leads.reduce(Shares(), +) * (1 / Double(max(1, leads.count)))
            return FollowUp(topic: .step(activity.id, step), value: change(adding: added))
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
