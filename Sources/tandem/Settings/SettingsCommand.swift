import ArgumentParser

/// `tandem settings`
struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings",
        abstract: "Check the settings; every problem is named at once.",
        discussion: "Prints where the database is and how mail goes out, never a password."
    )

    @OptionGroup var options: SettingsOptions

    @Flag(help: "Print the table of all settings, as docs/settings.md holds it.")
    var table = false

    func run() throws {
        guard !table else { return print(Self.table) }
        let settings = try options.read()
        print("The settings fit.")
        print("  database  \(settings.databaseForPeople)")
        print("  address   \(settings.address(port: settings.port))")
        print("  mail      \(settings.mail.forPeople)")
    }

    private static var table: String {
        let rows = SettingName.allCases.map { "| `\($0.rawValue)` | \($0.meaning) | \($0.fallback) |" }
        return (["| setting | what it sets | where not set |", "| --- | --- | --- |"] + rows).joined(separator: "\n")
    }
}

extension MailRoute {
    /// Without user and password.
    var forPeople: String {
        switch self {
        case .none: "does not go out (TANDEM_MAIL is none)"
        case .smtp(let host, let port, _, _, let security, let from):
            "\(host):\(port), \(security.rawValue), from \(from)"
        case .sendmail(let path, let from): "\(path), from \(from)"
        }
    }
}
