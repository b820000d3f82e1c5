import ArgumentParser
import TandemCare
import TandemCatalog
import TandemGuide

/// `tandem catalog`: for those who read and correct the clinical content.
struct CatalogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalog",
        abstract: "Check the clinical content, or print it for a clinician to sign off.",
        subcommands: [CheckCommand.self, ReviewCommand.self]
    )
}

/// `tandem catalog check`
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Name everything in the catalog that does not fit, with file, line and reason."
    )

    @Option(help: "A folder with the catalog's files, instead of the one inside the program.")
    var catalog: String?

    func run() async throws {
        let (read, problems) = Catalog.read(try Composition.catalogFiles(catalog))
        var diagnostics = problems + read.graphDiagnostics()
        diagnostics += read.translationDiagnostics()
        diagnostics += PhraseCheck(Guide(read)).diagnostics()
        for diagnostic in diagnostics { print(diagnostic) }
        let rules = try Composition.planRules()
        guard diagnostics.isEmpty else {
            print("\(diagnostics.count) problems.")
            throw ExitCode.failure
        }
        print(
            """
            The catalog is sound: \(read.activities.count) activities, \(read.skills.count) skills, \
            \(read.conditions.count) conditions, \(read.milestones.count) milestones, \(read.redFlags.count) red flags, \
            \(read.elsewhere.count) others who could help; \(read.spanish.count) skills in Spanish.
            The rules of the plan are sound: \(rules.measures.measures.count) measures, \(rules.payers.count) payers, \
            \(rules.sport.count) ways back to sport.
            """
        )
    }
}
