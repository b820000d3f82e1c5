import TandemCare

/// Everybody who might ask about Maya.
enum Persona: Sendable, Hashable {
    case mother, father, aunt, formerStepfather, strangeParent
    case therapist, frontDesk, administrator, therapistWhoLeft, strangeTherapist
    /// A therapist or front desk of a practice with the family's consent to one part.
    case partner(Consent.Scope), partnerFrontDesk(Consent.Scope)
    case partnerWithdrawn, partnerEnded

    var account: ID<Account> { CareFixture.id(seed) }

    private var seed: UInt8 {
        switch self {
        case .mother: 101
        case .father: 102
        case .aunt: 103
        case .formerStepfather: 104
        case .strangeParent: 105
        case .therapist: 106
        case .frontDesk: 107
        case .administrator: 108
        case .therapistWhoLeft: 109
        case .strangeTherapist: 110
        case .partner(let scope): 120 + UInt8(scope.rawValue.count)
        case .partnerFrontDesk(let scope): 140 + UInt8(scope.rawValue.count)
        case .partnerWithdrawn: 160
        case .partnerEnded: 161
        }
    }

    var requester: Requester { Requester(account: account, memberships: membership.map { [$0] } ?? []) }

    private var membership: Membership? {
        switch self {
        case .mother, .father, .aunt, .formerStepfather, .strangeParent: nil
        case .therapist: member(of: CareFixture.practice, [.physicalTherapist])
        case .frontDesk: member(of: CareFixture.practice, [.frontDesk])
        case .administrator: member(of: CareFixture.practice, [.administrator])
        case .therapistWhoLeft: member(of: CareFixture.practice, [.occupationalTherapist], ended: true)
        case .strangeTherapist: member(of: CareFixture.id(99), [.physicalTherapist, .administrator, .frontDesk])
        case .partner(let scope): member(of: partner(scope), [.occupationalTherapist])
        case .partnerFrontDesk(let scope): member(of: partner(scope), [.frontDesk])
        case .partnerWithdrawn: member(of: CareFixture.id(32), [.occupationalTherapist])
        case .partnerEnded: member(of: CareFixture.id(33), [.occupationalTherapist])
        }
    }

    private func partner(_ scope: Consent.Scope) -> ID<Practice> {
        switch scope {
        case .contact: CareFixture.id(34)
        case .plan: CareFixture.id(35)
        case .notes: CareFixture.id(36)
        }
    }

    private func member(of practice: ID<Practice>, _ roles: Set<Role>, ended: Bool = false) -> Membership {
        var membership = Membership(
            id: CareFixture.id(seed),
            account: account,
            practice: practice,
            roles: roles,
            since: CareFixture.now - .days(300)
        )
        if ended { membership.endedAt = CareFixture.now - .days(2) }
        return membership
    }
}
