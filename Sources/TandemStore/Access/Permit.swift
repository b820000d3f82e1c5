package import TandemCare

/// Proof that somebody may do one thing with one child's record now. Only the store makes one.
package struct Permit: Sendable {
    package let action: ChildAction
    package let ground: Ground
    package let facts: ChildFacts
    package let who: Requester
    /// The moment for which it holds.
    package let now: Instant
    private let access: Access
    private let standing: Standing

    init(
        action: ChildAction,
        ground: Ground,
        facts: ChildFacts,
        who: Requester,
        standing: Standing,
        access: Access,
        now: Instant
    ) {
        self.action = action
        self.ground = ground
        self.facts = facts
        self.who = who
        self.standing = standing
        self.access = access
        self.now = now
    }

    package var child: ID<Child> { facts.child }

    /// On what ground the same person may do something else with the same record; `nil` if they may not.
    package func ground(for action: ChildAction) -> Ground? {
        guard case .allowed(let ground) = access.decide(action, standing: standing) else { return nil }
        return ground
    }

    package func may(_ action: ChildAction) -> Bool { ground(for: action) != nil }
}
