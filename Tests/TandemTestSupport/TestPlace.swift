package import TandemDatabase

/// What a test opens its database with.
package enum TestPlace: Sendable {
    case memory
    case address(String)

    package func open(closing: Closing? = nil, sharesCommits: Bool = true) async throws -> any Database {
        switch self {
        case .memory: try SQLiteDatabase(inMemory: closing, sharesCommits: sharesCommits)
        case .address(let address):
            try await Databases.open(address, closing: closing, sharesCommits: sharesCommits)
        }
    }
}
