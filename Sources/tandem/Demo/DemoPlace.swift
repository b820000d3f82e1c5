import Foundation

/// A folder for the demonstration's database, gone afterwards.
enum DemoPlace {
    static func with<Value>(_ body: (_ database: String) async throws -> Value) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tandem-demo-\(UUID().uuidString)")
        let mode: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: mode)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder.appending(path: "tandem.sqlite").path(percentEncoded: false))
    }
}
