import ArgumentParser
import Foundation
import TandemCare
import TandemDatabase
import TandemStore

/// `tandem backup`
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write everything into one encrypted file. The server may go on.",
        discussion: """
            The file opens with the passphrase only (AES-256-GCM, scrypt) and can be restored into SQLite and into PostgreSQL. \
            Keep the passphrase somewhere else than the file: without it the backup is worth nothing.
            """
    )

    @OptionGroup var options: SettingsOptions
    @OptionGroup var passphrase: PassphraseOptions

    @Argument(help: "The file to write; it must not be there yet.")
    var file: String

    func run() async throws {
        let settings = try options.read()
        guard !FileManager.default.fileExists(atPath: file) else {
            throw ValidationError("'\(file)' is there already. Name a new file.")
        }
        let database = try await OpenStore.openExisting(settings)
        let result: Result<BackupHead, any Error>
        do { result = .success(try await write(database, settings)) } catch { result = .failure(error) }
        await database.close()
        let head = try result.get()
        let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int64 ?? 0
        print("\(file): \(head.rows) rows, \(size.formatted(.byteCount(style: .file))), schema \(head.schema).")
    }

    /// Under another name until it is whole and on the disk.
    private func write(_ database: any Database, _ settings: Settings) async throws -> BackupHead {
        let secret = try passphrase.new(settings)
        let unfinished = try UnfinishedFile(becoming: file)
        let effects = Composition.effects(settings.timeZone)
        let bar = ProgressBar("rows")
        defer { bar.clear() }
        do {
            let backup = Backup(try Migrator(Composition.migrations())) { bar.show($0, of: $1) }
            let head = try await backup.make(of: database, at: effects.now()) {
                try SealedWriter(passphrase: secret, salt: effects.random(32)) { try unfinished.write($0) }
            }
            try unfinished.finish()
            return head
        } catch {
            unfinished.discard()
            throw error
        }
    }
}
