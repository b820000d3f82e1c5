import ArgumentParser

/// `tandem`: one program for the server and everything around it.
@main
struct Tandem: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tandem",
        abstract: "PT, OT, both, or a doctor first? A guide for children who need therapy, and the people around them.",
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, PracticeCommand.self, AccountCommand.self, GuideCommand.self, CatalogCommand.self,
            DirectoryCommand.self, AuditCommand.self,
            BackupCommand.self,
            RestoreCommand.self, DoctorCommand.self, DatabaseCommand.self, SettingsCommand.self,
        ]
    )
}
