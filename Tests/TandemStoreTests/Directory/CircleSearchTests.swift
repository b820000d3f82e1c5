import TandemCare
import TandemCatalog
import TandemDatabase
import TandemDirectory
import TandemStore
import TandemTestSupport
import Testing

@Suite("Partners first in a search")
struct CircleSearchTests {
    private static let places = Places([
        ZIPPlace(zip: "62701", city: "Springfield", state: "IL", position: Position(latitude: 39.8, longitude: -89.65)),
        ZIPPlace(zip: "62629", city: "Chatham", state: "IL", position: Position(latitude: 39.66, longitude: -89.7)),
        ZIPPlace(zip: "60601", city: "Chicago", state: "IL", position: Position(latitude: 41.89, longitude: -87.62)),
    ])

    @Test(
        "trusted, then near, then those of whom nobody knows where; a listing of a partner is not named twice",
        arguments: TestHome.both
    )
    func order(home: TestHome) async throws {
        try await TestStore.with(home) { store in
            let numbers = try ["1234567893", "1993999998", "1558598797"].map { try #require(NPI($0)) }
            var batch = ProviderBatch()
            batch.providers = zip(numbers, ["62701", "62629", "62701"]).map {
                Provider(npi: $0, kinds: .occupational, name: "ANA", zip: $1, digest: 1)
            }
            let practice: ID<Practice> = store.effects.id()
            let source = DirectoryImport.Source(name: "f", fingerprint: "f", isFull: true, bytes: 0)
            let progress = try await store.beginImport(source)
            try await store.write(batch, of: progress)
            try await store.endImport(progress)
            let search = ProviderSearch(store, Self.places)
            try await search.renew()

            func partner(_ name: String, place: String = "", npi: NPI? = nil, trusted: Bool = false) -> Partner {
                Partner(
                    id: store.effects.id(),
                    practice: practice,
                    name: name,
                    disciplines: [.occupational],
                    npi: npi?.description,
                    place: place,
                    languages: name == "Spanish" ? ["Spanish"] : [],
                    isTrusted: trusted
                )
            }
            var other = partner("Physical", place: "Springfield, IL", trusted: true)
            other.disciplines = [.physical]
            let partners = [
                partner("Unknown", place: "over the river"), partner("Far", place: "Chicago, IL", trusted: true),
                partner("Near", npi: numbers[0]), partner("Trusted", place: "Chatham, IL", trusted: true), other,
                partner("Spanish", place: "Chatham, IL"),
            ]
            let origin = try #require(Self.places["62701"]).position
            var query = NearestQuery(origin: origin, miles: 25, disciplines: [.occupational])
            let found = try await search.nearest(query, partners: partners)
            #expect(found.partners.map(\.partner.name) == ["Trusted", "Near", "Spanish", "Unknown"])
            #expect(found.partners[1].miles == 0 && found.partners[3].miles == nil)
            #expect(found.others.map(\.provider.npi) == [numbers[2], numbers[1]])
            query.wish.language = "klingon"
            let rare = try await search.nearest(query, partners: partners)
            #expect(rare.partners.map(\.partner.name) == ["Trusted", "Near", "Unknown"], "who does not say stays in")
            #expect(rare.others.isEmpty)
        }
    }
}
