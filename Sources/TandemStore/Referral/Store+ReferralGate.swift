package import TandemCare
package import TandemDatabase

/// Proof that somebody may see or work on one referral now: of the practice that sent it, or of the one it went to. The sender's
/// side sees it from the draft on, the other one from the sending on. It opens the referral with its package, and nothing else of
/// the child's record.
package struct ReferralPermit: Sendable {
    package let referral: Versioned<Referral>
    package let side: ReferralSide
    /// The practice on whose behalf.
    package let practice: ID<Practice>
    package let who: Requester
    package let now: Instant

    package var hand: ReferralHand { .person(who.account, side) }
    package var stamp: Stamp { Stamp(by: who.account, at: now) }
    package var child: ID<Child> { referral.value.child }
}

extension Store {
    /// Looks at a referral, and leaves a line that somebody has looked.
    /// - Throws: `StoreFailure.notFound` for one that is not there and for one of other practices alike.
    package func look<Value: Sendable>(
        at referral: ID<Referral>,
        in practice: ID<Practice>,
        by who: Requester,
        _ body: @escaping @Sendable (any Connection, ReferralPermit) throws -> Value
    ) async throws -> Value {
        let (value, permit) = try await database.read { [self] connection in
            let permit = try grant(.seeReferralBoard, referral, in: practice, by: who, connection)
            return (try body(connection, permit), permit)
        }
        try trail.gather(
            AuditLine(
                at: permit.now,
                account: who.account,
                practice: practice,
                child: permit.child,
                verb: .looked,
                kind: Referral.kind,
                subject: referral.text,
                ground: Actor.referralWord
            )
        )
        return value
    }

    /// Works on a referral: decides in the transaction that writes.
    @discardableResult package func change<Value: Sendable>(
        _ referral: ID<Referral>,
        in practice: ID<Practice>,
        by who: Requester,
        _ body: @escaping @Sendable (Transaction, ReferralPermit) throws -> Value
    ) async throws -> Value {
        try await database.write { [self] connection in
            let permit = try grant(.workReferrals, referral, in: practice, by: who, connection)
            return try body(transaction(connection, .person(who.account, onReferralIn: practice)), permit)
        }
    }

    private func grant(
        _ action: PracticeAction,
        _ id: ID<Referral>,
        in practice: ID<Practice>,
        by who: Requester,
        _ connection: any Connection
    ) throws -> ReferralPermit {
        let now = effects.now()
        guard access.decide(action, by: who, in: practice, at: now), let referral = try connection.record(id) else {
            throw StoreFailure.notFound
        }
        let value = referral.value
        let side: ReferralSide
        if value.from == practice {
            side = .sender
        } else if value.to.practice == practice, value.state != .draft {
            side = .recipient
        } else {
            throw StoreFailure.notFound
        }
        return ReferralPermit(referral: referral, side: side, practice: practice, who: who, now: now)
    }
}
