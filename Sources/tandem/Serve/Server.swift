import CMalloc
import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
import TandemAssets
import TandemCare
import TandemGuide
import TandemStore
import TandemWeb
import UnixSignals

/// The server: put together here, then run until somebody ends it.
///
/// open the store -> buildRouter -> buildApplication -> services -> run -> close the chain and the database
struct Server: Sendable {
    let settings: Settings
    let logger: Logger
    /// Filled with `Demonstration`; mail is shown instead of sent.
    var isDemo = false
    /// For `make bench`: a route that does no more than read one row, to hold the pages against.
    var hasBareRow = false

    /// Longest wait for the requests under way when the server is told to end.
    private static let longestGoodbye = Duration.seconds(20)
    /// Connections without a request are closed after this; behind a proxy it should be longer than the proxy's.
    private static let idle = TimeAmount.seconds(75)
    /// A request has to arrive within this, to its last byte.
    private static let requestLimit = TimeAmount.seconds(30)

    func run(catalog: String?) async throws {
        // Both take their time; neither needs the other.
        async let guide = Guide(Composition.catalog(catalog))
        let open = try await OpenStore.open(settings)
        do {
            let trail = TrailService(open, logger: logger)
            let site = try Site(
                guide: try await guide,
                files: Assets.texts(in: "Pages"),
                rules: Composition.planRules(),
                today: open.store.effects.today
            )
            let passwords = Passwords(open.store.effects, common: Composition.commonPasswords)
            if isDemo {
                let demonstration = Demonstration(
                    open.store,
                    intakeForm: site.intakeForm,
                    catalog: try await guide.catalog,
                    rules: site.rules
                )
                try await demonstration.tell(passwords)
            }
            let directory = ProviderSearch(open.store, Composition.places(), try Composition.taxonomies())
            let workspace = buildWorkspace(site, open, passwords, directory)
            let application = try buildApplication(router: buildRouter(workspace, site, open, trail))
            let address = settings.address(port: settings.port)
            let mail = isDemo ? nil : try settings.mail.service(for: open.store, at: address, logger: logger)
            let services: [(any Service)?] = [
                trail,
                SweepService(open, letters: workspace.letters, timeZone: settings.timeZone, logger: logger),
                DirectoryService(directory, logger: logger),
                mail,
            ]
            try await serve(application, services.compactMap(\.self))
        } catch {
            await close(open)
            throw error
        }
        await close(open)
    }

    private func buildWorkspace(
        _ site: Site,
        _ open: OpenStore,
        _ passwords: Passwords,
        _ directory: ProviderSearch
    ) -> Workspace {
        Workspace(
            store: open.store,
            site: site,
            settings: WebSettings(
                publicAddress: settings.address(port: settings.port),
                isSecure: settings.isSecure,
                trustsProxy: settings.trustsProxy,
                showsMail: isDemo
            ),
            passwords: passwords,
            press: settings.pdf.map { PaperPress($0) },
            directory: directory
        )
    }

    private func buildRouter(
        _ workspace: Workspace,
        _ site: Site,
        _ open: OpenStore,
        _ trail: TrailService
    ) -> Router<TandemContext> {
        let health = Health(open, trail: trail)
        let operations = Operations(
            metricsToken: settings.metricsToken,
            trustsProxy: settings.trustsProxy,
            problems: { await health.problems() },
            gauges: { await health.gauges() }
        )
        let router = site.router(workspace, operations: operations)
        if hasBareRow {
            router.get("bare-row") { _, _ in try await open.store.oneRow() }
        }
        return router
    }

    private func buildApplication(router: Router<TandemContext>) throws -> some ApplicationProtocol {
        Application(
            router: router,
            server: try channel(),
            configuration: .init(address: .hostname(settings.host, port: settings.port), serverName: "tandem"),
            onServerRunning: { [settings, isDemo] channel in
                let address = settings.address(port: channel.localAddress?.port ?? settings.port)
                // Starting reads much that is gone by now: the system gets that memory back.
                _ = malloc_trim(0)
                let signIns = isDemo ? DemoSignIns.text(address) : ""
                FileHandle.standardOutput.write(Data("\(signIns)Tandem is ready: \(address)\n".utf8))
            },
            logger: logger
        )
    }

    private func channel() throws -> HTTPServerBuilder {
        let plain = HTTPServerBuilder.http1(
            configuration: .init(
                additionalChannelHandlers: [RequestDeadline(Self.requestLimit)],
                idleTimeout: Self.idle,
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: 16 * 1024,
                    maxHeaderListSize: 32 * 1024,
                    maxHeaderFieldCount: 100
                )
            )
        )
        guard let tls = settings.tls else { return plain }
        return try .tls(plain, tlsConfiguration: Self.tls(tls))
    }

    private func serve(_ application: some ApplicationProtocol, _ services: [any Service]) async throws {
        var configuration = ServiceGroupConfiguration(
            services: services + [application],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        configuration.maximumGracefulShutdownDuration = Self.longestGoodbye
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw ServeFailure.portTaken(host: settings.host, port: settings.port)
        }
    }

    private func close(_ open: OpenStore) async {
        guard let failure = await open.close() else { return }
        logger.error("the audit trail could not be closed; a gap will be marked", metadata: ["why": "\(failure)"])
    }
}

/// Why the server does not start, in words that say how to mend it.
enum ServeFailure: Error, CustomStringConvertible {
    case portTaken(host: String, port: Int)
    case certificate(String)

    var description: String {
        switch self {
        case .portTaken(let host, let port):
            "Another program listens on \(host):\(port). End it, or choose another port with TANDEM_PORT or --port."
        case .certificate(let why):
            "The certificate or its key cannot be used: \(why). TANDEM_TLS_CERTIFICATE and TANDEM_TLS_KEY name PEM files."
        }
    }
}

extension Server {
    /// - Throws: `.certificate` where the files cannot be used.
    static func tls(_ files: Settings.TLSFiles) throws(ServeFailure) -> TLSConfiguration {
        do {
            let key = try NIOSSLPrivateKey(file: files.key, format: .pem)
            let chain = try NIOSSLCertificate.fromPEMFile(files.certificate)
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) },
                privateKey: .privateKey(key)
            )
            configuration.minimumTLSVersion = .tlsv12
            // Fails where the key is not the certificate's.
            _ = try NIOSSLContext(configuration: configuration)
            return configuration
        } catch {
            throw .certificate("\(error)")
        }
    }
}
