package import TandemCare
import TandemCatalog
import TandemDatabase

/// Moving a referral on, and telling the other side in the same commit.
extension Transaction {
    /// Makes a move of the table.
    ///
    /// - Parameter version: the version that the person saw: of two who act at once one wins, and the other sees what happened.
    /// - Throws: `ReferralFault` where the rules say no, `StoreFailure.conflict` where somebody has acted since.
    @discardableResult
    package func act(
        _ act: ReferralAct,
        _ permit: ReferralPermit,
        version: Int,
        _ rules: ReferralRules
    ) throws -> Versioned<Referral> {
        try permit.stands(version)
        let referral = try move(permit.referral, act, by: permit.hand, rules)
        if act.event == .accept {
            try makeTeam(referral.value, permit.practice, by: permit.who, rules.letters)
        }
        return referral
    }

    /// One move of either hand: a person's, or the link's.
    func move(
        _ standing: Versioned<Referral>,
        _ act: ReferralAct,
        by hand: ReferralHand,
        _ rules: ReferralRules
    ) throws -> Versioned<Referral> {
        var referral = standing.value
        try referral.apply(act, by: hand, table: rules.table, clock: try clock(of: referral.from), at: now)
        let written = try replace(referral, version: standing.version)
        try tellOtherSide(of: hand.side, referral, rules.letters)
        if act.event == .accept || act.event.setsVisit || act.event == .outcome {
            let facts = try connection.facts(of: try current(referral.child))
            try tellGuardians(facts, rules.letters.family(facts.child))
        }
        return written
    }

    /// The recipient has reached the family.
    package func noteContact(_ permit: ReferralPermit, version: Int) throws {
        try permit.stands(version)
        var referral = permit.referral.value
        try referral.noteContact(by: permit.hand, at: now)
        try replace(referral, version: version)
    }

    /// Puts a draft away, or lets go of what stays silent.
    package func end(_ permit: ReferralPermit, version: Int, _ reason: LostReason, note: String) throws {
        guard permit.side == .sender else { throw StoreFailure.notFound }
        try permit.stands(version)
        var referral = permit.referral.value
        try referral.end(reason, note: note, by: permit.stamp)
        try replace(referral, version: version)
    }

    /// A line to the other side.
    package func write(_ text: String, _ permit: ReferralPermit, _ letters: ReferralLetters) throws {
        guard permit.referral.value.state != .draft else { throw StoreFailure.notFound }
        try write(text, permit.referral.value, by: permit.hand, letters)
    }

    func write(_ text: String, _ referral: Referral, by hand: ReferralHand, _ letters: ReferralLetters) throws {
        let message = try ReferralMessage(
            id: effects.id(),
            child: referral.child,
            referral: referral.id,
            hand: hand,
            text: text,
            at: now
        )
        // Pressed twice is written once.
        let last = try connection.messages(of: referral.id).last
        if let last, last.hand == hand, last.text == message.text { return }
        try insert(message)
        try tellOtherSide(of: hand.side, referral, letters)
    }

    /// The sender hears at the person who sent it, or at the front desk once that person has left; a practice that is asked hears at
    /// its front desk, or where there is none at its therapists. A partner without an account gets letters with a link only.
    private func tellOtherSide(of side: ReferralSide, _ referral: Referral, _ letters: ReferralLetters) throws {
        guard let practice = side == .recipient ? referral.from : referral.to.practice else { return }
        let people = try connection.people(of: practice)
        var told = side == .recipient ? people.filter { $0.account == referral.created.by } : []
        if told.isEmpty { told = people.filter { $0.membership.value.roles.contains(.frontDesk) } }
        if told.isEmpty {
            told = people.filter { $0.membership.value.roles.contains { $0.discipline == referral.discipline } }
        }
        if told.isEmpty { told = people.filter(\.isTherapist) }
        let letter = letters.practice(practice, referral.id)
        for person in told { try send(Mail(to: person.email, letter)) }
    }

    /// Accepting makes the care team: what the family agreed to becomes a consent for the practice, and with the whole record
    /// shared, care begins on it.
    private func makeTeam(
        _ referral: Referral,
        _ practice: ID<Practice>,
        by who: Requester,
        _ letters: ReferralLetters
    ) throws {
        guard let given = referral.consent.given, let household = given.household else {
            throw ReferralFault.noConsent
        }
        let facts = try connection.facts(of: try current(referral.child))
        guard !facts.care.contains(where: { $0.practice == practice && facts.holds($0, at: now) }) else { return }
        let consent = Consent(
            id: effects.id(),
            child: facts.child,
            practice: practice,
            scope: given.scope,
            purpose: given.purpose,
            givenBy: given.stamp.by,
            household: household,
            givenAt: now,
            until: nil
        )
        try insert(consent)
        if given.scope == Set(Consent.Scope.allCases) {
            let isTherapist = who.memberships.contains {
                $0.practice == practice && $0.isActive(at: now) && $0.roles.contains(where: \.isClinician)
            }
            try beginCare(on: consent, facts, therapists: isTherapist ? [who.account] : [])
        }
        try relist(facts.child)
        try tellGuardians(facts, letters.access)
    }
}

extension ReferralConsent.Given {
    fileprivate var purpose: String {
        let purpose = "So that the practice can treat your child, as agreed with the referral"
        return way == .tandem ? purpose : "\(purpose) (\(name) said yes, \(way.rawValue))"
    }
}
