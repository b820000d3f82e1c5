import Foundation
import TandemCare
import TandemDatabase
import TandemStore

/// The database, its disk, its trail, its outbox.
struct DatabaseCheck {
    /// Lines at the end of the trail that are verified; `tandem audit verify` reads all.
    private static let lines: Int64 = 5000
    private static let leastRoom: Int64 = 200 << 20
    private static let littleRoom: Int64 = 2 << 30

    let database: any Database
    let settings: Settings
    let now: Instant

    func findings() async -> [Finding] {
        let schema = Composition.migrations().count
        var findings: [Finding] = [
            .fine("database", "\(settings.databaseForPeople) answers; its schema is current (number \(schema)).")
        ]
        findings.append(await attempt("commits", durability))
        if database.engine == .sqlite { findings.append(room) }
        findings.append(await attempt("clock", clock))
        findings.append(await attempt("trail", trail))
        findings.append(await attempt("outbox", outbox))
        return findings
    }

    private func attempt(_ subject: String, _ check: () async throws -> Finding) async -> Finding {
        do { return try await check() } catch { return .failure(subject, "\(error)") }
    }

    private func durability() async throws -> Finding {
        // SQLite's writer has a setting of its own.
        let problem = try await database.write { try $0.whatMakesCommitsUnsafe() }
        if let problem { return .failure("commits", "\(problem) What was saved could be lost when power fails.") }
        return .fine("commits", "Nothing counts as saved before it is on the disk.")
    }

    private var room: Finding {
        let folder = URL(filePath: settings.database).deletingLastPathComponent().path(percentEncoded: false)
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value else {
            return .warning("disk", "Nobody knows how much room there is in \(folder).")
        }
        let words = "\(free.formatted(.byteCount(style: .file, spellsOutZero: false))) free in \(folder)."
        if free < Self.leastRoom { return .failure("disk", words + " Make room: without it nothing can be saved.") }
        return free < Self.littleRoom ? .warning("disk", words + " Make room soon.") : .fine("disk", words)
    }

    private func clock() async throws -> Finding {
        let (newest, server) = try await database.read { connection in
            (try connection.newestLine(), try connection.serverClock())
        }
        if let newest, newest > now + .minutes(1) {
            return .failure(
                "clock",
                "The newest line of the trail is in the future: a clock is or was wrong. Set it (NTP)."
            )
        }
        if let server, abs((server - now) / .seconds(1)) > 5 {
            return .failure("clock", "This machine and the database differ by more than 5 seconds. Set both by NTP.")
        }
        return .fine("clock", "It is \(Date(timeIntervalSince1970: now.seconds).formatted(.iso8601)).")
    }

    private func trail() async throws -> Finding {
        let report = try await AuditVerifier(now: now).verifyEnd(database, lines: Self.lines)
        guard report.damage.isEmpty else {
            return .failure("trail", "The audit trail is damaged. `tandem audit verify` says where.")
        }
        return .fine("trail", "The last \(report.lines) lines are sound. `tandem audit verify` reads all.")
    }

    private func outbox() async throws -> Finding {
        let summary = try await database.read { try $0.outboxSummary() }
        var troubles: [String] = []
        if let oldest = summary.oldestWaiting, now - oldest > .hours(1) {
            let why = settings.mail == .none ? "TANDEM_MAIL is none, so they do not go out" : "look at the server's log"
            troubles.append("Letters have waited for more than an hour: \(why).")
        }
        for (state, words) in [
            (OutboxLetter.State.uncertain, "may or may not have gone out"), (.failed, "were given up"),
        ] {
            guard let count = summary.counts[state], count > 0 else { continue }
            troubles.append("\(count) \(count == 1 ? "letter" : "letters") \(words); people can ask for another one.")
        }
        guard troubles.isEmpty else { return .warning("outbox", troubles.joined(separator: " ")) }
        return .fine("outbox", "\(summary.counts[.waiting] ?? 0) letters wait.")
    }
}
