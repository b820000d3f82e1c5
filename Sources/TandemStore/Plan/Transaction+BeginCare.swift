package import TandemCare

/// A practice that the family shares the whole record with takes the child on.
extension Transaction {
    /// The care begins on the family's consent and ends with it: withdrawn means at once.
    ///
    /// - Parameters:
    ///   - permit: on the ground of a consent.
    ///   - letter: tells every guardian that the practice treats the child from now on.
    /// - Throws: `StoreFailure.refused` where the family does not share contact, plan and notes.
    package func beginCare(_ permit: Permit, telling letter: Letter) throws {
        guard let practice = permit.ground.practice else { throw StoreFailure.notFound }
        guard !permit.facts.care.contains(where: { $0.practice == practice && permit.facts.holds($0, at: now) }) else {
            throw StoreFailure.refused("Your practice treats this child already.")
        }
        guard let consent = permit.consentForCare else {
            throw StoreFailure.refused(
                "To work on the plan you need to see all of it. Ask the family to share contact, plan and notes with you."
            )
        }
        try beginCare(
            on: consent,
            permit.facts,
            therapists: permit.disciplines.isEmpty ? [] : [permit.who.account]
        )
        try relist(permit.child)
        try tellGuardians(permit.facts, letter)
    }

    /// Writes that the practice of a consent treats the child; what had ended with an older consent stays ended.
    func beginCare(on consent: Consent, _ facts: ChildFacts, therapists: Set<ID<Account>>) throws {
        for ended in facts.care where ended.practice == consent.practice {
            try update(ended.id) { $0.endedAt = now }
        }
        try insert(
            CareRelationship(
                id: effects.id(),
                child: facts.child,
                practice: consent.practice,
                therapists: therapists,
                since: now,
                consent: consent.id
            )
        )
    }

    /// Ends every care that began on a consent.
    func endCare(begunOn consent: ID<Consent>, _ facts: ChildFacts) throws {
        for care in facts.care where care.consent == consent { try update(care.id) { $0.endedAt = now } }
    }
}

extension Permit {
    /// The consent that care may begin on: one that shares the whole record, and holds the longest.
    package var consentForCare: Consent? {
        guard let practice = ground.practice else { return nil }
        return facts.consents
            .filter { $0.practice == practice && $0.isActive(at: now) && $0.scope == Set(Consent.Scope.allCases) }
            .max { ($0.until ?? .never) < ($1.until ?? .never) }
    }
}
