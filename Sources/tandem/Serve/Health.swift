import Foundation
import TandemCare
import TandemDatabase
import TandemStore
import TandemWeb

/// What /readyz and /metrics tell of the running server.
struct Health: Sendable {
    private let open: OpenStore
    private let trail: TrailService
    private let startedAt: Instant

    init(_ open: OpenStore, trail: TrailService) {
        self.open = open
        self.trail = trail
        startedAt = open.store.effects.now()
    }

    /// What keeps the workspace from working now; none where all is well.
    func problems() async -> [String] {
        var problems: [String] = []
        do {
            let newest = try await open.database.read { try $0.newestMigration() }
            let known = Composition.migrations().count
            if newest != known { problems.append("the schema is number \(newest); this program needs \(known)") }
        } catch {
            problems.append("the database does not answer")
        }
        if trail.isFailing { problems.append("the audit trail cannot be written") }
        return problems
    }

    func gauges() async -> [Gauge] {
        var gauges = [
            Gauge(
                "tandem_start_time_seconds",
                "When the server started, in seconds since 1970.",
                value: startedAt.seconds
            ),
            Gauge(
                "tandem_database_commits_total",
                "Commits to the database, each shared by the writes that waited together.",
                kind: .counter,
                value: Double(open.database.commits)
            ),
            Gauge(
                "tandem_database_writes_total",
                "Writes that those commits made durable.",
                kind: .counter,
                value: Double(open.database.durableWrites)
            ),
            Gauge(
                "tandem_looks_waiting",
                "Looks at records that wait to be written.",
                value: Double(open.trail.waiting)
            ),
            Gauge("tandem_trail_failing", "1 where the audit trail cannot be written.", value: trail.isFailing ? 1 : 0),
        ]
        if let memory = Self.residentBytes {
            gauges.append(Gauge("process_resident_memory_bytes", "Memory in use, in bytes.", value: memory))
        }
        let letters = try? await open.store.outboxSummary()
        for state in letters == nil ? [] : OutboxLetter.State.allCases where state != .sent {
            let count = Double(letters?.counts[state] ?? 0)
            gauges.append(
                Gauge(
                    "tandem_outbox_letters",
                    "Letters in the outbox.",
                    labels: ["state": state.rawValue],
                    value: count
                )
            )
        }
        gauges.append(
            Gauge("tandem_database_up", "1 where the database answers.", value: letters == nil ? 0 : 1)
        )
        return gauges
    }

    /// Linux tells it in pages.
    private static var residentBytes: Double? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let parts = text.split(separator: " ")
        return parts.count > 1 ? Double(parts[1]).map { $0 * Double(sysconf(Int32(_SC_PAGESIZE))) } : nil
    }
}

extension Instant {
    var seconds: Double { Double(microseconds) / 1_000_000 }
}
