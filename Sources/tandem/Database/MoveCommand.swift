import ArgumentParser
import Foundation
import TandemCare
import TandemDatabase
import TandemStore

/// `tandem database`
struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "database",
        abstract: "The database as a whole.",
        subcommands: [MoveCommand.self]
    )
}

/// `tandem database move`
struct MoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Copy everything into another database, and prove both equal.",
        discussion: """
            Stop the server first. The other database must be empty; it is left empty unless everything arrived and reads the same. \
            Afterwards set TANDEM_DATABASE to it. The old one stays as it is.
            """
    )

    @OptionGroup var options: SettingsOptions

    @Option(help: "The database to fill: postgres://user@host/name, or the path of a SQLite file.")
    var to: String

    func run() async throws {
        let settings = try options.read()
        let source = try await OpenStore.openExisting(settings)
        let result: Result<[Transfer.Proof], any Error>
        do { result = .success(try await move(from: source, settings)) } catch { result = .failure(error) }
        await source.close()
        let proofs = try result.get()
        let rows = proofs.reduce(0) { $0 + $1.rows }
        for proof in proofs { print("  \(proof.digest.prefix(16))  \(proof.table): \(proof.rows) rows") }
        print(
            "Both are equal: \(rows) rows in \(proofs.count) tables. Set TANDEM_DATABASE to \(Settings.withoutPassword(to))"
        )
    }

    private func move(from source: any Database, _ settings: Settings) async throws -> [Transfer.Proof] {
        let now = Composition.effects(settings.timeZone).now()
        guard try await source.read({ try !$0.hasLivingChain(at: now) }) else { throw BackupFailure.serverRuns }
        let target = try await OpenStore.openDatabase(to)
        let bars = [
            Transfer.Progress.Stage.copying: ProgressBar("rows copied"), .comparing: ProgressBar("rows compared"),
        ]
        let result: Result<[Transfer.Proof], any Error>
        do {
            try await Migrator(Composition.migrations()).run(on: target)
            let transfer = Transfer(from: source, to: target)
            result = .success(
                try await transfer.run { bars[$0.stage]?.show(Int64($0.rows), of: Int64($0.total)) }
            )
        } catch {
            result = .failure(error)
        }
        bars.values.forEach { $0.clear() }
        await target.close()
        return try result.get()
    }
}
