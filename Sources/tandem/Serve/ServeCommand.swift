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

    @Flag(help: "Try Tandem out: two invented practices and families in a database that is gone afterwards.")
    var demo = false

    @Flag(help: .hidden)
    var bareRow = false

    func run() async throws {
        guard demo else { return try await serve(options.read([.host: host, .port: port])) }
        try await DemoPlace.with { place in
            var options = options
            guard options.database == nil else {
                throw ValidationError("--demo has a database of its own: leave --database out.")
            }
            options.database = place
            let settings = try options.read([.host: host, .port: port])
            guard settings.isLocal else {
                throw ValidationError("--demo is for this machine only, as its passwords are known: leave --host out.")
            }
            try await serve(settings)
        }
    }

    private func serve(_ settings: Settings) async throws {
        var logger = Logger(label: "tandem")
        logger.logLevel = logRequests ? min(settings.logLevel, .info) : settings.logLevel
        try await Server(settings: settings, logger: logger, isDemo: demo, hasBareRow: bareRow).run(catalog: catalog)
    }
}
