import Logging
import ServiceLifecycle
import TandemStore

/// Keeps the search of the directory up to date: reads it once the server runs, and again when somebody has changed it.
struct DirectoryService: Service {
    private static let pause = Duration.seconds(5)

    private let search: ProviderSearch
    private let logger: Logger

    init(_ search: ProviderSearch, logger: Logger) {
        self.search = search
        self.logger = logger
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await search.renew() } catch {
                    logger.warning("the directory could not be read; trying again", metadata: ["why": "\(error)"])
                }
                do { try await Task.sleep(for: Self.pause) } catch { return }
            }
        }
    }
}
