package import TandemCare
import TandemCatalog
import TandemDatabase

/// What moves a referral needs beside the referral itself.
package struct ReferralRules: Sendable {
    package let table: ReferralTable
    package let letters: ReferralLetters

    package init(table: ReferralTable, letters: ReferralLetters) {
        self.table = table
        self.letters = letters
    }
}

/// The letters that tell of a referral. They name nobody: there is something to read, and where.
package struct ReferralLetters: Sendable {
    /// To somebody of a practice.
    package let practice: @Sendable (ID<Practice>, ID<Referral>) -> Letter
    /// To a guardian, who is asked or told.
    package let family: @Sendable (ID<Child>) -> Letter
    /// To every guardian: a practice treats the child from now on.
    package let access: Letter

    package init(
        practice: @escaping @Sendable (ID<Practice>, ID<Referral>) -> Letter,
        family: @escaping @Sendable (ID<Child>) -> Letter,
        access: Letter
    ) {
        self.practice = practice
        self.family = family
        self.access = access
    }
}

/// Writing a referral before it is sent, by the side that sends it.
extension Transaction {
    /// A new draft.
    /// - Parameter permit: for `send referral`, on the ground of care.
    /// - Throws: `StoreFailure.notFound` for a recipient or a goal that is not theirs to name.
    @discardableResult
    package func begin(_ referral: Referral, _ permit: Permit) throws -> Versioned<Referral> {
        guard case .care(let care) = permit.ground, referral.from == care.practice, referral.child == permit.child
        else { throw StoreFailure.notFound }
        try check(referral)
        for goal in referral.goals { _ = try connection.part(goal, permit) }
        if let before = referral.continues {
            guard try connection.part(before, permit).value.from == care.practice else { throw StoreFailure.notFound }
        }
        return try insert(referral)
    }

    /// The next attempt after one that was declined or stayed silent: the same request and the same package, to somebody else.
    /// The family's yes goes along where it covers the next one.
    @discardableResult
    package func goOn(to next: ReferralRecipient, _ permit: ReferralPermit) throws -> Versioned<Referral> {
        let before = permit.referral.value
        guard permit.side == .sender, before.mayGoOn(at: now), next != before.to else {
            throw StoreFailure.refused("This referral is still under way.")
        }
        let isThere = try connection.records(
            Referral.self,
            where: "thread = $1 AND is_open = 1",
            [.text(before.thread.text)]
        ).contains { $0.value.continues == before.id }
        guard !isThere else { throw StoreFailure.refused("The next one is asked already.") }
        let clock = try clock(of: before.from)
        var referral = Referral(
            id: effects.id(),
            child: before.child,
            from: before.from,
            to: next,
            discipline: before.discipline,
            continues: before,
            request: before.request,
            goals: before.goals,
            package: before.package,
            order: before.order,
            created: Stamp(by: permit.who.account, at: now),
            clock: clock
        )
        try check(referral)
        if let given = before.consent.given, given.coversNext { try referral.agree(given) }
        return try insert(referral)
    }

    /// - Parameter version: the version that the writer read.
    @discardableResult
    package func edit(
        _ permit: ReferralPermit,
        version: Int,
        _ change: (inout Referral) throws -> Void
    ) throws -> Versioned<Referral> {
        guard permit.side == .sender else { throw StoreFailure.notFound }
        try permit.stands(version)
        var referral = permit.referral.value
        try change(&referral)
        return try replace(referral, version: version)
    }

    /// Another text of a draft. Where other than before is asked, or goes along, the family's yes no longer holds.
    ///
    /// - Parameters:
    ///   - version: the version that the writer read.
    ///   - permit: for `send referral`, on the ground of care.
    /// - Throws: `StoreFailure.notFound` for a draft of another practice and for a goal that is not theirs to name,
    ///   `ReferralFault.notFromHere` once it is sent or put away, `StoreFailure.conflict` where somebody has saved since.
    package func rewrite(
        _ id: ID<Referral>,
        version: Int,
        _ permit: Permit,
        _ change: (inout Referral) -> Void
    ) throws {
        let standing = try connection.ownReferral(id, permit)
        var referral = standing.value
        try referral.edit(change)
        guard standing.version == version else {
            throw StoreFailure.conflict(kind: Referral.kind, id: id.text, current: standing.version)
        }
        for goal in referral.goals { _ = try connection.part(goal, permit) }
        try replace(referral, version: version)
    }

    /// Asks the guardians in Tandem.
    package func askFamily(_ permit: ReferralPermit, version: Int, _ rules: ReferralRules) throws {
        let facts = try connection.facts(of: try current(permit.child))
        let guardians = facts.ties.filter { $0.mayConsent && $0.isActive(at: now) }
        guard !guardians.isEmpty else {
            throw StoreFailure.refused(
                "Nobody of the family signs in to Tandem yet. Ask them, and write down what they say."
            )
        }
        try edit(permit, version: version) { try $0.askFamily(by: permit.stamp) }
        try tellGuardians(facts, rules.letters.family(facts.child))
    }

    /// A recipient is another practice, or a partner of the practice that sends.
    private func check(_ referral: Referral) throws {
        switch referral.to {
        case .practice(let id):
            guard id != referral.from, let found = try connection.record(id), found.value.archivedAt == nil else {
                throw StoreFailure.notFound
            }
        case .partner(let id): _ = try connection.partner(id, of: referral.from)
        }
    }

    func clock(of practice: ID<Practice>) throws -> ReferralClock {
        try connection.referralClock(of: practice)?.value ?? ReferralClock(practice: practice)
    }

    /// The record that a child's is read under now.
    func current(_ child: ID<Child>) throws -> ID<Child> { try connection.kept(insteadOf: child) ?? child }
}

extension ReferralPermit {
    /// - Throws: `StoreFailure.conflict` where somebody has saved since.
    func stands(_ version: Int) throws(StoreFailure) {
        guard version == referral.version else {
            throw .conflict(kind: Referral.kind, id: referral.value.id.text, current: referral.version)
        }
    }
}
