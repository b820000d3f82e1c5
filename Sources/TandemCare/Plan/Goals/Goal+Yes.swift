/// A goal takes two: who proposes it has said yes by that, and the other side answers.
extension Goal {
    package enum Side: String, Sendable, Hashable, Codable {
        case family, therapists

        package var other: Side { self == .family ? .therapists : .family }
    }

    /// Who proposed it.
    package var proposer: Side { statuses.first?.side ?? .therapists }

    /// Whose yes a proposed goal waits for.
    package var awaited: Side? { status == .proposed ? proposer.other : nil }

    /// Whether this side's yes is the one that is missing for the goal to be worked on.
    ///
    /// - Parameter familyCanAnswer: somebody who decides for the child can sign in. Where nobody can, a therapist writes down what
    ///   the family said.
    package func mayActivate(_ side: Side, familyCanAnswer: Bool) -> Bool {
        guard status.mayBecome(.active), let last = statuses.last else { return false }
        let speaksForFamily = side == .therapists && !familyCanAnswer
        switch last.status {
        case .proposed: return side != proposer || speaksForFamily
        case .met: return side == .therapists
        case .setAside:
            // A no is taken back by the side that said it, once the other has said yes before.
            guard side == last.side || speaksForFamily else { return false }
            return statuses.contains { $0.status == .active } || proposer != side || speaksForFamily
        case .active: return false
        }
    }
}
