import ArgumentParser
import Logging

/// `tandem serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the guide and the workspace.",
        discussion: """
            Nothing that a family types into the guide is stored or logged. The workspace keeps its records in the database that \
            TANDEM_DATABASE names. docs/settings.md lists all settings, docs/deployment.md tells how to run it.
            """
    )

    @OptionGroup var options: SettingsOptions

    @Option(help: "The address to listen on (TANDEM_HOST).")
    var host: String?

    @Option(help: "The port to listen on (TANDEM_PORT); 0 takes any free one.")
    var port: String?

    @Option(help: "A folder with the catalog's files, instead of the one inside the program.")
    var catalog: String?

    @Flag(help: "Log each request: method, route, status, time.")
    var logRequests = false

    func run() async throws {
        let settings = try options.read([.host: host, .port: port])
        var logger = Logger(label: "tandem")
        logger.logLevel = logRequests ? min(settings.logLevel, .info) : settings.logLevel
        try await Server(settings: settings, logger: logger).run(catalog: catalog)
    }
}
