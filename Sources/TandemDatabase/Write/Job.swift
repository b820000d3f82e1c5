import Synchronization

/// A caller's body that waits for a thread, or for its commit.
protocol Job: Sendable {
    func run(on connection: any Connection) throws
    /// Hands the caller what the last run returned.
    func succeed()
    func fail(_ error: any Error)
}

/// A body with the caller who waits for its value.
final class Body<Value: Sendable>: Job {
    private let body: @Sendable (any Connection) throws -> Value
    private let caller: CheckedContinuation<Value, any Error>
    private let value = Mutex<Value?>(nil)

    init(
        _ body: @escaping @Sendable (any Connection) throws -> Value,
        caller: CheckedContinuation<Value, any Error>
    ) {
        self.body = body
        self.caller = caller
    }

    func run(on connection: any Connection) throws {
        let result = try body(connection)
        value.withLock { $0 = result }
    }

    func succeed() {
        guard let result = value.withLock({ $0 }) else {
            return caller.resume(throwing: DatabaseFailure.mismatch("a body was answered before it ran"))
        }
        caller.resume(returning: result)
    }

    func fail(_ error: any Error) { caller.resume(throwing: error) }
}
