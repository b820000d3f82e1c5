import Foundation
import Synchronization

/// Shows on a terminal how far something has come, once it takes over a second; nothing where the output goes to a file.
final class ProgressBar: Sendable {
    private static let patience = Duration.seconds(1)
    private static let pause = Duration.milliseconds(100)
    private static let cells = 30

    private struct State {
        let begin = ContinuousClock.now
        var shownAt: ContinuousClock.Instant?
    }

    private let unit: String
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let state = Mutex(State())

    /// - Parameter unit: what is counted: `rows`.
    init(_ unit: String) { self.unit = unit }

    func show(_ done: Int64, of total: Int64) {
        guard isTerminal else { return }
        let now = ContinuousClock.now
        let isDue = state.withLock { state in
            guard now - state.begin > Self.patience, state.shownAt.map({ now - $0 > Self.pause }) ?? true else {
                return false
            }
            state.shownAt = now
            return true
        }
        guard isDue else { return }
        let share = total > 0 ? min(1, Double(done) / Double(total)) : 0
        let full = Int(share * Double(Self.cells))
        let bar = String(repeating: "#", count: full) + String(repeating: ".", count: Self.cells - full)
        write("\r[\(bar)] \(Int(share * 100))%  \(done) of \(max(total, done)) \(unit)")
    }

    /// Takes the bar away, for what is printed next.
    func clear() {
        if state.withLock({ $0.shownAt != nil }) { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
