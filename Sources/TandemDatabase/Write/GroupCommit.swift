import Synchronization

/// Runs bodies in one transaction with one durable commit: the committing half of group commit, the same for both engines.
///
/// The first pass hopes that no body fails and spends nothing on keeping them apart. If one does, everything is rolled back
/// and run again with a savepoint round each body, so that each caller gets the outcome of their own body.
final class GroupCommit: Sendable {
    private let closing: Closing?
    private let count = Atomic<Int>(0)
    private let bodies = Atomic<Int>(0)

    init(closing: Closing?) { self.closing = closing }

    /// Commits made so far.
    var commits: Int { count.load(ordering: .relaxed) }

    /// Bodies that are durable.
    var writes: Int { bodies.load(ordering: .relaxed) }

    /// Runs, commits and answers every job.
    func run(_ jobs: [any Job], on connection: any WritingConnection) {
        var apart = false
        var retries = 0
        while true {
            do throws(Stop) {
                let failures = try pass(jobs, apart: apart, on: connection)
                for (job, failure) in zip(jobs, failures) {
                    if let failure { job.fail(failure) } else { job.succeed() }
                }
                return
            } catch {
                switch error {
                case .again(let trouble, _) where retries < trouble.retries: retries += 1
                case .body where jobs.count > 1: apart = true
                case .whole(let failure) where jobs.count > 1 && Self.mayBeOneBodysFault(failure):
                    for job in jobs { run([job], on: connection) }
                    return
                case .body(let failure), .whole(let failure), .again(_, let failure):
                    for job in jobs { job.fail(failure) }
                    return
                }
            }
        }
    }

    /// Why a pass came to nothing.
    private enum Stop: Error {
        /// A body threw, in a pass that does not keep bodies apart.
        case body(any Error)
        /// The transaction cannot be committed: the closing threw, or the database refused.
        case whole(any Error)
        case again(Trouble, any Error)
    }

    /// One transaction.
    /// - Returns: what each body threw, `nil` for those that are now durable.
    private func pass(
        _ jobs: [any Job],
        apart: Bool,
        on connection: any WritingConnection
    ) throws(Stop) -> [(any Error)?] {
        connection.notes = []
        connection.failure = nil
        connection.trouble = nil
        do {
            try connection.begin()
            var failures: [(any Error)?] = []
            for job in jobs {
                failures.append(try apart ? outcome(of: job, on: connection) : body(job, on: connection))
            }
            if let closing, !connection.notes.isEmpty {
                try closing(connection, connection.notes)
                if let failure = connection.failure { throw failure }
            }
            try connection.commit()
            count.add(1, ordering: .relaxed)
            bodies.add(failures.count { $0 == nil }, ordering: .relaxed)
            return failures
        } catch {
            connection.rollback()
            let thrown = (error as? Thrown)?.error
            if let trouble = connection.trouble { throw .again(trouble, thrown ?? error) }
            if let thrown { throw .body(thrown) }
            // A statement of a body may fail only here, where nobody can tell whose it was.
            if !apart, connection.failure != nil { throw .body(error) }
            throw .whole(error)
        }
    }

    /// What a body threw, told apart from what the database threw round it.
    private struct Thrown: Error { let error: any Error }

    private func body(
        _ job: any Job,
        settling: Bool = false,
        on connection: any WritingConnection
    ) throws(Thrown) -> (any Error)? {
        do {
            try job.run(on: connection)
            if settling { try connection.settle() }
            if let failure = connection.failure { throw failure }
            return nil
        } catch {
            throw Thrown(error: error)
        }
    }

    /// Runs a body inside a savepoint, which takes back what it did if it throws.
    private func outcome(of job: any Job, on connection: any WritingConnection) throws -> (any Error)? {
        let notes = connection.notes.count
        try connection.openSavepoint()
        do throws(Thrown) {
            _ = try body(job, settling: true, on: connection)
        } catch {
            guard connection.isInTransaction, connection.trouble == nil else { throw error.error }
            connection.failure = nil
            connection.notes.removeLast(connection.notes.count - notes)
            try connection.rollbackToSavepoint()
            return error.error
        }
        try connection.releaseSavepoint()
        return nil
    }

    /// Constraints that are checked at the commit, and a full disk, may come from one body alone.
    private static func mayBeOneBodysFault(_ error: any Error) -> Bool {
        switch error as? DatabaseFailure {
        case .constraint, .full: true
        default: false
        }
    }
}
