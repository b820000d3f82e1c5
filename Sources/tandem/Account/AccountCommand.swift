import ArgumentParser
import TandemStore

/// `tandem account`
struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "The people who can sign in.",
        subcommands: [ResetSecondFactorCommand.self]
    )
}

/// `tandem account reset-second-factor`
struct ResetSecondFactorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-second-factor",
        abstract: "Take away the second factor of somebody who has lost it and all recovery codes.",
        discussion:
            "Make sure first that it is really this person who asks: afterwards the password alone opens the account."
    )

    @OptionGroup var options: SettingsOptions

    @Option(help: "The email address of the person.")
    var email: String

    func run() async throws {
        let settings = try options.read()
        do {
            try await OpenStore.with(settings) { try await $0.store.removeSecondFactor(email: email) }
        } catch StoreFailure.notFound {
            throw ValidationError("Nobody signs in as '\(email)'.")
        }
        print("The second factor is gone. Ask the person to set up a new one after signing in.")
    }
}
