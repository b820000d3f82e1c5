import ArgumentParser
import TandemCare
import TandemDatabase

/// `tandem doctor`
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look whether all that the server needs is well, and say how to mend what is not.",
        discussion: "Changes nothing; the server may go on. Exit code 1 if anything fails."
    )

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let findings = await findings()
        let terminal = Terminal.current
        for finding in findings { print(text(finding, terminal)) }
        if findings.contains(where: { $0.verdict == .failure }) { throw ExitCode.failure }
    }

    private func findings() async -> [Finding] {
        let settings: Settings
        do { settings = try options.read() } catch {
            return error.problems.map { .failure("settings", $0.description) }
        }
        return await SettingsCheck(settings: settings).findings + database(settings)
            + [MailCheck(route: settings.mail).finding]
    }

    private func database(_ settings: Settings) async -> [Finding] {
        do {
            let database = try await OpenStore.openExisting(settings)
            let effects = Composition.effects(settings.timeZone)
            let findings = await DatabaseCheck(database: database, settings: settings, now: effects.now()).findings()
            await database.close()
            return findings
        } catch {
            return [.failure("database", "\(error)")]
        }
    }

    private func text(_ finding: Finding, _ terminal: Terminal) -> String {
        let style: Terminal.Style =
            switch finding.verdict {
            case .fine: .teal
            case .warning: .plum
            case .failure: .red
            }
        let verdict = finding.verdict.rawValue.padded(to: 6)
        let head = verdict + finding.subject.padded(to: 10)
        let indent = String(repeating: " ", count: head.count - 1)
        let lines = terminal.wrapped(finding.words, indent: indent, first: String(head.dropLast()))
        return terminal.styled(verdict, style) + lines.dropFirst(verdict.count)
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}
