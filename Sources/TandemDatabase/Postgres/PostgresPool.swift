import Dispatch
import Synchronization

/// A few connections, each with a thread of its own. Work that finds none free waits its turn.
final class PostgresPool: Sendable {
    typealias Work = @Sendable (PostgresSession) -> Void

    /// A connection and its thread.
    private final class Lane: Sendable {
        let thread: DispatchQueue
        let session: Mutex<PostgresSession>

        init(_ address: PostgresAddress, number: Int) {
            thread = DispatchQueue(label: "tandem.database.postgres.\(number)", qos: .userInitiated)
            session = Mutex(PostgresSession(address))
        }
    }

    private struct State {
        var idle: [Lane]
        var waiting: [Work] = []
        var isClosed = false
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>
    private let size: Int

    init(_ address: PostgresAddress, size: Int) {
        self.size = size
        state = Mutex(State(idle: (0..<size).map { Lane(address, number: $0) }))
    }

    /// Does `work` on a connection as soon as one is free.
    /// - Returns: false, and nothing is done, once the pool is closed.
    func add(_ work: @escaping Work) -> Bool {
        let (lane, isAccepted) = state.withLock { state -> (Lane?, Bool) in
            if state.isClosed { return (nil, false) }
            if let lane = state.idle.popLast() { return (lane, true) }
            state.waiting.append(work)
            return (nil, true)
        }
        if let lane { lane.thread.async { self.run(work, on: lane) } }
        return isAccepted
    }

    /// Waits for the work under way, then lets go of the connections.
    func close() async {
        await withCheckedContinuation { closer in
            let isIdle = state.withLock { state in
                state.isClosed = true
                let isIdle = state.idle.count == size
                if !isIdle { state.closers.append(closer) }
                return isIdle
            }
            if isIdle { closer.resume() }
        }
        state.withLock { $0.idle = [] }
    }

    private func run(_ work: @escaping Work, on lane: Lane) {
        lane.session.withLock { session in
            var next: Work? = work
            while let work = next {
                work(session)
                next = nextWork(for: lane)
            }
        }
    }

    /// `nil` when nothing waits; the lane then rests.
    private func nextWork(for lane: Lane) -> Work? {
        let (work, closers) = state.withLock { state -> (Work?, [CheckedContinuation<Void, Never>]) in
            if !state.waiting.isEmpty { return (state.waiting.removeFirst(), []) }
            state.idle.append(lane)
            guard state.isClosed, state.idle.count == size else { return (nil, []) }
            defer { state.closers = [] }
            return (nil, state.closers)
        }
        closers.forEach { $0.resume() }
        return work
    }
}
