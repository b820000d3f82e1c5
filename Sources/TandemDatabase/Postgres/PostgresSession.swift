import CPostgres

/// PostgreSQL's side of a body: a connection that comes back by itself, its prepared statements, and its transaction.
///
/// `BEGIN` and savepoints are not worth a journey of their own: they wait in `ahead` and go out with the next statement.
final class PostgresSession: WritingConnection {
    let engine = Engine.postgres
    var notes: [any Sendable] = []
    var failure: DatabaseFailure?
    var trouble: Trouble?

    private struct Prepared {
        let name: String
        var columns: PostgresColumns?
    }

    private static let mostStatements = 1_000
    private static let savepoint = "SAVEPOINT body"
    private static let release = "RELEASE body"

    private let address: PostgresAddress
    private var wire: PostgresWire?
    private var statements: [String: Prepared] = [:]
    private var ahead: [String] = []
    private var hasBegun = false

    init(_ address: PostgresAddress) { self.address = address }

    func rows(_ sql: String, _ values: [SQLValue]) throws(DatabaseFailure) -> [Row] {
        let answer = try run(sql, values)
        if let columns = statements[sql]?.columns { return answer.rows(columns) }
        let columns = answer.columns
        statements[sql]?.columns = columns
        return answer.rows(columns)
    }

    @discardableResult func execute(_ sql: String, _ values: [SQLValue]) throws(DatabaseFailure) -> Int {
        try run(sql, values).changes
    }

    func script(_ sql: String) throws(DatabaseFailure) {
        let wire = try connected()
        let text = (ahead + [sql]).joined(separator: ";\n")
        takeAhead()
        let answer = try wire.script(text)
        if answer.isFailure { throw failed(PostgresReport(answer)) }
    }

    // MARK: Transactions

    var isInTransaction: Bool { hasBegun || !ahead.isEmpty }

    func begin() { ahead = ["BEGIN"] }

    /// For reads: one snapshot, however many statements follow.
    func beginReading() { ahead = ["BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"] }

    func commit() throws(DatabaseFailure) {
        guard hasBegun, let wire else { return ahead = [] }
        hasBegun = false
        for command in ahead { wire.send(command) }
        ahead = []
        wire.send("COMMIT")
        let answers = wire.finish()
        guard !wire.isBroken, let answer = answers.last else {
            disconnect()
            throw .unavailable("the connection broke while committing; whether the change was saved is not known.")
        }
        if let bad = answers.first(where: \.isFailure) {
            let report = PostgresReport(bad)
            if report.trouble == .clash { trouble = .clash } else if report.trouble == .lost { disconnect() }
            throw report.failure
        }
        guard answer.command == "COMMIT" else {
            throw .mismatch("PostgreSQL refused to commit a transaction that failed")
        }
    }

    /// Ends the transaction and forgets what it did; does not wait for the server.
    func rollback() {
        ahead = []
        guard hasBegun, let wire else { return }
        hasBegun = false
        wire.send("ROLLBACK")
        wire.push()
    }

    func openSavepoint() { ahead.append(Self.savepoint) }

    func releaseSavepoint() {
        if ahead.last == Self.savepoint { ahead.removeLast() } else { ahead.append(Self.release) }
    }

    func rollbackToSavepoint() {
        if ahead.last == Self.savepoint { ahead.removeLast() } else { ahead += ["ROLLBACK TO body", Self.release] }
    }

    // MARK: Statements

    private func run(_ sql: String, _ values: [SQLValue]) throws(DatabaseFailure) -> PostgresAnswer {
        let wire = try connected()
        let parameters: PostgresParameters
        do { parameters = try PostgresParameters(values) } catch { throw failed(error) }
        if statements.count >= Self.mostStatements, statements[sql] == nil {
            statements = [:]
            ahead.append("DEALLOCATE ALL")
        }
        let first = ahead.count
        for command in ahead { wire.send(command) }
        takeAhead()
        let known = statements[sql]
        let name = known?.name ?? "s\(statements.count)"
        if known == nil { wire.prepare(sql, as: name) }
        wire.execute(name, parameters)

        let answers = wire.finish()
        if known == nil, answers.indices.contains(first), !answers[first].isFailure {
            statements[sql] = Prepared(name: name)
        }
        if let bad = answers.first(where: \.isFailure) { throw failed(PostgresReport(bad)) }
        guard let answer = answers.last, !wire.isBroken else { throw failed(nil) }
        return answer
    }

    private func connected() throws(DatabaseFailure) -> PostgresWire {
        if let wire, !wire.isBroken { return wire }
        guard !hasBegun else { throw failed(nil) }
        disconnect()
        do {
            let wire = try PostgresWire(address)
            self.wire = wire
            return wire
        } catch {
            throw failed(error)
        }
    }

    /// What waited has been sent, and a transaction with it.
    private func takeAhead() {
        if !ahead.isEmpty { hasBegun = true }
        ahead = []
    }

    private func failed(_ report: PostgresReport?) -> DatabaseFailure {
        let isBroken = wire?.isBroken ?? true
        let lost = DatabaseFailure.unavailable("the connection to PostgreSQL broke.")
        trouble = isBroken ? .lost : report?.trouble
        if trouble == .lost { disconnect() }
        return failed(isBroken ? lost : report?.failure ?? lost)
    }

    /// Lets go of the connection; the next transaction makes a new one.
    private func disconnect() {
        wire = nil
        statements = [:]
        hasBegun = false
    }
}
