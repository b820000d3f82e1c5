package import TandemCare

/// Proof that somebody may do one thing with one child's record now. Only the store makes one.
package struct Permit: Sendable {
    package let action: ChildAction
    package let ground: Ground
    package let facts: ChildFacts
    package let who: Requester

    init(action: ChildAction, ground: Ground, facts: ChildFacts, who: Requester) {
        self.action = action
        self.ground = ground
        self.facts = facts
        self.who = who
    }

    package var child: ID<Child> { facts.child }
}
