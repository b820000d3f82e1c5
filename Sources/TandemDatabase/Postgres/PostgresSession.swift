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

    /// What an answer that is still to come belongs to.
    private enum Sent {
        case command
        case preparing(String)
        case statement
    }

    private static let mostUnderWay = 500
    private static let mostStatements = 1_000
    private static let savepoint = "SAVEPOINT body"
    private static let release = "RELEASE body"

    private let address: PostgresAddress
    private var wire: PostgresWire?
    private var statements: [String: Prepared] = [:]
    private var names = 0
    private var ahead: [String] = []
    private var underWay: [Sent] = []
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

    func send(_ sql: String, _ values: [SQLValue]) throws(DatabaseFailure) {
        try post(sql, values)
        if underWay.count >= Self.mostUnderWay { try settle() }
    }

    func script(_ sql: String) throws(DatabaseFailure) {
        try settle()
        let wire = try connected()
        let text = (ahead + [sql]).joined(separator: ";\n")
        if !ahead.isEmpty { hasBegun = true }
        ahead = []
        let answer = try wire.script(text)
        if answer.isFailure { throw failed(PostgresReport(answer)) }
    }

    // MARK: Transactions

    var isInTransaction: Bool { hasBegun || !ahead.isEmpty }

    func begin() { begin("BEGIN") }

    /// For reads: one snapshot, however many statements follow.
    func beginReading() { begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY") }

    private func begin(_ command: String) {
        ahead = [command]
        wire?.listen()
    }

    func commit() throws(DatabaseFailure) {
        guard hasBegun, let wire else { return ahead = [] }
        sendAhead(wire)
        wire.send("COMMIT")
        underWay.append(.command)
        let answers = takeAnswers(wire)
        guard let answers, let answer = answers.last else {
            disconnect()
            throw .unavailable("the connection broke while committing; whether the change was saved is not known.")
        }
        // Where a statement has failed, the server skips the commit.
        if let bad = answers.dropLast().first(where: \.isFailure) { throw failed(PostgresReport(bad)) }
        hasBegun = false
        if answer.isFailure {
            let report = PostgresReport(answer)
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
        forgetUnprepared(after: [])
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
        try post(sql, values)
        guard let answer = try settleAnswers() else { throw failed(nil) }
        return answer
    }

    /// Sends a statement, with what waits ahead of it, without waiting for the answer.
    private func post(_ sql: String, _ values: [SQLValue]) throws(DatabaseFailure) {
        let parameters: PostgresParameters
        do { parameters = try PostgresParameters(values) } catch { throw failed(error) }
        let wire = try connected()
        if statements.count >= Self.mostStatements, statements[sql] == nil {
            statements = [:]
            ahead.append("DEALLOCATE ALL")
        }
        sendAhead(wire)
        let name: String
        if let known = statements[sql] {
            name = known.name
        } else {
            names += 1
            name = "s\(names)"
            statements[sql] = Prepared(name: name)
            wire.prepare(sql, as: name)
            underWay.append(.preparing(sql))
        }
        wire.execute(name, parameters)
        underWay.append(.statement)
    }

    func settle() throws(DatabaseFailure) { _ = try settleAnswers() }

    /// - Returns: the answer to the last statement, if any was under way.
    private func settleAnswers() throws(DatabaseFailure) -> PostgresAnswer? {
        guard !underWay.isEmpty, let wire else { return nil }
        guard let answers = takeAnswers(wire) else { throw failed(nil) }
        if let bad = answers.first(where: \.isFailure) { throw failed(PostgresReport(bad)) }
        return answers.last
    }

    /// - Returns: an answer to each command under way; `nil` where the connection broke before.
    private func takeAnswers(_ wire: PostgresWire) -> [PostgresAnswer]? {
        let answers = wire.finish()
        let isWhole = answers.count == underWay.count && !wire.isBroken
        forgetUnprepared(after: answers)
        return isWhole ? answers : nil
    }

    /// Statements that the server was asked to prepare, and did not.
    private func forgetUnprepared(after answers: [PostgresAnswer]) {
        for (place, sent) in underWay.enumerated() {
            guard case .preparing(let sql) = sent else { continue }
            if !answers.indices.contains(place) || answers[place].isFailure { statements[sql] = nil }
        }
        underWay = []
    }

    private func sendAhead(_ wire: PostgresWire) {
        guard !ahead.isEmpty else { return }
        for command in ahead {
            wire.send(command)
            underWay.append(.command)
        }
        ahead = []
        hasBegun = true
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
        underWay = []
        hasBegun = false
    }
}
