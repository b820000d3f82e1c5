import ArgumentParser

/// `tandem-bench-store search PLACE PRACTICE`
struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find children by name and birth date."
    )

    @Argument var place: String
    @Argument var practice: String

    func run() async throws {}
}
