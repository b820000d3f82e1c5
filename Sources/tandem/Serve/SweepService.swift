import Foundation
import Logging
import ServiceLifecycle
import TandemStore
import TandemWeb

/// Once an hour: takes out what is over and of no use (old sessions, links, counts of tries, letters), and by day reminds therapists of
/// what is due.
struct SweepService: Service {
    private static let pause = Duration.seconds(3600)

    private let open: OpenStore
    private let letters: Letters
    private let timeZone: TimeZone
    private let logger: Logger

    init(_ open: OpenStore, letters: Letters, timeZone: TimeZone, logger: Logger) {
        self.open = open
        self.letters = letters
        self.timeZone = timeZone
        self.logger = logger
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await Task.sleep(for: Self.pause) } catch { return }
                do {
                    try await open.store.sweep()
                    if isDay {
                        try await open.store.remind { [letters] in letters.due($0, in: $1) }
                        try await open.store.remindOfReferrals { [letters] in letters.referralsDue($0, in: $1) }
                    }
                } catch {
                    logger.warning("sweeping failed; trying again in an hour", metadata: ["why": "\(error)"])
                }
            }
        }
    }

    /// No letter goes out at night.
    private var isDay: Bool {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        return (7..<20).contains(calendar.component(.hour, from: Date()))
    }
}
