import ArgumentParser

/// The options of every command that works with the database.
struct SettingsOptions: ParsableArguments {
    @Option(name: .customLong("settings"), help: "A file with settings (TANDEM_SETTINGS); see docs/settings.md.")
    var file: String?

    @Option(help: "The database (TANDEM_DATABASE): path of a SQLite file, or postgres://user@host/name.")
    var database: String?

    /// - Parameter flags: further settings that the command takes as options.
    func read(_ flags: [SettingName: String?] = [:]) throws(SettingsFailure) -> Settings {
        var given = flags.compactMapValues { $0 }
        given[.settings] = file
        given[.database] = database
        return try Settings.read(flags: given)
    }
}
