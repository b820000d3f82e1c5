package import TandemCare
import TandemCatalog

/// Consents are given and withdrawn by guardians, each household for itself.
extension Transaction {
    /// - Parameter letter: tells every guardian that somebody gained access.
    /// - Throws: `StoreFailure.refused` where the rules say no, `.notFound` for a practice that is not there.
    @discardableResult
    package func giveConsent(_ draft: ConsentDraft, _ permit: Permit, telling letter: Letter) throws -> Consent {
        guard case .family(let tie) = permit.ground else { throw StoreFailure.notFound }
        guard Consent.check(draft, today: effects.today()).isEmpty, let practice = draft.practice else {
            throw StoreFailure.refused("This consent is not complete.")
        }
        guard let found = try connection.record(practice), found.value.archivedAt == nil else {
            throw StoreFailure.notFound
        }
        let consent = Consent(
            id: effects.id(),
            child: permit.child,
            practice: practice,
            scope: draft.scope,
            purpose: draft.purpose.trimmed,
            givenBy: permit.who.account,
            household: tie.household,
            givenAt: now,
            until: draft.lastDay.map(Consent.end(ofLast:))
        )
        try insert(consent)
        try relist(permit.child)
        try tellGuardians(permit.facts, letter)
        return consent
    }

    /// At once. A household withdraws what it has given itself, nothing else.
    package func withdrawConsent(_ id: ID<Consent>, _ permit: Permit) throws {
        guard let consent = permit.facts.consents.first(where: { $0.id == id }), permit.mayWithdraw(consent) else {
            throw StoreFailure.notFound
        }
        guard consent.withdrawnAt == nil else { return }
        try update(id) { $0.withdrawnAt = now }
        try endCare(begunOn: id, permit.facts)
        try relist(consent.child)
    }

    /// Tells every guardian of a child that somebody gained access.
    func tellGuardians(_ facts: ChildFacts, _ letter: Letter) throws {
        let guardians = Set(facts.ties.filter { $0.mayConsent && $0.isActive(at: now) }.map(\.account))
        for account in guardians.sorted() { try tell(account, letter) }
    }
}

extension Permit {
    /// May this person take this consent back?
    package func mayWithdraw(_ consent: Consent) -> Bool {
        guard may(.giveConsent) else { return false }
        return facts.ties.contains {
            $0.account == who.account && $0.mayConsent && $0.isActive(at: now) && $0.household == consent.household
        }
    }
}
