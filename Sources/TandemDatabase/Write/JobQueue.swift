import Dispatch
import Glibc
import Synchronization

/// Bodies that wait for a thread of the database's own. A thread that has finished takes the next at once, and sleeps only when
/// none waits: waking threads costs more than most bodies.
///
/// With a limit above one it is the gathering half of group commit: bodies that came while a batch commits are handed on together.
/// A caller who is cancelled while waiting still gets the true outcome: what was asked for is carried out once.
final class JobQueue: Sendable {
    /// Runs a batch and answers every job in it.
    typealias Lane = @Sendable ([any Job]) -> Void

    private struct State {
        var pending: [any Job] = []
        var idle: [Int]
        var isClosed = false
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    /// Most bodies in one shared commit.
    static let longestBatch = 128

    private let state: Mutex<State>
    private let limit: Int
    private let lanes: [Lane]
    private let threads: [DispatchQueue]

    /// - Parameters:
    ///   - name: what the threads are called.
    ///   - limit: most bodies in one batch.
    ///   - lanes: as many batches are under way at once, each on a thread of its own.
    init(_ name: String, limit: Int, lanes: [Lane]) {
        self.limit = limit
        self.lanes = lanes
        threads = lanes.indices.map {
            DispatchQueue(label: "tandem.database.\(name).\($0)", qos: .userInitiated)
        }
        state = Mutex(State(idle: Array(lanes.indices)))
    }

    func run<Value: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> Value)
        async throws -> Value
    {
        try await withCheckedThrowingContinuation { caller in add(Body(body, caller: caller)) }
    }

    /// Waits until everything that was asked for is done; refuses what comes later.
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

    private func add(_ job: any Job) {
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
    private func nextBatch(for lane: Int) -> [any Job]? {
        let (batch, closers) = state.withLock {
            state -> ([any Job]?, [CheckedContinuation<Void, Never>]) in
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
