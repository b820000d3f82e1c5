import ArgumentParser
import Foundation
import TandemAssets
import TandemGuide
import TandemWeb

/// `tandem catalog review`
struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Write one printable page with every entry, for a clinician to correct and sign."
    )

    @Argument(help: "The HTML file to write.")
    var file: String

    @Option(help: "A folder with the catalog's files, instead of the one inside the program.")
    var catalog: String?

    func run() async throws {
        let site = try Site(
            guide: Guide(try await Composition.catalog(catalog)),
            files: Assets.texts(in: "Pages"),
            rules: Composition.planRules(),
            today: { Composition.today() }
        )
        do {
            try site.reviewSheet().write(toFile: file, atomically: true, encoding: .utf8)
        } catch {
            throw ValidationError("'\(file)' cannot be written: \(error.localizedDescription)")
        }
        print("Wrote \(file). Open it in a browser and print it.")
    }
}
