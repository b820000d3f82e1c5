package import TandemCare
package import TandemDatabase

/// The circle of a practice. Whoever calls has asked the gate of the practice (`change(in:_:by:)`).
extension Transaction {
    @discardableResult package func add(_ partner: Partner) throws -> Versioned<Partner> {
        try check(partner)
        return try insert(partner)
    }

    /// - Parameter version: the version that the writer read.
    @discardableResult
    package func change(_ partner: Partner, version: Int) throws -> Versioned<Partner> {
        _ = try connection.partner(partner.id, of: partner.practice)
        try check(partner)
        return try replace(partner, version: version)
    }

    /// Takes a partner out of the lists, or brings one back. What was sent to it stays.
    package func setArchived(_ id: ID<Partner>, of practice: ID<Practice>, _ isArchived: Bool) throws {
        _ = try connection.partner(id, of: practice)
        try update(id) { $0.archivedAt = isArchived ? $0.archivedAt ?? now : nil }
    }

    /// A partner that is a practice in Tandem is another one, and is there.
    private func check(_ partner: Partner) throws {
        guard let practice = partner.inTandem else { return }
        guard practice != partner.practice, let found = try connection.record(practice), found.value.archivedAt == nil
        else { throw StoreFailure.notFound }
    }
}

extension Connection {
    /// The partners of a practice, those it trusts first, then by name.
    package func partners(of practice: ID<Practice>, archived: Bool = false) throws -> [Versioned<Partner>] {
        try records(
            Partner.self,
            where: """
                practice = $1 AND archived_at IS \(archived ? "NOT NULL" : "NULL") ORDER BY is_trusted DESC, name, id
                """,
            [.text(practice.text)]
        )
    }

    /// One partner of a practice.
    /// - Throws: `StoreFailure.notFound` for one of another practice.
    package func partner(_ id: ID<Partner>, of practice: ID<Practice>) throws -> Versioned<Partner> {
        guard let partner = try record(id), partner.value.practice == practice else { throw StoreFailure.notFound }
        return partner
    }

    /// How long the steps of what a practice sends may take.
    package func referralClock(of practice: ID<Practice>) throws -> Versioned<ReferralClock>? {
        try record(practice.of(ReferralClock.self))
    }
}

extension Transaction {
    /// Holds for steps from now on; what runs already keeps its days.
    package func setReferralClock(_ clock: ReferralClock, version: Int) throws {
        if version == 0 { try insert(clock) } else { try replace(clock, version: version) }
    }
}
