/// Who asks: a person who has signed in, and where they belong.
package struct Requester: Sendable, Hashable {
    package let account: ID<Account>
    /// All of the person's memberships; those that have ended count for nothing.
    package let memberships: [Membership]

    package init(account: ID<Account>, memberships: [Membership]) {
        self.account = account
        self.memberships = memberships
    }
}

/// What has to be known of a child to decide who may see it.
package struct ChildFacts: Sendable, Hashable {
    package let child: ID<Child>
    package let ties: [FamilyTie]
    package let care: [CareRelationship]
    package let consents: [Consent]

    package init(child: ID<Child>, ties: [FamilyTie], care: [CareRelationship], consents: [Consent]) {
        self.child = child
        self.ties = ties
        self.care = care
        self.consents = consents
    }
}

extension ChildFacts {
    /// The practice treats the child, and what it began on holds still.
    package func holds(_ care: CareRelationship, at now: Instant) -> Bool {
        guard care.isActive(at: now) else { return false }
        guard let consent = care.consent else { return true }
        return consents.contains { $0.id == consent && $0.isActive(at: now) }
    }
}

/// May they? The one function that says so. Everything it needs comes in; it knows no clock and no database.
package struct Access: Sendable {
    private let table: AccessTable

    package init(_ table: AccessTable) { self.table = table }

    /// May this person do this with this child's record, now?
    package func decide(_ action: ChildAction, by who: Requester, on facts: ChildFacts, at now: Instant) -> Decision {
        decide(action, standing: Standing(of: who, with: facts, at: now))
    }

    /// The strongest ground is named: family before care before consent.
    package func decide(_ action: ChildAction, standing: Standing) -> Decision {
        let rule = table.rule(action)
        var refusal = Refusal.stranger
        for tie in standing.ties {
            if tie.mayConsent ? rule.guardian : rule.family { return .allowed(.family(tie)) }
            refusal = .role
        }
        for (care, roles) in standing.care {
            if !rule.roles.isDisjoint(with: roles) { return .allowed(.care(care)) }
            refusal = .role
        }
        for (consent, isActive, roles) in standing.consents {
            guard isActive else {
                if refusal == .stranger { refusal = .consentEnded }
                continue
            }
            guard rule.consent.isMet(by: consent.scope) else {
                if refusal != .role { refusal = .scope }
                continue
            }
            if !rule.roles.isDisjoint(with: roles) { return .allowed(.consent(consent)) }
            refusal = .role
        }
        return .refused(refusal)
    }

    /// May this person do this in this practice, now?
    package func decide(
        _ action: PracticeAction,
        by who: Requester,
        in practice: ID<Practice>,
        at now: Instant
    ) -> Bool {
        let roles = table.roles(action)
        return who.memberships.contains {
            $0.practice == practice && $0.isActive(at: now) && !roles.isDisjoint(with: $0.roles)
        }
    }
}

extension AccessTable.ConsentNeeded {
    fileprivate func isMet(by scope: Set<Consent.Scope>) -> Bool {
        switch self {
        case .never: false
        case .any: !scope.isEmpty
        case .scope(let part): scope.contains(part)
        }
    }
}
