/// Copies a database into another one that is empty and of the same version, and proves both equal: `tandem database move`.
///
/// Everything arrives in one transaction: a target that was not filled to the last row, and read back the same, stays empty.
package struct Transfer: Sendable {
    /// What a table held, in both.
    package struct Proof: Sendable, Hashable {
        package let table: String
        package let rows: Int
        /// SHA-256 over the rows in the order of the primary key, in hexadecimal digits.
        package let digest: String
    }

    package struct Progress: Sendable, Hashable {
        package enum Stage: Sendable { case copying, comparing }

        package let stage: Stage
        package let table: String
        /// Rows so far, over all tables.
        package let rows: Int
        package let total: Int
    }

    private let source: any Database
    private let target: any Database
    private let left: Set<String>

    /// - Parameter left: tables that are not copied.
    package init(from source: any Database, to target: any Database, leavingOut left: Set<String> = []) {
        self.source = source
        self.target = target
        self.left = left.union([TableShape.migrations])
    }

    /// Copies and compares. The source is read as it was at the beginning; nobody should write to it meanwhile.
    /// - Parameter progress: called after each batch, on a thread of the target's.
    /// - Throws: `TransferFailure` or `DatabaseFailure`; nothing is then left in the target.
    package func run(progress: @escaping @Sendable (Progress) -> Void = { _ in }) async throws -> [Proof] {
        let handover = Handover()
        async let reading: Void = stopping(handover) { [source, left] in
            try await source.read { try Self.send($0, leavingOut: left, to: handover) }
        }
        async let writing = stopping(handover) { [target, left] in
            try await target.write { connection in
                try Arrival(connection, from: handover, progress: progress).receive(leavingOut: left)
            }
        }
        do {
            try await reading
            return try await writing
        } catch {
            throw handover.failure ?? error
        }
    }

    /// Wakes the other side if this one fails.
    private func stopping<Value: Sendable>(
        _ handover: Handover,
        _ work: @Sendable () async throws -> Value
    ) async throws -> Value {
        do {
            return try await work()
        } catch {
            handover.stop(error)
            throw error
        }
    }

    private static func send(_ connection: any Connection, leavingOut left: Set<String>, to handover: Handover) throws {
        try handover.begin(.reader)
        let tables = try TableShape.all(connection, but: left)
        let counts = try tables.map { try $0.count(connection) }
        try handover.put(
            .plan(tables, migrations: try Migrator.applied(connection), rows: Int(counts.reduce(0, +)))
        )
        for table in tables {
            var digest = TableDigest()
            try TableReader(table: table, connection: connection).forEachBatch { rows in
                digest.add(rows)
                try handover.put(.rows(rows))
            }
            try handover.put(.end(digest.proof(of: table.name)))
        }
    }
}
