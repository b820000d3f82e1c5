import Synchronization

/// A caller's body that waits for its commit.
protocol WriteJob: Sendable {
    func run(on connection: any Connection) throws
    /// Hands the caller what the last run returned.
    func succeed()
    func fail(_ error: any Error)
}

/// A body with the caller who waits for its value.
final class Write<Value: Sendable>: WriteJob {
    private let body: @Sendable (any Connection) throws -> Value
    private let caller: CheckedContinuation<Value, any Error>
    private let value = Mutex<Value?>(nil)

    init(_ body: @escaping @Sendable (any Connection) throws -> Value, caller: CheckedContinuation<Value, any Error>) {
        self.body = body
        self.caller = caller
    }

    func run(on connection: any Connection) throws {
        let result = try body(connection)
        value.withLock { $0 = result }
    }

    func succeed() {
        guard let result = value.withLock({ $0 }) else {
            return caller.resume(throwing: DatabaseFailure.mismatch("a body was committed before it ran"))
        }
        caller.resume(returning: result)
    }

    func fail(_ error: any Error) { caller.resume(throwing: error) }
}
