import Logging
import ServiceLifecycle
import Synchronization
import TandemStore

/// Keeps the audit trail while the server runs: gathered looks are written every quarter of a second, silent chains marked every
/// half minute.
final class TrailService: Service {
    private static let pause = Duration.milliseconds(250)
    /// Without looks the chain shows so often that its process lives.
    private static let heartbeat = Duration.seconds(10)
    private static let marking = Duration.seconds(30)

    private let open: OpenStore
    private let logger: Logger
    private let failing = Mutex(false)

    init(_ open: OpenStore, logger: Logger) {
        self.open = open
        self.logger = logger
    }

    /// Whether the last try to write was in vain.
    var isFailing: Bool { failing.withLock { $0 } }

    func run() async throws {
        await cancelWhenGracefulShutdown { await self.keep() }
    }

    private func keep() async {
        var lastWrite = ContinuousClock.now
        var lastMark = ContinuousClock.now - Self.marking
        while !Task.isCancelled {
            let now = ContinuousClock.now
            if isFailing || open.trail.waiting > 0 || now - lastWrite >= Self.heartbeat {
                await attempt { try await open.trail.flush(to: open.database) }
                lastWrite = now
            }
            // Where nobody could write, the others first get the time to show that they live.
            if isFailing { lastMark = now }
            if now - lastMark >= Self.marking {
                await attempt { try await markGaps() }
                lastMark = now
            }
            try? await Task.sleep(for: Self.pause)
        }
    }

    private func markGaps() async throws {
        let count = try await open.trail.markGaps(in: open.database)
        guard count > 0 else { return }
        logger.warning("another process ended without closing its trail; gap marked", metadata: ["chains": "\(count)"])
    }

    private func attempt(_ work: () async throws -> Void) async {
        do {
            try await work()
            if failing.withLock({ wasFailing in
                defer { wasFailing = false }; return wasFailing
            }) {
                logger.notice("the audit trail is written again")
            }
        } catch {
            guard
                !failing.withLock({ wasFailing in
                    defer { wasFailing = true }; return wasFailing
                })
            else { return }
            logger.error("the audit trail cannot be written; trying again", metadata: ["why": "\(error)"])
        }
    }
}
