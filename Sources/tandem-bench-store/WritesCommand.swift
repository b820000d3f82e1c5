import ArgumentParser
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// `tandem-bench-store writes PLACE`
struct WritesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "writes",
        abstract: "Durable writes a second of 64 writers, each a record with its audit line."
    )

    @Argument(help: "A file, or the address of a PostgreSQL database.")
    var place: String

    @Option(help: "How long to write.")
    var seconds = 4

    @Flag(help: "A commit for every write, to compare with.")
    var alone = false

    func run() async throws {
        let store = try await OpenStore.at(place, sharesCommits: !alone)
        let end = ContinuousClock.now + .seconds(seconds)
        let begin = ContinuousClock.now
        let times = try await withThrowingTaskGroup(of: [Double].self) { group in
            for _ in 0..<64 {
                group.addTask { try await Self.write(to: store, until: end) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        let took = (ContinuousClock.now - begin).seconds
        var figures = Figures()
        figures["writes_per_second"] = Double(times.count) / took
        figures["p50_ms"] = times.percentile(0.5) * 1000
        figures["p99_ms"] = times.percentile(0.99) * 1000
        try figures.show()
        await store.database.close()
    }

    /// - Returns: seconds of each write.
    private static func write(to store: Store, until end: ContinuousClock.Instant) async throws -> [Double] {
        var times: [Double] = []
        while ContinuousClock.now < end {
            let start = ContinuousClock.now
            try await store.change(by: .program) { transaction in
                try transaction.insert(Household(id: transaction.effects.id(), name: "Home", phone: "555-0100"))
            }
            times.append((ContinuousClock.now - start).seconds)
        }
        return times
    }
}
