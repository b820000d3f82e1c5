import Synchronization
package import TandemCare
import TandemCatalog

/// A clock that stands still until a test moves it, and chance that is the same in every run.
package final class TestClock: Sendable {
    private let time: Mutex<Instant>
    private let drawn = Mutex<UInt64>(0)

    package init(_ start: Instant = Instant(microseconds: 1_790_000_000_000_000)) { time = Mutex(start) }

    package func advance(by duration: Duration) { time.withLock { $0 = $0 + duration } }

    package var now: Instant { time.withLock { $0 } }

    package var effects: Effects {
        Effects(
            now: { self.now },
            today: { CalendarDate(year: 2026, month: 9, day: 21) },
            random: { count in (0..<count).map { _ in self.byte() } }
        )
    }

    /// SplitMix64: never the same twice in one test, always the same in the next run.
    private func byte() -> UInt8 {
        let state = drawn.withLock { state in
            state &+= 0x9e37_79b9_7f4a_7c15
            return state
        }
        var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return UInt8(truncatingIfNeeded: mixed >> 32)
    }
}
