import Dispatch
import Synchronization

/// Passes a copy from the thread that reads to the thread that writes, a few batches at a time. When one side ends early, the
/// other is woken and ends too.
final class Handover: Sendable {
    enum Item: Sendable {
        case plan([TableShape], migrations: [Row], rows: Int)
        case rows([Row])
        case end(Transfer.Proof)
    }

    enum Side: Sendable { case reader, writer }

    private struct State {
        var items: [Item] = []
        var begun: Set<Side> = []
        var failure: (any Error)?
    }

    private let state = Mutex(State())
    private let filled = DispatchSemaphore(value: 0)
    private let free = DispatchSemaphore(value: 0)

    init() {
        for _ in 0..<4 { free.signal() }
    }

    /// What ended the copy early.
    var failure: (any Error)? { state.withLock { $0.failure } }

    /// - Throws: `.interrupted` the second time: what has been passed cannot be passed again.
    func begin(_ side: Side) throws {
        guard state.withLock({ $0.begun.insert(side).inserted }) else { throw TransferFailure.interrupted }
    }

    func put(_ item: Item) throws {
        free.wait()
        try state.withLock { state in
            if let failure = state.failure { throw failure }
            state.items.append(item)
        }
        filled.signal()
    }

    func take() throws -> Item {
        filled.wait()
        let item = try state.withLock { state in
            if let failure = state.failure { throw failure }
            return state.items.removeFirst()
        }
        free.signal()
        return item
    }

    /// Ends the copy. The first failure counts.
    func stop(_ failure: any Error) {
        state.withLock { $0.failure = $0.failure ?? failure }
        free.signal()
        filled.signal()
    }
}
