package import TandemCare
import TandemCatalog
import TandemDatabase

/// Goal Attainment Scaling: the scale of a goal, and what somebody saw of it.
extension Transaction {
    /// Writes the scale of a goal: its first one, or one in the place of that which stands.
    ///
    /// - Parameter version: the version that the writer read; 0 where there was none.
    /// - Throws: `StoreFailure.notFound` for a goal of another child; `StoreFailure.conflict` where somebody has written it since.
    package func save(_ scale: AttainmentScale, version: Int, _ permit: Permit) throws {
        let goal = try connection.part(scale.goal, permit).value
        guard scale.child == goal.child else { throw StoreFailure.notFound }
        if let current = try connection.record(scale.id) {
            guard current.value != scale else { return }
            try replace(scale, version: version)
        } else {
            guard version == 0 else {
                throw StoreFailure.conflict(kind: AttainmentScale.kind, id: scale.id.text, current: 0)
            }
            try insert(scale)
        }
    }

    /// Adds what somebody saw of a goal; the day of the next look together moves with it. The same word of the same person on the
    /// same day is written once, however often the button was pressed.
    ///
    /// - Throws: `StoreFailure.notFound` for a goal of another child, a goal without a scale, or a rating to mend that is not this
    ///   person's own.
    package func rate(_ rating: Rating, _ permit: Permit) throws {
        let goal = try connection.part(rating.goal, permit).value
        guard rating.child == goal.child, goal.status == .active || goal.status == .met,
            try connection.record(goal.id.of(AttainmentScale.self)) != nil
        else { throw StoreFailure.notFound }
        let ratings = try connection.parts(Rating.self, permit, "AND goal = $2 ORDER BY id", [.text(goal.id.text)])
            .map(\.value)
        if let corrected = rating.corrects {
            guard ratings.standing.contains(where: { $0.id == corrected && $0.stamp.by == rating.stamp.by }) else {
                throw StoreFailure.notFound
            }
        } else if ratings.standing.contains(where: { $0.isSame(as: rating) }) {
            return
        }
        try insert(rating)
        try listDues(of: goal, lastReview: (ratings + [rating]).standing.last?.on, care: permit.facts.care)
    }
}

extension Rating {
    fileprivate func isSame(as other: Rating) -> Bool {
        stamp.by == other.stamp.by && on == other.on && level == other.level && value == other.value
            && words == other.words && discipline == other.discipline
    }
}
