import ArgumentParser
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// `tandem-bench-store search PLACE PRACTICE COUNT`
struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find children by the beginnings of names and by birth date, and read one child, as `fill` made them."
    )

    @Argument(help: "A file, or the address of a PostgreSQL database.")
    var place: String

    @Argument(help: "The id that `fill` printed.")
    var practice: String

    @Argument(help: "How many children there are.")
    var count: Int

    func run() async throws {
        guard let practice = ID<Practice>(practice) else { throw ValidationError("'\(practice)' is no id.") }
        let store = try await OpenStore.at(place)
        let now = store.effects.now()
        let today = store.effects.today()
        var figures = Figures()
        let names = ["m", "mar", "maria", "jo", "ba", "bab", "cada", "maria ba", "li fe", "no quga", "xx", "so xy"]
        let dates = (1...12).map { "2019-\($0 < 10 ? "0" : "")\($0)-14" }
        for (kind, queries) in [("name", names), ("birth_date", dates)] {
            let times = try await Self.times { round in
                let query = ChildQuery(queries[round % queries.count], today: today)
                _ = try await store.database.read { try $0.findChildren(query, in: practice, at: now) }
            }
            figures["\(kind)_p50_ms"] = times.percentile(0.5) * 1000
            figures["\(kind)_p99_ms"] = times.percentile(0.99) * 1000
        }
        let children = (0..<1000).compactMap { BigPractice.child(1 + $0 * 7919 % count) }
        let times = try await Self.times { round in
            let child = children[round % children.count]
            _ = try await store.database.read { (try $0.record(child)?.value, try $0.facts(of: child)) }
        }
        figures["one_child_p50_ms"] = times.percentile(0.5) * 1000
        try figures.show()
        await store.database.close()
    }

    /// Seconds of each of 2,000 rounds, after 100 that do not count.
    private static func times(_ body: (Int) async throws -> Void) async throws -> [Double] {
        for round in 0..<100 { try await body(round) }
        var times: [Double] = []
        for round in 0..<2000 {
            let start = ContinuousClock.now
            try await body(round)
            times.append((ContinuousClock.now - start).seconds)
        }
        return times
    }
}
