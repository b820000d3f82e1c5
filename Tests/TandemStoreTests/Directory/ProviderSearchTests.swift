import TandemCatalog
import TandemDatabase
import TandemDirectory
import TandemStore
import TandemTestSupport
import Testing

@Suite struct ProviderSearchTests {
    private static let places = Places([
        ZIPPlace(zip: "62701", city: "Springfield", state: "IL", position: Position(latitude: 39.8, longitude: -89.65)),
        ZIPPlace(zip: "60601", city: "Chicago", state: "IL", position: Position(latitude: 41.89, longitude: -87.62)),
    ])

    private static func batch(_ zips: [(npi: String, zip: String)]) throws -> ProviderBatch {
        var batch = ProviderBatch()
        batch.providers = try zips.map { one in
            Provider(npi: try #require(NPI(one.npi)), kinds: .occupational, name: "ANA", zip: one.zip, digest: 1)
        }
        return batch
    }

    private static func query(_ zip: String, miles: Double) throws -> NearestQuery {
        let place = try #require(places[zip])
        return NearestQuery(origin: place.position, miles: miles, disciplines: [.occupational])
    }

    @Test(
        "what was imported is found once the index is read anew, at the program that did it and at another",
        arguments: TestHome.both
    )
    func renewing(home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let (search, other) = (ProviderSearch(store, Self.places), ProviderSearch(store, Self.places))
            #expect(try await search.nearest(Self.query("62701", miles: 25)).isEmpty)
            try await search.renew()
            try await other.renew()
            #expect(search.isReady)
            let source = DirectoryImport.Source(name: "f", fingerprint: "f", isFull: true, bytes: 0)
            let progress = try await store.beginImport(source)
            let numbers = [("1234567893", "62701"), ("1993999998", "60601"), ("1558598797", "00000")]
            try await store.write(Self.batch(numbers), of: progress)
            try await store.endImport(progress)
            for search in [search, other] {
                try await search.renew()
                #expect(search.counts.placed == 2)
                #expect(search.counts.unplaced == 1)
                let near = try await search.nearest(Self.query("62701", miles: 25))
                #expect(near.map(\.provider.npi.description) == ["1234567893"])
                let far = try await search.nearest(Self.query("62701", miles: 300))
                #expect(far.map(\.provider.zip) == ["62701", "60601"])
                #expect(try #require(far.last).miles > 150)
            }
        }
    }
}
