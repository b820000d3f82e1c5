/// How far a goal has come.
package enum GoalStatus: Sendable, Hashable, Codable {
    /// By a therapist or the family; the other side has not said yes yet.
    case proposed
    case active
    case met
    case setAside(reason: String)

    /// The word in a column that is searched.
    package var word: String {
        switch self {
        case .proposed: "proposed"
        case .active: "active"
        case .met: "met"
        case .setAside: "set aside"
        }
    }

    /// proposed → active; active → met; each of these → set aside; met or set aside → active again.
    package func mayBecome(_ next: GoalStatus) -> Bool {
        switch (self, next) {
        case (.proposed, .active), (.active, .met), (.met, .active), (.setAside, .active): true
        case (.proposed, .setAside), (.active, .setAside), (.met, .setAside): true
        default: false
        }
    }
}

/// When a goal came to a status, and by whom.
package struct StatusChange: Sendable, Hashable, Codable {
    package let status: GoalStatus
    package let stamp: Stamp
    /// Who said so.
    package let side: Goal.Side
}

package enum GoalFault: Error, Sendable, Hashable {
    /// From where the goal stands there is no way to that status.
    case notFromHere
    /// A goal is set aside for a reason that the family can read.
    case noReason
    /// More than a note for a reason.
    case tooLong
}

extension Goal {
    /// Moves the goal on.
    package mutating func become(
        _ next: GoalStatus,
        by stamp: Stamp,
        from side: Side = .therapists
    ) throws(GoalFault) {
        if case .setAside(let reason) = next {
            guard !reason.isBlank else { throw .noReason }
            guard reason.count <= TextLimit.note else { throw .tooLong }
        }
        guard status.mayBecome(next) else { throw .notFromHere }
        append(StatusChange(status: next, stamp: stamp, side: side))
    }
}
