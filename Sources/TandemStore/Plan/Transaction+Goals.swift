package import TandemCare
import TandemCatalog
import TandemDatabase

/// What came of changing the words of a goal.
package enum GoalSaved: Sendable {
    case saved
    /// Somebody else has changed the words since they were read; nothing was written. Theirs, and the version now.
    case conflict(theirs: GoalText, version: Int)
}

extension Transaction {
    /// Proposes a goal. Where it waits for the family's yes, every guardian gets a letter, once a day at most. The same words of the
    /// same person within a minute are one goal: the button was pressed twice.
    ///
    /// - Returns: the goal that stands now.
    @discardableResult
    package func propose(_ goal: Goal, _ permit: Permit, telling letter: Letter) throws -> ID<Goal> {
        let proposed = try connection.parts(Goal.self, permit, "AND status = 'proposed' ORDER BY id").map(\.value)
        if let twin = proposed.first(where: { $0.isTwin(of: goal, at: now) }) { return twin.id }
        if goal.awaited == .family {
            let isTold = proposed.contains {
                $0.awaited == .family && $0.statuses.last.map { $0.stamp.at > now - .days(1) } ?? false
            }
            if !isTold { try tellGuardians(permit.facts, letter) }
        }
        return try insert(goal).value.id
    }

    /// Changes the words of a goal. What others did to its parts meanwhile stands in nobody's way; other words do.
    ///
    /// - Parameters:
    ///   - version: the version that the writer read.
    ///   - change: puts what was typed into the words that stand now.
    package func edit(
        _ id: ID<Goal>,
        version: Int,
        _ permit: Permit,
        _ change: (inout GoalText) -> Void
    ) throws -> GoalSaved {
        var tries = 1
        while true {
            do {
                return try tryToEdit(id, version: version, permit, change)
            } catch StoreFailure.conflict where tries < 5 {
                // Another program has saved since it was read, just now; what it saved is read next.
                tries += 1
            }
        }
    }

    private func tryToEdit(
        _ id: ID<Goal>,
        version: Int,
        _ permit: Permit,
        _ change: (inout GoalText) -> Void
    ) throws -> GoalSaved {
        let current = try connection.part(id, permit)
        var typed = current.value.text
        change(&typed)
        guard typed != current.value.text else { return .saved }
        if current.version != version {
            guard let read = try connection.goal(id, version: version)?.text, read == current.value.text else {
                return .conflict(theirs: current.value.text, version: current.version)
            }
        }
        var goal = current.value
        goal.text = typed
        try replace(goal, version: current.version)
        return .saved
    }

    /// Moves a goal on: the yes of the other side, met, set aside, at work again; and what is due with it.
    ///
    /// - Parameter version: the version that the person read: nobody says yes to what they have not read.
    /// - Throws: `GoalFault`; `StoreFailure.conflict` where somebody has changed the goal since.
    package func move(_ id: ID<Goal>, to status: GoalStatus, version: Int, _ permit: Permit) throws {
        let current = try connection.part(id, permit)
        guard current.version == version else {
            throw StoreFailure.conflict(kind: Goal.kind, id: id.text, current: current.version)
        }
        var goal = current.value
        if status == .active, !goal.mayActivate(permit.side, familyCanAnswer: permit.familyCanAnswer) {
            throw GoalFault.notFromHere
        }
        try goal.become(status, by: permit.stamp, from: permit.side)
        try replace(goal, version: version)
        let ratings = try connection.parts(Rating.self, permit, "AND goal = $2 ORDER BY id", [.text(id.text)])
        try listDues(
            of: goal,
            lastReview: ratings.map(\.value).standing.last?.on,
            care: permit.facts.care
        )
    }
}

extension Goal {
    fileprivate func isTwin(of other: Goal, at now: Instant) -> Bool {
        guard let own = statuses.last?.stamp, let stamp = other.statuses.last?.stamp else { return false }
        return text == other.text && activity == other.activity && own.by == stamp.by && own.at > now - .minutes(1)
    }
}

extension Permit {
    package var side: Goal.Side { isFamily ? .family : .therapists }

    /// Somebody who decides for the child can sign in.
    package var familyCanAnswer: Bool { facts.ties.contains { $0.mayConsent && $0.isActive(at: now) } }
}

extension Connection {
    /// A goal as it was.
    func goal(_ id: ID<Goal>, version: Int) throws -> Goal? {
        try row(
            "SELECT body FROM history WHERE kind = 'goal' AND id = $1 AND version = $2",
            [.text(id.text), .integer(Int64(version))]
        ).map { try RecordJSON.decode(Goal.self, from: $0.text("body")) }
    }
}
