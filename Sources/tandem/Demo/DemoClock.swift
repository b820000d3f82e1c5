import Synchronization
import TandemCare
import TandemCatalog

/// A clock for making up a past: it starts some weeks ago and moves when it is told.
final class DemoClock: Sendable {
    private let time: Mutex<Instant>
    private let real: Effects

    init(_ real: Effects, ago: Duration) {
        self.real = real
        time = Mutex(real.now() - ago)
    }

    func pass(_ duration: Duration) { time.withLock { $0 = $0 + duration } }

    var effects: Effects {
        Effects(now: { self.time.withLock { $0 } }, today: real.today, zone: real.zone, random: real.random)
    }
}
