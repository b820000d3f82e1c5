import Dispatch
import Synchronization

/// Gathers bodies while the batch before them commits, and hands them on together: the gathering half of group commit.
///
/// A caller who is cancelled while waiting still gets the true outcome: what was asked for is carried out once.
final class WriteQueue: Sendable {
    private struct State {
        var pending: [any WriteJob] = []
        var isCommitting = false
        var isClosed = false
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    /// Most bodies in one commit.
    static let longestBatch = 128

    private let state = Mutex(State())
    private let thread = DispatchQueue(label: "tandem.database.writer", qos: .userInitiated)
    private let limit: Int
    private let commit: @Sendable ([any WriteJob]) -> Void

    /// - Parameter commit: runs and commits a batch and answers every job in it.
    init(limit: Int, commit: @escaping @Sendable ([any WriteJob]) -> Void) {
        self.limit = limit
        self.commit = commit
    }

    func write<Value: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { caller in add(Write(body, caller: caller)) }
    }

    /// Waits until everything that was asked for is committed; refuses what comes later.
    func close() async {
        await withCheckedContinuation { closer in
            let isIdle = state.withLock { state in
                state.isClosed = true
                if state.isCommitting { state.closers.append(closer) }
                return !state.isCommitting
            }
            if isIdle { closer.resume() }
        }
    }

    private func add(_ job: any WriteJob) {
        enum Next { case refuse, start, wait }
        let next = state.withLock { state -> Next in
            if state.isClosed { return .refuse }
            state.pending.append(job)
            if state.isCommitting { return .wait }
            state.isCommitting = true
            return .start
        }
        switch next {
        case .refuse: job.fail(DatabaseFailure.closed)
        case .start: thread.async { self.drain() }
        case .wait: break
        }
    }

    private func drain() {
        while let batch = nextBatch() { commit(batch) }
    }

    /// What waits now; `nil`, and the queue rests, when nothing does.
    private func nextBatch() -> [any WriteJob]? {
        let (batch, closers) = state.withLock { state -> ([any WriteJob]?, [CheckedContinuation<Void, Never>]) in
            guard !state.pending.isEmpty else {
                state.isCommitting = false
                defer { state.closers = [] }
                return (nil, state.closers)
            }
            let batch = Array(state.pending.prefix(limit))
            state.pending.removeFirst(batch.count)
            return (batch, [])
        }
        closers.forEach { $0.resume() }
        return batch
    }
}

extension DatabaseFailure {
    static let closed = DatabaseFailure.unavailable("it has been closed.")
}
