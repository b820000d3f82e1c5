import ArgumentParser
import Hummingbird
import Logging
import TandemAssets
import TandemGuide
import TandemWeb

/// `tandem serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the pages. Nothing that a family types is stored or logged."
    )

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on.")
    var port = 8080

    @Option(help: "A folder with the catalog's files, instead of the one inside the program.")
    var catalog: String?

    @Flag(help: "Log each request: method, route, status, time.")
    var logRequests = false

    func run() async throws {
        let application = try await buildApplication()
        try await application.runService()
    }

    private func buildApplication() async throws -> some ApplicationProtocol {
        var logger = Logger(label: "tandem")
        logger.logLevel = logRequests ? .info : .warning
        let site = try Site(
            guide: Guide(try await Composition.catalog(catalog)),
            files: Assets.texts(in: "Pages"),
            today: { Composition.today() }
        )
        let address = "http://\(host):\(port)"
        return Application(
            router: site.router(),
            configuration: .init(address: .hostname(host, port: port), serverName: "tandem"),
            onServerRunning: { _ in print("Tandem is ready: \(address)") },
            logger: logger
        )
    }
}
