import ArgumentParser
import Foundation
import TandemCare
import TandemDatabase
import TandemDirectory
import TandemStore

/// `tandem directory`
struct DirectoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "directory",
        abstract: "The directory of therapists, from the national provider file.",
        subcommands: [
            DirectoryImportCommand.self, DirectoryStatusCommand.self, DirectoryClaimsCommand.self,
            DirectoryConfirmCommand.self,
        ]
    )
}

/// `tandem directory status`
struct DirectoryStatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "How many providers are kept, and where they came from."
    )

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let database = try await OpenStore.openExisting(options.read())
        let found = await Result {
            try await database.read { connection in
                (
                    try connection.providerCount(),
                    try connection.directoryImports("begun_at >= 0 ORDER BY begun_at DESC LIMIT 5")
                )
            }
        }
        await database.close()
        let (count, imports) = try found.get()
        print("\(count) providers are kept.")
        if imports.isEmpty { print("No file has been imported: tandem directory import FILE") }
        for one in imports {
            let day = Date(timeIntervalSince1970: Double(one.begun.microseconds) / 1_000_000)
            let percent = one.source.bytes > 0 ? Int(100 * Double(one.position) / Double(one.source.bytes)) : 0
            let end = one.ended == nil ? "not finished (\(percent)%); the same command goes on" : "\(one.tally.words)"
            print("  \(day.formatted(.iso8601))  \(one.source.name): \(end)")
        }
    }
}

extension Result where Failure == any Error {
    /// What `body` comes to, good or bad, so that something can be closed before it is passed on.
    fileprivate init(catching body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}

extension DirectoryImport.Tally {
    /// `12 new, 3 changed, 100 as before, 1 gone; 2 rows refused`
    var words: String {
        "\(added) new, \(changed) changed, \(unchanged) as before, \(removed) gone; \(read.refused) rows refused"
    }
}
