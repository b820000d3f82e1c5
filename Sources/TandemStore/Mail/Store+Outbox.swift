import TandemCare
package import TandemDatabase

/// The outbox as those who send see it. A letter is claimed, sent, and marked; of any number of programs one gets the claim. A
/// letter is never sent twice: one whose sender died is marked uncertain and left.
extension Store {
    /// How long a sender may take. Longer than any transport waits.
    package static let sendingLease = Duration.minutes(10)
    /// How long to wait after each failed attempt; after the last one the letter is given up.
    package static let retryDelays: [Duration] = [
        .minutes(1), .minutes(5), .minutes(15), .hours(1), .hours(3), .hours(6), .hours(12),
    ]

    /// Takes the letter that has waited longest, to send it now; `nil` if none is due.
    package func claimLetter() async throws -> OutboxLetter? {
        try await database.write { [effects] connection in
            let now = effects.now()
            let row = try connection.row(
                """
                UPDATE outbox SET state = 'sending', attempts = attempts + 1, next_at = $2
                WHERE state = 'waiting' AND id = (
                    SELECT id FROM outbox WHERE state = 'waiting' AND next_at <= $1 ORDER BY next_at, id LIMIT 1
                )
                RETURNING id, recipient, subject, body, attempts, created_at, state
                """,
                [.integer(now.microseconds), .integer((now + Self.sendingLease).microseconds)]
            )
            return try row.flatMap(OutboxLetter.init)
        }
    }

    /// Marks how sending a claimed letter went. What the letter said is blanked once it is over with.
    /// - Returns: the letter's new state; `nil` if the lease had run out and somebody marked it uncertain.
    @discardableResult
    package func settle(_ letter: OutboxLetter, _ outcome: MailOutcome) async throws -> OutboxLetter.State? {
        let state: OutboxLetter.State
        var delay = Duration.zero
        switch outcome {
        case .sent: state = .sent
        case .refused: state = .failed
        case .uncertain: state = .uncertain
        case .deferred where letter.attempts > Self.retryDelays.count: state = .failed
        case .deferred:
            state = .waiting
            delay = Self.retryDelays[max(0, letter.attempts - 1)]
        }
        let nextAt = effects.now() + delay
        return try await database.write { connection in
            let changed = try connection.execute(
                """
                UPDATE outbox SET state = $2, next_at = $3, body = CASE WHEN $2 = 'waiting' THEN body ELSE '' END
                WHERE id = $1 AND state = 'sending' AND attempts = $4
                """,
                [
                    .text(letter.id.text), .text(state.rawValue), .integer(nextAt.microseconds),
                    .integer(Int64(letter.attempts)),
                ]
            )
            return changed == 1 ? state : nil
        }
    }

    /// Marks the letters whose sender died. They are not sent again.
    /// - Returns: how many.
    @discardableResult package func markUncertainLetters() async throws -> Int {
        try await database.write { [effects] connection in
            try connection.execute(
                "UPDATE outbox SET state = 'uncertain', body = '' WHERE state = 'sending' AND next_at <= $1",
                [.integer(effects.now().microseconds)]
            )
        }
    }

    /// The letters that have not gone out, oldest first; for the page that shows them while Tandem is tried out.
    package func waitingLetters(atMost count: Int = 100) async throws -> [OutboxLetter] {
        try await database.read { connection in
            try connection.rows(
                """
                SELECT id, recipient, subject, body, attempts, created_at, state FROM outbox
                WHERE state IN ('waiting', 'sending') ORDER BY created_at, id LIMIT $1
                """,
                [.integer(Int64(count))]
            ).compactMap(OutboxLetter.init)
        }
    }

    package func outboxSummary() async throws -> OutboxSummary { try await database.read { try $0.outboxSummary() } }
}

extension Connection {
    package func outboxSummary() throws -> OutboxSummary {
        var counts: [OutboxLetter.State: Int] = [:]
        for row in try rows("SELECT state, COUNT(*) AS count FROM outbox GROUP BY state") {
            guard let state = OutboxLetter.State(rawValue: try row.text("state")) else { continue }
            counts[state] = Int(try row.integer("count"))
        }
        let oldest = try row("SELECT MIN(created_at) AS oldest FROM outbox WHERE state = 'waiting'")
        return OutboxSummary(
            counts: counts,
            oldestWaiting: try oldest?.optionalInteger("oldest").map(Instant.init(microseconds:))
        )
    }
}

extension OutboxLetter {
    fileprivate init?(_ row: Row) throws {
        guard let id = ID<Mail>(try row.text("id")), let state = State(rawValue: try row.text("state")) else {
            return nil
        }
        self.id = id
        self.state = state
        mail = Mail(to: try row.text("recipient"), subject: try row.text("subject"), body: try row.text("body"))
        attempts = Int(try row.integer("attempts"))
        createdAt = Instant(microseconds: try row.integer("created_at"))
    }
}
