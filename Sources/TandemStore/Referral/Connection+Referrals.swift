package import TandemCare
package import TandemDatabase

/// The names that stand on a referral's pages.
package struct ReferralNames: Sendable {
    package let practices: [ID<Practice>: Practice]
    package let partners: [ID<Partner>: Partner]
    package let people: [ID<Account>: String]

    package func recipient(_ referral: Referral) -> String {
        switch referral.to {
        case .practice(let id): practices[id]?.name ?? "A practice"
        case .partner(let id): partners[id]?.name ?? "A partner"
        }
    }

    package func sender(_ referral: Referral) -> String { practices[referral.from]?.name ?? "A practice" }

    /// Of the recipient, for the family to call; empty where none is known.
    package func phone(_ referral: Referral) -> String {
        switch referral.to {
        case .practice(let id): practices[id]?.phone ?? ""
        case .partner(let id): partners[id]?.phone ?? ""
        }
    }

    /// Of the practice that asks; empty where none is known.
    package func senderPhone(_ referral: Referral) -> String { practices[referral.from]?.phone ?? "" }

    package func name(_ account: ID<Account>) -> String { people[account] ?? "Somebody" }
}

/// One referral with all that its page shows.
package struct ReferralView: Sendable {
    package let referral: Versioned<Referral>
    package let child: Child
    package let names: ReferralNames
    package let messages: [ReferralMessage]
    /// All attempts of the same request, oldest first, this one among them.
    package let thread: [Referral]
}

extension Connection {
    /// In the order in which they were written.
    package func messages(of referral: ID<Referral>) throws -> [ReferralMessage] {
        try records(ReferralMessage.self, where: "referral = $1 ORDER BY id", [.text(referral.text)]).map(\.value)
    }

    package func view(_ permit: ReferralPermit) throws -> ReferralView {
        try view(permit.referral, isSender: permit.side == .sender)
    }

    /// As the family follows it.
    package func familyView(_ referral: Versioned<Referral>) throws -> ReferralView {
        try view(referral, isSender: false)
    }

    /// - Parameter isSender: the recipient sees no other attempts.
    func view(_ referral: Versioned<Referral>, isSender: Bool) throws -> ReferralView {
        let id = try kept(insteadOf: referral.value.child) ?? referral.value.child
        guard let child = try record(id)?.value else { throw StoreFailure.notFound }
        let thread =
            isSender
            ? try records(Referral.self, where: "thread = $1 ORDER BY id", [.text(referral.value.thread.text)]).map(
                \.value
            ) : [referral.value]
        let messages = try messages(of: referral.value.id)
        return ReferralView(
            referral: referral,
            child: child,
            names: try names(of: thread + [referral.value], messages),
            messages: messages,
            thread: thread
        )
    }

    /// A child's referrals, newest first: all for family, but drafts they were not asked about; for a practice what it sent, what was
    /// sent to it, and of the others what is under way.
    package func referrals(_ permit: Permit) throws -> [Versioned<Referral>] {
        try parts(Referral.self, permit, "ORDER BY id DESC").filter { referral in
            guard let practice = permit.ground.practice else { return referral.value.isVisibleToFamily }
            return referral.value.from == practice || referral.value.state != .draft
        }
    }

    /// A referral that the practice of a permit wrote.
    ///
    /// - Parameter permit: on the ground of care.
    /// - Throws: `StoreFailure.notFound` for one of others.
    package func ownReferral(_ id: ID<Referral>, _ permit: Permit) throws -> Versioned<Referral> {
        guard case .care(let care) = permit.ground else { throw StoreFailure.notFound }
        let referral = try part(id, permit)
        guard referral.value.from == care.practice else { throw StoreFailure.notFound }
        return referral
    }

    package func names(of referrals: [Referral], _ messages: [ReferralMessage] = []) throws -> ReferralNames {
        let practices = Set(referrals.flatMap { [$0.from, $0.to.practice].compactMap(\.self) })
        let partners = Set(referrals.compactMap(\.to.partner))
        var people = Set(referrals.map(\.created.by))
        for referral in referrals {
            people.formUnion(referral.steps.compactMap(\.hand.account))
            if let given = referral.consent.given { people.insert(given.stamp.by) }
            if let ended = referral.ended { people.insert(ended.stamp.by) }
        }
        people.formUnion(messages.compactMap(\.hand.account))
        return ReferralNames(
            practices: try byID(practices, of: Practice.self) { $0.id },
            partners: try byID(partners, of: Partner.self) { $0.id },
            people: try names(of: people)
        )
    }

    private func byID<Value: Record>(
        _ ids: Set<ID<Value>>,
        of _: Value.Type,
        _ id: (Value) -> ID<Value>
    ) throws -> [ID<Value>: Value] {
        let found = try gather(ids.map(\.text).sorted()) { list, values in
            try records(Value.self, where: "id IN (\(list))", values).map(\.value)
        }
        return Dictionary(found.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
    }
}
