package import TandemCatalog

/// What the therapists should look at in the list before the family has to join it up.
package enum HomeRemark: Remark {
    case overBudget(fullestDay: Int, limit: Int)
    case tooMany(Int, limit: Int)
    /// Two that train the same skill: one to keep, one to let go.
    case sameSkill(Slug<Skill>, keep: ID<HomeItem>, other: ID<HomeItem>)
    case contradiction(ID<HomeItem>, ID<HomeItem>, words: String)

    package var isBlocking: Bool { false }

    package var place: String {
        switch self {
        case .overBudget: "minutes"
        case .tooMany: "items"
        case .sameSkill(_, _, let other), .contradiction(_, let other, _): "item \(other.text)"
        }
    }

    package var message: String {
        switch self {
        case .overBudget(let minutes, let limit): "The fullest day has \(minutes) minutes. The family has \(limit)."
        case .tooMany(let count, let limit): "There are \(count) activities. \(limit) at a time are easier to keep up."
        case .sameSkill: "Two activities train the same skill."
        case .contradiction(_, _, let words): words
        }
    }

    package var mend: String {
        switch self {
        case .overBudget: "Shorten one, do it on fewer days, or pause one."
        case .tooMany: "Pause the one that matters least right now."
        case .sameSkill: "Keep one of the two; it counts for both of you."
        case .contradiction: "Talk to each other and change one of the two."
        }
    }
}

extension HomeProgram {
    /// Everything to look at: over the budget first, then contradictions, doubles, and the count.
    ///
    /// - Parameter leads: who leads which skill, from the splits of the child's goals.
    package func remarks(leads: [Slug<Skill>: Lead], advice: HomeAdvice) -> [HomeRemark] {
        var remarks: [HomeRemark] = []
        let budget = budget
        let active = active
        if budget.over > 0 { remarks.append(.overBudget(fullestDay: budget.fullestDay, limit: budget.limit)) }
        for (index, first) in active.enumerated() {
            for second in active[(index + 1)...] {
                if let words = advice.contradiction(first, second) {
                    remarks.append(.contradiction(first.id, second.id, words: words))
                }
            }
        }
        remarks += doubles(active, leads)
        if active.count > settings.itemsAtATime {
            remarks.append(.tooMany(active.count, limit: settings.itemsAtATime))
        }
        return remarks
    }

    private func doubles(_ active: [HomeItem], _ leads: [Slug<Skill>: Lead]) -> [HomeRemark] {
        var remarks: [HomeRemark] = []
        for (index, first) in active.enumerated() {
            for second in active[(index + 1)...] {
                guard let skill = first.skill, second.skill == skill else { continue }
                let isSecondBetter = Self.rank(second, leads[skill]) < Self.rank(first, leads[skill])
                let (keep, other) = isSecondBetter ? (second, first) : (first, second)
                remarks.append(.sameSkill(skill, keep: keep.id, other: other.id))
            }
        }
        return remarks
    }

    /// The one to keep has the lower rank: of the therapy that leads the skill, in a routine, the shorter.
    private static func rank(_ item: HomeItem, _ lead: Lead?) -> (Int, Int, Int) {
        (lead == Lead(item.discipline) ? 0 : 1, item.routine == nil ? 1 : 0, item.minutes)
    }
}
