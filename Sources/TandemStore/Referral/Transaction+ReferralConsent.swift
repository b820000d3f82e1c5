package import TandemCare
import TandemDatabase

/// The family's yes or no to a referral.
extension Transaction {
    /// A guardian says yes in Tandem; who wrote the referral hears of it and sends it.
    ///
    /// - Parameter permit: for `allow referral`.
    @discardableResult
    package func allow(
        _ id: ID<Referral>,
        version: Int,
        scope: Set<Consent.Scope>,
        coversNext: Bool,
        _ permit: Permit,
        _ rules: ReferralRules
    ) throws -> Versioned<Referral> {
        guard case .family(let tie) = permit.ground else { throw StoreFailure.notFound }
        let standing = try asked(id, version: version, permit)
        var referral = standing.value
        guard !scope.isEmpty else { throw StoreFailure.refused("Choose what they may see.") }
        let name = try connection.names(of: [permit.who.account])[permit.who.account] ?? ""
        try referral.agree(
            ReferralConsent.Given(
                way: .tandem,
                name: name,
                on: now,
                stamp: permit.stamp,
                household: tie.household,
                scope: scope,
                coversNext: coversNext
            )
        )
        let written = try replace(referral, version: standing.version)
        try tell(referral.created.by, rules.letters.practice(referral.from, referral.id))
        return written
    }

    /// A guardian says no; or takes a yes back while nobody has accepted.
    package func refuse(
        _ id: ID<Referral>,
        version: Int,
        reason: String,
        _ permit: Permit,
        _ rules: ReferralRules
    ) throws {
        guard case .family = permit.ground else { throw StoreFailure.notFound }
        let standing = try asked(id, version: version, permit)
        var referral = standing.value
        try referral.refuse(by: permit.stamp, reason: reason)
        try replace(referral, version: standing.version)
        try tell(referral.created.by, rules.letters.practice(referral.from, referral.id))
    }

    /// What a guardian said or signed, written down by the practice that asks.
    ///
    /// - Throws: `StoreFailure.refused` where the child has no home yet: a consent stands under one.
    package func writeDownConsent(
        _ way: ReferralConsent.Given.Way,
        name: String,
        scope: Set<Consent.Scope>,
        coversNext: Bool,
        _ permit: ReferralPermit,
        version: Int
    ) throws {
        let child = try current(permit.child)
        let row = try connection.row(
            """
            SELECT household FROM residence WHERE child = $1 AND ended_at IS NULL
            UNION SELECT household FROM family_tie WHERE child = $1 AND ended_at IS NULL ORDER BY household LIMIT 1
            """,
            [.text(child.text)]
        )
        guard let home = try row.flatMap({ ID<Household>(try $0.text("household")) }) else {
            throw StoreFailure.refused(
                "Write down a home of the child first: what a family agrees to stands under a home."
            )
        }
        try edit(permit, version: version) { referral in
            try referral.agree(
                ReferralConsent.Given(
                    way: way,
                    name: name.trimmed,
                    on: now,
                    stamp: permit.stamp,
                    household: home,
                    scope: scope,
                    coversNext: coversNext
                )
            )
        }
    }

    private func asked(_ id: ID<Referral>, version: Int, _ permit: Permit) throws -> Versioned<Referral> {
        let standing = try connection.part(id, permit)
        guard standing.value.isVisibleToFamily else { throw StoreFailure.notFound }
        guard standing.version == version else {
            throw StoreFailure.conflict(kind: Referral.kind, id: id.text, current: standing.version)
        }
        return standing
    }
}

extension Referral {
    /// Drafts are the practice's own until the family is asked.
    package var isVisibleToFamily: Bool {
        guard state == .draft else { return true }
        if case .none = consent { return false }
        return true
    }
}
