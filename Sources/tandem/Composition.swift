import ArgumentParser
import Foundation
import TandemAssets
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemDirectory
import TandemGuide

/// Where the parts are put together: the only place that knows the clock, chance and where the files come from.
enum Composition {
    /// The catalog inside the program, or the one in a folder while somebody corrects it.
    static func catalogFiles(_ folder: String?) throws -> [CatalogFile] {
        guard let folder else { return Assets.texts(in: "Catalog").map { CatalogFile(path: $0.path, text: $0.text) } }
        let root = URL(filePath: folder, directoryHint: .isDirectory)
        guard let paths = FileManager.default.enumerator(atPath: root.path) else {
            throw ValidationError("There is no folder '\(folder)'.")
        }
        return try paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".txt") }.sorted()
            .map { path in
                CatalogFile(path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
            }
    }

    static func catalog(_ folder: String?) async throws -> Catalog {
        try await Catalog.loadConcurrently(catalogFiles(folder))
    }

    /// The schema's steps, in order.
    static func migrations() -> [Migration] {
        Assets.texts(in: "Migrations").compactMap { Migration(file: $0.path, sql: $0.text) }
    }

    /// `Rules/access.txt`
    static func accessTable() throws -> AccessTable {
        try AccessTable(Assets.texts(in: "Rules").first { $0.path == "access.txt" }?.text ?? "")
    }

    /// Measures, payers and the other rules of the plan.
    static func planRules() throws -> PlanRules {
        let files = Assets.texts(in: "Rules")
        return try PlanRules { name in files.first { $0.path == name }?.text }
    }

    /// Whom the directory keeps: `Rules/taxonomies.txt`.
    static func taxonomies() throws -> TaxonomyList {
        try TaxonomyList(Assets.texts(in: "Rules").first { $0.path == "taxonomies.txt" }?.text ?? "")
    }

    /// ZIP codes with their centers.
    static func places() -> Places {
        let file = Assets.files.first { $0.path == "Places/us_zip_centroids.csv" }
        return Places(csv: file?.bytes ?? UnsafeBufferPointer(start: nil, count: 0))
    }

    /// The passwords that are guessed first.
    static var commonPasswords: String {
        Assets.texts(in: "Rules").first { $0.path == "common-passwords.txt" }?.text ?? ""
    }

    static func today(_ timeZone: TimeZone = .current) -> CalendarDate {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let parts = calendar.dateComponents([.year, .month, .day], from: Date())
        return CalendarDate(year: parts.year ?? 2026, month: parts.month ?? 1, day: parts.day ?? 1)
    }

    /// The real clock and real chance.
    static func effects(_ timeZone: TimeZone) -> Effects {
        Effects(
            now: {
                var time = timespec()
                clock_gettime(CLOCK_REALTIME, &time)
                return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
            },
            today: { today(timeZone) },
            zone: ZoneRules.named(timeZone.identifier) ?? .utc,
            random: { count in
                var generator = SystemRandomNumberGenerator()
                return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            }
        )
    }
}
