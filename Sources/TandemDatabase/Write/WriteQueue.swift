import Dispatch
import Glibc
import Synchronization

/// Gathers bodies while the batch before them commits, and hands them on together: the gathering half of group commit.
///
/// A caller who is cancelled while waiting still gets the true outcome: what was asked for is carried out once.
final class WriteQueue: Sendable {
    /// Runs and commits a batch and answers every job in it.
    typealias Lane = @Sendable ([any WriteJob]) -> Void

    private struct State {
        var pending: [any WriteJob] = []
        var idle: [Int]
        var isClosed = false
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    /// Most bodies in one commit.
    static let longestBatch = 128

    private let state: Mutex<State>
    private let limit: Int
    private let lanes: [Lane]
    private let threads: [DispatchQueue]

    /// - Parameters:
    ///   - limit: most bodies in one batch.
    ///   - lanes: as many batches are under way at once, each on a thread of its own.
    init(limit: Int, lanes: [Lane]) {
        self.limit = limit
        self.lanes = lanes
        threads = lanes.indices.map { DispatchQueue(label: "tandem.database.writer.\($0)", qos: .userInitiated) }
        state = Mutex(State(idle: Array(lanes.indices)))
    }

    func write<Value: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { caller in add(Write(body, caller: caller)) }
    }

    /// Waits until everything that was asked for is committed; refuses what comes later.
    func close() async {
        await withCheckedContinuation { closer in
            let isIdle = state.withLock { state in
                state.isClosed = true
                let isIdle = state.idle.count == lanes.count
                if !isIdle { state.closers.append(closer) }
                return isIdle
            }
            if isIdle { closer.resume() }
        }
    }

    private func add(_ job: any WriteJob) {
        let (isAccepted, lane) = state.withLock { state -> (Bool, Int?) in
            if state.isClosed { return (false, nil) }
            state.pending.append(job)
            return (true, state.idle.popLast())
        }
        if !isAccepted { job.fail(DatabaseFailure.closed) }
        if let lane { threads[lane].async { self.drain(lane) } }
    }

    private func drain(_ lane: Int) {
        while let batch = nextBatch(for: lane) {
            let duration = ContinuousClock().measure { lanes[lane](batch) }
            if batch.count > 1 { linger(after: duration) }
        }
    }

    /// On a slow disk, gives those who have just been answered, and often come back at once with their next write, the chance
    /// to be in the next commit instead of the one after it: an eighth of the time that a commit takes now.
    private func linger(after duration: Duration) {
        guard duration > .milliseconds(1) else { return }
        let pause = min(duration / 8, .milliseconds(2))
        usleep(UInt32(pause / .microseconds(1)))
    }

    /// What waits now; `nil`, and the lane rests, when nothing does.
    private func nextBatch(for lane: Int) -> [any WriteJob]? {
        let (batch, closers) = state.withLock { state -> ([any WriteJob]?, [CheckedContinuation<Void, Never>]) in
            guard state.pending.isEmpty else {
                let batch = Array(state.pending.prefix(limit))
                state.pending.removeFirst(batch.count)
                return (batch, [])
            }
            state.idle.append(lane)
            guard state.idle.count == lanes.count else { return (nil, []) }
            defer { state.closers = [] }
            return (nil, state.closers)
        }
        closers.forEach { $0.resume() }
        return batch
    }
}

extension DatabaseFailure {
    static let closed = DatabaseFailure.unavailable("it has been closed.")
}
