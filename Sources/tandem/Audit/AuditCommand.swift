import ArgumentParser
import Foundation
import TandemCare
import TandemDatabase
import TandemStore

/// `tandem audit`
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "The trail of who looked at and changed what.",
        subcommands: [AuditVerifyCommand.self]
    )
}

/// `tandem audit verify`
struct AuditVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Find every line that was changed, removed or inserted. The server may go on.",
        discussion: """
            Exit code 1 if anything is damaged. Gaps are no damage: a program ended without closing its chain, by a power cut \
            for instance, and up to a second of looks before may be missing. Write the hash that is printed down elsewhere: \
            --noted proves later that nothing up to then was written anew.
            """
    )

    @OptionGroup var options: SettingsOptions

    @Option(help: "A hash that an earlier run printed; it has to be there still.")
    var noted: String?

    func run() async throws {
        let settings = try options.read()
        let database = try await OpenStore.openExisting(settings)
        let bar = ProgressBar("lines")
        let now = Composition.effects(settings.timeZone).now()
        let verifier = AuditVerifier(now: now, noted: noted) { bar.show($0, of: $1) }
        let result: Result<AuditReport, any Error>
        do { result = .success(try await verifier.verify(database)) } catch { result = .failure(error) }
        bar.clear()
        await database.close()
        let report = try result.get()
        print(AuditReportText(report: report).text)
        if !report.damage.isEmpty || report.hasNotedHash == false { throw ExitCode.failure }
    }
}
