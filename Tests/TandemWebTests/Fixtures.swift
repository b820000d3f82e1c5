import Hummingbird
import HummingbirdTesting
import TandemAssets
import TandemCare
import TandemCatalog
import TandemGuide
import TandemWeb

/// The site as it ships, answered in this process.
enum Fixture {
    static let guide = Guide(
        Catalog.read(Assets.texts(in: "Catalog").map { CatalogFile(path: $0.path, text: $0.text) }).catalog
    )

    /// The rules of the plan, as they ship.
    static func rules() throws -> PlanRules {
        let files = Assets.texts(in: "Rules")
        return try PlanRules { name in files.first { $0.path == name }?.text }
    }

    /// The pages, read once for all tests.
    static func site(today: @escaping @Sendable () -> CalendarDate) throws -> Site {
        try shipped.get().with(today: today)
    }

    private static let shipped = Result {
        try Site(
            guide: guide,
            files: Assets.texts(in: "Pages"),
            rules: rules(),
            today: { CalendarDate(year: 2026, month: 11, day: 23) }
        )
    }

    static func application() throws -> some ApplicationProtocol {
        let site = try site(today: { CalendarDate(year: 2026, month: 11, day: 23) })
        return Application(router: site.router())
    }

    /// A form's body from pairs of names and values.
    static func form(_ fields: [(String, String)]) -> ByteBuffer {
        let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
        func encode(_ text: String) -> String {
            text.utf8.map { byte in
                allowed.contains(byte)
                    ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
        }
        return ByteBuffer(string: fields.map { "\(encode($0.0))=\(encode($0.1))" }.joined(separator: "&"))
    }
}
