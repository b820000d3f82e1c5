import ArgumentParser
import Foundation
import TandemAssets
import TandemCatalog
import TandemDatabase
import TandemDirectory
import TandemStore

/// `tandem-bench-store nearest PLACE COUNT`
struct NearestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nearest",
        abstract:
            "Find the ten nearest pediatric OTs among many providers, and the same with what the engine brings along."
    )

    @Argument(help: "A file, or the address of a PostgreSQL database.")
    var place: String

    @Argument(help: "How many providers to make.")
    var count: Int

    func run() async throws {
        let store = try await OpenStore.at(place)
        let file = Assets.files.first { $0.path == "Places/us_zip_centroids.csv" }
        guard let bytes = file?.bytes else { throw ValidationError("There are no places.") }
        var figures = Figures()
        var clock = ContinuousClock.now
        let places = Places(csv: bytes)
        figures["places_ms"] = (ContinuousClock.now - clock).seconds * 1000
        try await MadeProviders(places: places).fill(store, count: count)
        let search = ProviderSearch(store, places)
        clock = ContinuousClock.now
        try await search.renew()
        figures["load_seconds"] = (ContinuousClock.now - clock).seconds

        let origins = (0..<1000).map { places[($0 * 7919 + 13) % places.count] }
        let ours = try await Self.times { round in
            let query = Self.query(origins[round % origins.count])
            return try await search.nearest(query).map { $0.provider.npi.number }
        }
        figures.add(ours.times, "ours")
        let theirs = GeoTable(store.database)
        for kind in GeoTable.Kind.allCases(store.database.engine) {
            try await theirs.fill(kind, places)
            let found = try await Self.times { round in try await theirs.nearest(origins[round % origins.count], kind) }
            figures.add(found.times, kind.rawValue)
            figures["\(kind.rawValue)_same"] = Self.share(of: ours.found, in: found.found)
        }
        try figures.show()
        try await store.trail.close(in: store.database)
        await store.database.close()
    }

    static func query(_ place: ZIPPlace) -> NearestQuery {
        var query = NearestQuery(origin: place.position, miles: 25, disciplines: [.occupational])
        query.isPediatric = true
        return query
    }

    /// Seconds of each of 3,000 rounds, after 200 that do not count, and what each found.
    private static func times(
        _ body: (Int) async throws -> [UInt32]
    ) async throws -> (times: [Double], found: [[UInt32]]) {
        for round in 0..<200 { _ = try await body(round) }
        var times: [Double] = []
        var found: [[UInt32]] = []
        for round in 0..<3000 {
            let start = ContinuousClock.now
            let one = try await body(round)
            times.append((ContinuousClock.now - start).seconds)
            found.append(one)
        }
        return (times, found)
    }

    /// In how many rounds as many were found: who is at the same distance may differ, and the edge of the 25 miles by the shape of
    /// the earth that is reckoned with.
    private static func share(of ours: [[UInt32]], in theirs: [[UInt32]]) -> Double {
        Double(zip(ours, theirs).count { $0.count == $1.count }) / Double(max(1, ours.count))
    }
}

extension Figures {
    fileprivate mutating func add(_ times: [Double], _ name: String) {
        self["\(name)_p50_ms"] = times.percentile(0.5) * 1000
        self["\(name)_p99_ms"] = times.percentile(0.99) * 1000
    }
}
