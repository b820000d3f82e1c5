import Logging
import ServiceLifecycle
import TandemStore

/// Takes out, once an hour, what is over and of no use: old sessions, links, counts of tries, letters.
struct SweepService: Service {
    private static let pause = Duration.seconds(3600)

    private let open: OpenStore
    private let logger: Logger

    init(_ open: OpenStore, logger: Logger) {
        self.open = open
        self.logger = logger
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await Task.sleep(for: Self.pause) } catch { return }
                do {
                    try await open.store.sweep()
                } catch {
                    logger.warning("sweeping failed; trying again in an hour", metadata: ["why": "\(error)"])
                }
            }
        }
    }
}
