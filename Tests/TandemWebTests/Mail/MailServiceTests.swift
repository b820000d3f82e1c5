import Logging
import ServiceLifecycle
import Synchronization
import TandemCare
import TandemStore
import TandemTestSupport
import TandemWeb
import Testing

@Suite("The service that sends")
struct MailServiceTests {
    /// Takes letters, and does with them what the test says.
    private final class Transport: MailTransport {
        private let outcomes: Mutex<[MailOutcome]>
        private let taken = Mutex<[String]>([])

        init(_ outcomes: [MailOutcome]) { self.outcomes = Mutex(outcomes) }

        var recipients: [String] { taken.withLock { $0 } }

        func deliver(_ letter: OutboxLetter, at now: Instant) async -> MailOutcome {
            taken.withLock { $0.append(letter.mail.recipient) }
            return outcomes.withLock { $0.isEmpty ? .sent : $0.removeFirst() }
        }
    }

    private func post(_ names: [String], in store: Store) async throws {
        for name in names {
            try await store.change(by: .program) {
                try $0.send(Mail(to: "\(name)@example.org", subject: "S", body: "B"))
            }
        }
    }

    private func service(_ store: Store, _ transport: Transport) -> MailService {
        MailService(store: store, transport: transport, logger: Logger(label: "test"), pause: .milliseconds(5))
    }

    @Test("Everything that waits goes out once; what is deferred waits for its time")
    func sends() async throws {
        let clock = TestClock()
        try await TestStore.with(clock: clock) { store in
            let transport = Transport([.deferred("451"), .sent, .refused("550"), .uncertain("gone")])
            let service = service(store, transport)
            try await post(["a", "b", "c", "d"], in: store)
            while await service.sendNext() {}
            #expect(transport.recipients.count == 4)
            let counts = try await store.outboxSummary().counts
            #expect(counts == [.waiting: 1, .sent: 1, .failed: 1, .uncertain: 1])
            clock.advance(by: .minutes(1))
            while await service.sendNext() {}
            #expect(transport.recipients.count == 5)
            #expect(try await store.outboxSummary().counts == [.sent: 2, .failed: 1, .uncertain: 1])
        }
    }

    @Test("It runs until it is told to end, and then ends at once")
    func runs() async throws {
        try await TestStore.with { store in
            let transport = Transport([])
            let group = ServiceGroup(services: [service(store, transport)], logger: Logger(label: "test"))
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try await group.run() }
                try await post(["a", "b"], in: store)
                while try await store.outboxSummary().counts[.sent] != 2 {
                    try await Task.sleep(for: .milliseconds(20))
                }
                await group.triggerGracefulShutdown()
                try await tasks.waitForAll()
            }
            #expect(Set(transport.recipients) == ["a@example.org", "b@example.org"])
        }
    }
}
