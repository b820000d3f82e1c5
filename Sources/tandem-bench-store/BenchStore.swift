import ArgumentParser

/// Measures the store in this process, for `make bench`. Figures are printed as one JSON object.
@main
struct BenchStore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tandem-bench-store",
        abstract: "Measure the store: durable writes, searching, finding the nearest, filling a large database.",
        subcommands: [
            FillCommand.self, PlanCommand.self, ReferralsCommand.self, WritesCommand.self, SearchCommand.self,
            NearestCommand.self,
        ]
    )
}
