import Foundation
import TandemDatabase

/// Where a test's database lives.
package enum TestHome: String, Sendable, CaseIterable {
    case memory
    case file
    case postgres

    /// The places to run a test in that holds for both engines: memory, and PostgreSQL where there is a server.
    package static let both: [Self] = hasServer ? [.memory, .postgres] : [.memory]

    /// As `both`, with a file instead of memory: for what is about files, snapshots and speed.
    package static let durable: [Self] = hasServer ? [.file, .postgres] : [.file]

    /// Places for tests of PostgreSQL alone; empty where there is no server.
    package static let servers: [Self] = hasServer ? [.postgres] : []

    private static let variable = "TANDEM_TEST_POSTGRES"

    private static let hasServer: Bool = {
        let isSet = ProcessInfo.processInfo.environment[variable] != nil
        if !isSet {
            let line = "\(variable) is not set: tests of PostgreSQL are LEFT OUT. Run them with `make swift-test`.\n"
            FileHandle.standardError.write(Data(line.utf8))
        }
        return isSet
    }()

    /// The address of the server.
    static func server() throws -> String {
        guard let address = ProcessInfo.processInfo.environment[variable] else {
            throw DatabaseFailure.unavailable("\(variable) is not set; see Scripts/with-postgres.")
        }
        return address
    }
}
