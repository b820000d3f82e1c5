package import TandemCare
package import TandemDatabase

/// Reads the whole trail and finds every place where it is not as it was written. Nothing is changed.
package struct AuditVerifier: Sendable {
    /// Lines that are held in memory at once.
    let page: Int
    let now: Instant
    let noted: String?
    let progress: @Sendable (_ done: Int64, _ total: Int64) -> Void

    /// - Parameters:
    ///   - noted: a hash that somebody wrote down earlier; the report says whether it is still in the trail.
    package init(
        now: Instant,
        noted: String? = nil,
        page: Int = 2000,
        progress: @escaping @Sendable (_ done: Int64, _ total: Int64) -> Void = { _, _ in }
    ) {
        self.now = now
        self.noted = noted
        self.page = page
        self.progress = progress
    }

    /// Verifies all chains on one snapshot, so that a server may go on writing.
    package func verify(_ database: any Database) async throws -> AuditReport {
        try await database.read { connection in
            var pass = AuditPass(verifier: self, connection: connection)
            try pass.run()
            return pass.report
        }
    }

    /// Verifies the end of the newest chain only, the last `count` lines: a quick look, for `tandem doctor`.
    package func verifyEnd(_ database: any Database, lines count: Int64) async throws -> AuditReport {
        try await database.read { connection in
            var pass = AuditPass(verifier: self, connection: connection)
            try pass.runEnd(lines: count)
            return pass.report
        }
    }
}
