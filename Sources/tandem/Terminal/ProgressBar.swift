import Foundation
import Synchronization

/// Shows on a terminal how far something has come, how quickly, and how long it will still take, once it takes over a second;
/// nothing where the output goes to a file.
final class ProgressBar: Sendable {
    private static let patience = Duration.seconds(1)
    private static let pause = Duration.milliseconds(100)

    private struct State {
        let begin = ContinuousClock.now
        /// Where counting began: what came before it says nothing of the rate.
        var first: (at: ContinuousClock.Instant, done: Int64)?
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
        let first = state.withLock { state -> (at: ContinuousClock.Instant, done: Int64)? in
            let first = state.first ?? (now, done)
            state.first = first
            guard now - state.begin > Self.patience, state.shownAt.map({ now - $0 > Self.pause }) ?? true else {
                return nil
            }
            state.shownAt = now
            return first
        }
        guard let first else { return }
        let line = ProgressLine(unit: unit, done: done, total: total, counted: done - first.done, took: now - first.at)
        write("\r\(line.text(width: Self.width))\u{1B}[K")
    }

    /// Takes the bar away, for what is printed next.
    func clear() {
        let isShown = state.withLock { state in
            defer { state.shownAt = nil }
            return state.shownAt != nil
        }
        if isShown { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

    /// Columns of the terminal; 80 where it does not say.
    private static var width: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
