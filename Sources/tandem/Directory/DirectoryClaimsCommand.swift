import ArgumentParser
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemDirectory
import TandemStore

/// `tandem directory claims`
struct DirectoryClaimsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claims",
        abstract: "Claims to listings that wait to be confirmed.",
        discussion: """
            The national provider file names no email address that could prove whose a listing is. Call the number that the file \
            has, ask for the person who claims it, and confirm with: tandem directory confirm NPI
            """
    )

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        try await OpenStore.with(options.read()) { open in
            let lines = try await open.database.read { connection in
                try connection.waitingClaims().map { try connection.words(of: $0) }
            }
            if lines.isEmpty { print("No claim waits.") }
            for line in lines { print(line) }
        }
    }
}

/// `tandem directory confirm`
struct DirectoryConfirmCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Confirm that a listing belongs to the practice that claims it."
    )

    @OptionGroup var options: SettingsOptions

    @Argument(help: "The provider's number, as `tandem directory claims` shows it.")
    var npi: String

    @Option(help: "The name of the practice, where more than one claims it.")
    var practice: String?

    func validate() throws {
        guard NPI(npi) != nil else { throw ValidationError("'\(npi)' is no NPI.") }
    }

    func run() async throws {
        guard let npi = NPI(npi) else { return }
        let wanted = practice
        let words = try await OpenStore.with(options.read()) { open in
            try await open.store.change(by: .program) { transaction in
                let claims = try transaction.connection.waitingClaims(to: npi).filter { claim in
                    guard let wanted else { return true }
                    return try transaction.connection.record(claim.practice)?.value.name == wanted
                }
                guard claims.count == 1, let claim = claims.first else { throw ClaimFailure(count: claims.count) }
                do { try transaction.confirm(claim.id) } catch StoreFailure.refused(let why) {
                    throw ValidationError(why)
                }
                return try transaction.connection.words(of: claim)
            }
        }
        print("Confirmed: \(words)")
    }
}

extension Connection {
    /// `1234567893  ANA REYES, SPRINGFIELD IL, 2175550100  <-  Bright Steps, Springfield, IL, 555-0110`
    fileprivate func words(of claim: ListingClaim) throws -> String {
        let provider = try provider(claim.npi)
        let listing = provider.map { "\($0.name), \($0.city) \($0.state), \($0.phone)" } ?? "no longer in the file"
        let practice = try record(claim.practice)?.value
        return
            "\(claim.npi)  \(listing)  <-  \(practice?.name ?? ""), \(practice?.place ?? ""), \(practice?.phone ?? "")"
    }
}

private struct ClaimFailure: Error, CustomStringConvertible {
    let count: Int

    var description: String {
        count == 0
            ? "No claim to this number waits. See: tandem directory claims"
            : "More than one practice claims this number. Say which: --practice \"NAME\""
    }
}
