package import TandemCare
package import TandemDatabase

/// Everything that is kept, and the only way to it. SQL lives in this module and nowhere else.
///
/// Looking at or changing a child's record goes through `look` and `change`, which decide (`Access`), leave the audit line and
/// hand over a `Permit`; there is no other way to one.
package struct Store: Sendable {
    package let database: any Database
    package let effects: Effects
    package let access: Access
    package let trail: AuditTrail

    /// - Parameters:
    ///   - database: opened with `trail.closing`, its schema up to date.
    package init(database: any Database, effects: Effects, access: Access, trail: AuditTrail) {
        self.database = database
        self.effects = effects
        self.access = access
        self.trail = trail
    }

    /// Changes something in the name of somebody, where no child's record is touched.
    @discardableResult package func change<Value: Sendable>(
        by actor: Actor,
        _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try await database.write { [self] connection in try body(transaction(connection, actor)) }
    }

    /// One row, read as any page reads one; what `make bench` holds the pages against.
    package func oneRow() async throws -> String {
        try await database.read { try $0.row("SELECT body FROM practice ORDER BY id LIMIT 1")?.text("body") ?? "" }
    }

    func transaction(_ connection: any Connection, _ actor: Actor) -> Transaction {
        Transaction(connection: connection, effects: effects, now: effects.now(), actor: actor)
    }
}
