import ArgumentParser
import Foundation
import TandemCare
import TandemDatabase
import TandemStore

/// `tandem restore`
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup into an empty database, all of it or nothing.",
        discussion: "Stop the server first. The backup may come from the other engine and from an older Tandem."
    )

    @OptionGroup var options: SettingsOptions
    @OptionGroup var passphrase: PassphraseOptions

    @Argument(help: "The file that `tandem backup` wrote.")
    var file: String

    @Flag(help: "Take away what is in the database and put the backup in its place.")
    var replace = false

    @Flag(help: "Only read the backup to its end: is it whole, does the passphrase fit?")
    var check = false

    func run() async throws {
        let settings = try options.read()
        let secret = try passphrase.known(settings)
        let bar = ProgressBar("rows")
        defer { bar.clear() }
        let backup = Backup(try Migrator(Composition.migrations())) { bar.show($0, of: $1) }
        let open: @Sendable () throws -> SealedReader = { [file] in
            guard let handle = FileHandle(forReadingAtPath: file) else { throw FileFailure(path: file, doing: "read") }
            return try SealedReader(passphrase: secret) { Array(try handle.read(upToCount: $0) ?? Data()) }
        }
        guard !check else {
            let head = try backup.check(open())
            bar.clear()
            return print("The backup is whole: \(text(head)). Nothing was restored.")
        }
        // A wrong passphrase or file is told before the database is touched.
        _ = try open()
        let database = try await OpenStore.openDatabase(settings.database)
        let result: Result<BackupHead, any Error>
        do {
            let now = Composition.effects(settings.timeZone).now()
            result = .success(try await backup.restore(into: database, replaces: replace, at: now, open: open))
        } catch {
            result = .failure(error)
        }
        await database.close()
        let head = try result.get()
        bar.clear()
        print("Restored into \(settings.databaseForPeople): \(text(head)).")
    }

    private func text(_ head: BackupHead) -> String {
        let date = Date(timeIntervalSince1970: head.madeAt.seconds).formatted(.iso8601)
        return "\(head.rows) rows of \(date), from \(head.engine), schema \(head.schema)"
    }
}
