import Foundation
import TandemAssets
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// Opens the store as `tandem serve` does.
enum OpenStore {
    static func at(_ place: String, sharesCommits: Bool = true) async throws -> Store {
        let effects = Effects(
            now: { Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)) },
            today: { CalendarDate(year: 2026, month: 11, day: 26) },
            random: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } }
        )
        let trail = AuditTrail(effects)
        let database = try await Databases.open(place, closing: trail.closing, sharesCommits: sharesCommits)
        let migrations = Assets.texts(in: "Migrations").compactMap { Migration(file: $0.path, sql: $0.text) }
        try await Migrator(migrations).run(on: database)
        try await trail.open(in: database)
        let table = Assets.texts(in: "Rules").first { $0.path == "access.txt" }?.text ?? ""
        return Store(database: database, effects: effects, access: Access(try AccessTable(table)), trail: trail)
    }
}
