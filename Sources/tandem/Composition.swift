import ArgumentParser
import Foundation
import TandemAssets
import TandemCatalog
import TandemGuide

/// Where the parts are put together: the only place that knows the clock and where the catalog comes from.
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

    static func today() -> CalendarDate {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        return CalendarDate(year: parts.year ?? 2026, month: parts.month ?? 1, day: parts.day ?? 1)
    }
}
