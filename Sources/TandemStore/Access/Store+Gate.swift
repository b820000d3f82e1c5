package import TandemCare
package import TandemDatabase

/// The gate in front of every child's record and every practice.
extension Store {
    /// Looks at a child's record: decides, reads on the same snapshot, and leaves a line that somebody has looked.
    /// - Throws: `StoreFailure.notFound` for a child that is not there and for one that is not this person's to see alike.
    package func look<Value: Sendable>(
        at child: ID<Child>,
        _ action: ChildAction,
        by who: Requester,
        _ body: @escaping @Sendable (any Connection, Permit) throws -> Value
    ) async throws -> Value {
        let now = effects.now()
        let (value, permit) = try await database.read { [self] connection in
            let permit = try grant(action, by: who, on: child, in: connection, at: now)
            return (try body(connection, permit), permit)
        }
        try gather(permit)
        return value
    }

    /// As `look`, for whoever carries the token: who it is, whether they may, and what there is are one reading.
    ///
    /// - Parameter child: `nil` for an address that names none; it looks like a child that is not there.
    /// - Returns: `nil` where nobody has signed in with this token.
    package func look<Value: Sendable>(
        at child: ID<Child>?,
        _ action: ChildAction,
        with token: Token,
        _ body: @escaping @Sendable (any Connection, Permit) throws -> Value
    ) async throws -> (session: Session, value: Value)? {
        let found = try await session(token) { [self] connection, session, now -> (Permit, Value)? in
            guard session.missing == nil else { return nil }
            guard let child else { throw StoreFailure.notFound }
            let permit = try grant(action, by: session.requester, on: child, in: connection, at: now)
            return (permit, try body(connection, permit))
        }
        guard let (session, looked) = found, let (permit, value) = looked else { return nil }
        try gather(permit)
        return (session, value)
    }

    /// The line that somebody has looked.
    private func gather(_ permit: Permit) throws(StoreFailure) {
        try trail.gather(
            AuditLine(
                at: permit.now,
                account: permit.who.account,
                practice: permit.ground.practice,
                child: permit.child,
                verb: .looked,
                kind: permit.action.rawValue,
                subject: permit.child.text,
                ground: permit.ground.word
            )
        )
    }

    /// Changes a child's record: decides in the transaction that writes.
    @discardableResult package func change<Value: Sendable>(
        _ child: ID<Child>,
        _ action: ChildAction,
        by who: Requester,
        _ body: @escaping @Sendable (Transaction, Permit) throws -> Value
    ) async throws -> Value {
        try await database.write { [self] connection in
            let permit = try grant(action, by: who, on: child, in: connection, at: effects.now())
            return try body(transaction(connection, .person(who.account, on: permit.ground)), permit)
        }
    }

    /// Reads something of a practice.
    package func look<Value: Sendable>(
        in practice: ID<Practice>,
        _ action: PracticeAction,
        by who: Requester,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        guard access.decide(action, by: who, in: practice, at: effects.now()) else { throw StoreFailure.notFound }
        return try await database.read { try body($0) }
    }

    /// Changes something of a practice.
    @discardableResult package func change<Value: Sendable>(
        in practice: ID<Practice>,
        _ action: PracticeAction,
        by who: Requester,
        _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        guard access.decide(action, by: who, in: practice, at: effects.now()) else { throw StoreFailure.notFound }
        return try await database.write { [self] connection in
            try body(transaction(connection, .person(who.account, in: practice)))
        }
    }

    /// Changes two records of one child at once: the person must be allowed the same with both.
    package func change<Value: Sendable>(
        _ child: ID<Child>,
        and other: ID<Child>,
        _ action: ChildAction,
        by who: Requester,
        _ body: @escaping @Sendable (Transaction, Permit, Permit) throws -> Value
    ) async throws -> Value {
        try await database.write { [self] connection in
            let now = effects.now()
            let permit = try grant(action, by: who, on: child, in: connection, at: now)
            let otherPermit = try grant(action, by: who, on: other, in: connection, at: now)
            return try body(transaction(connection, .person(who.account, on: permit.ground)), permit, otherPermit)
        }
    }

    /// - Throws: `StoreFailure.moved` for a record that was joined into one that the person may do the same with.
    private func grant(
        _ action: ChildAction,
        by who: Requester,
        on child: ID<Child>,
        in connection: any Connection,
        at now: Instant
    ) throws -> Permit {
        if let permit = try permit(action, by: who, on: child, in: connection, at: now) { return permit }
        if let kept = try connection.kept(insteadOf: child),
            try permit(action, by: who, on: kept, in: connection, at: now) != nil
        {
            throw StoreFailure.moved(to: kept)
        }
        throw StoreFailure.notFound
    }

    private func permit(
        _ action: ChildAction,
        by who: Requester,
        on child: ID<Child>,
        in connection: any Connection,
        at now: Instant
    ) throws -> Permit? {
        let facts = try connection.facts(of: child)
        let standing = Standing(of: who, with: facts, at: now)
        guard case .allowed(let ground) = access.decide(action, standing: standing) else { return nil }
        return Permit(
            action: action,
            ground: ground,
            facts: facts,
            who: who,
            standing: standing,
            access: access,
            now: now
        )
    }
}
