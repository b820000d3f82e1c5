import ArgumentParser
import Foundation
import TandemCare
import TandemCatalog
import TandemStore
import TandemWeb

/// `tandem practice`
struct PracticeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice",
        abstract: "The therapy practices on this server.",
        subcommands: [PracticeCreateCommand.self]
    )
}

/// `tandem practice create`
struct PracticeCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make a practice and invite its first administrator.",
        discussion: "Prints the link with which the administrator sets a password; it works once. The server may go on."
    )

    @OptionGroup var options: SettingsOptions

    @Option(help: "The name of the practice, as families know it.")
    var name: String

    @Option(help: "What it offers: PT, OT or PT,OT.")
    var disciplines: DisciplineList

    @Option(help: "City and state, as people write them.")
    var place = ""

    @Option(help: "The telephone number that families call.")
    var phone = ""

    @Flag(help: "Everybody of the practice must sign in with a second factor.")
    var requireSecondFactor = false

    @Option(help: "The name of the administrator.")
    var adminName: String

    @Option(help: "The email address of the administrator.")
    var adminEmail: String

    func validate() throws {
        guard !name.trimmed.isEmpty else { throw ValidationError("--name is empty.") }
        guard !adminName.trimmed.isEmpty else { throw ValidationError("--admin-name is empty.") }
        guard EmailAddress.isSound(adminEmail) else {
            throw ValidationError("--admin-email: '\(adminEmail)' is not an email address.")
        }
    }

    func run() async throws {
        let settings = try options.read()
        let token = try await OpenStore.with(settings) { open in
            let practice = Practice(
                id: open.store.effects.id(),
                name: name.trimmed,
                disciplines: disciplines.disciplines,
                phone: phone.trimmed,
                place: place.trimmed,
                requiresSecondFactor: requireSecondFactor
            )
            let admin = (name: adminName.trimmed, email: adminEmail.trimmed)
            return try await open.store.createPractice(practice, administrator: admin)
        }
        print("\(name.trimmed) is there. Give \(adminName.trimmed) this link, by a safe way; it works once:")
        print("  \(WebLinks(settings.address(port: settings.port)).invitation(token))")
    }
}

/// `PT`, `OT` or `PT,OT`
struct DisciplineList: ExpressibleByArgument {
    let disciplines: Set<Discipline>

    init?(argument: String) {
        let names = argument.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces).uppercased() }
        let found = names.compactMap { Discipline(rawValue: $0) }
        guard !found.isEmpty, found.count == names.count, found.allSatisfy({ $0 == .physical || $0 == .occupational })
        else { return nil }
        disciplines = Set(found)
    }
}
