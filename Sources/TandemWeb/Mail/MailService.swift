import ServiceLifecycle
package import Logging
import TandemCare
package import TandemStore

/// Sends what waits in the outbox, one letter after the other, for as long as the program runs. Any number of programs may do so
/// on one database. Told to end, it finishes the letter in its hands.
package struct MailService: ServiceLifecycle.Service {
    private let store: Store
    private let transport: any MailTransport
    private let logger: Logger
    private let pause: Duration

    /// - Parameter pause: how long to wait when nothing is due.
    package init(store: Store, transport: any MailTransport, logger: Logger, pause: Duration = .seconds(2)) {
        self.store = store
        self.transport = transport
        self.logger = logger
        self.pause = pause
    }

    package func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            if await sendNext() { continue }
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: pause) }
        }
    }

    /// Sends the next letter that is due.
    /// - Returns: whether there was one.
    package func sendNext() async -> Bool {
        do {
            let uncertain = try await store.markUncertainLetters()
            if uncertain > 0 {
                logger.warning("letters whose sender died are not sent again", metadata: ["count": "\(uncertain)"])
            }
            guard let letter = try await store.claimLetter() else { return false }
            let outcome = await transport.deliver(letter, at: store.effects.now())
            await settle(letter, outcome)
            return true
        } catch {
            logger.warning("the outbox cannot be read now", metadata: ["why": "\(type(of: error))"])
            return false
        }
    }

    /// Writes down how it went; tries for a while where the database is away. If it stays away the letter counts as uncertain.
    private func settle(_ letter: OutboxLetter, _ outcome: MailOutcome) async {
        for _ in 0..<30 {
            do {
                let state = try await store.settle(letter, outcome)
                log(letter, outcome, state)
                return
            } catch {
                try? await Task.sleep(for: .seconds(1))
            }
        }
        logger.error(
            "a letter went out, or not, and it could not be written down",
            metadata: ["letter": "\(letter.id.text)"]
        )
    }

    /// The letter by its id; never who it is for, or what it says.
    private func log(_ letter: OutboxLetter, _ outcome: MailOutcome, _ state: OutboxLetter.State?) {
        var metadata: Logger.Metadata = [
            "letter": "\(letter.id.text)", "attempts": "\(letter.attempts)", "state": "\(state?.rawValue ?? "lost")",
        ]
        switch outcome {
        case .sent: logger.info("letter sent", metadata: metadata)
        case .deferred(let why), .refused(let why), .uncertain(let why):
            metadata["why"] = "\(why)"
            logger.warning("letter not sent", metadata: metadata)
        }
    }
}
