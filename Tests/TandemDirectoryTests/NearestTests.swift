import TandemCatalog
import TandemDirectory
import Testing

/// The search against brute force: every provider measured, sorted, cut.
@Suite struct NearestTests {
    private struct Made {
        let npi: NPI
        let kinds: ProviderKinds
        let place: Int?
        let position: Position?
    }

    private struct Chance: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state ^ state >> 29) &* 0xBF58_476D_1CE4_E5B9
        }
    }

    /// Every thirtieth ZIP code, and all that are far away.
    private static let places = Places(
        Fixtures.places.enumerated().filter { $0.offset.isMultiple(of: 30) || far.contains($0.element.state) }.map(
            \.element
        )
    )

    private static let far: Set<String> = ["AK", "PR", "GU", "HI", "AS", "AP"]

    private static func made(_ count: Int, _ chance: inout Chance) -> [Made] {
        let kinds: [ProviderKinds] = [
            .physical, [.physical, .pediatricPhysical], .occupational, [.occupational, .pediatricOccupational],
            [.physical, .occupational, .organization], .other,
        ]
        // The date line, Alaska and Puerto Rico more often than they have providers.
        let far = places.indices.filter { Self.far.contains(places[$0].state) }
        var made: [Made] = []
        var serial: UInt32 = 1_000_000_000
        while made.count < count {
            serial += 1
            guard let npi = NPI(number: serial) else { continue }
            let place: Int? =
                switch Int.random(in: 0..<20, using: &chance) {
                case 0: nil
                case 1...4: far.randomElement(using: &chance)
                default: places.indices.randomElement(using: &chance)
                }
            made.append(
                Made(
                    npi: npi,
                    kinds: kinds.randomElement(using: &chance) ?? .other,
                    place: place,
                    position: place.map { places[$0].position }
                )
            )
        }
        return made
    }

    @Test(
        "equal to brute force on 10,000 questions, the date line, Alaska, Puerto Rico and unknown ZIP codes among them"
    )
    func bruteForce() throws {
        var chance = Chance(state: 42)
        let made = Self.made(400, &chance)
        let places = Self.places
        let index = ProviderIndex(
            places,
            made.map { ProviderIndex.Entry(npi: $0.npi.number, kinds: $0.kinds, place: $0.place) }
        )
        #expect(index.unplaced == made.count { $0.place == nil })
        let claimedOnes = made.prefix(100).filter { $0.place != nil }
        let claims = claimedOnes.map { one in
            (npi: one.npi, kinds: one.kinds, zip: one.place.map { places[$0].zip } ?? "", details: ListingDetails())
        }
        let claimed = ClaimedListings(claims, places: places)
        let isClaimed = Set(claimedOnes.map(\.npi))
        let corners = [
            Position(latitude: 51.5672, longitude: 178.8775), Position(latitude: 52.2, longitude: -174.2),
            Position(latitude: 71.29, longitude: -156.79), Position(latitude: 18.2, longitude: -66.7),
            Position(latitude: 90, longitude: 0), Position(latitude: -14.3, longitude: -170.7),
            Position(latitude: 0, longitude: 180),
        ]
        for round in 0..<10_000 {
            let origin: Position =
                switch round % 4 {
                case 0: corners[round / 4 % corners.count]
                default: places[Int.random(in: 0..<places.count, using: &chance)].position
                }
            let miles = [1, 25, 100, 1_000, 13_000].randomElement(using: &chance) ?? 25
            var query = NearestQuery(
                origin: origin,
                miles: Double(miles),
                disciplines: [[.physical], [.occupational], [.physical, .occupational]].randomElement(using: &chance)
                    ?? []
            )
            query.isPediatric = Bool.random(using: &chance)
            query.most = [1, 10, 25].randomElement(using: &chance) ?? 10
            let expected = Self.bruteForce(query, made, isClaimed)
            let found = index.nearest(query, claimed: claimed)
            guard found.map(\.npi) != expected.map(\.npi) else { continue }
            Issue.record("round \(round): \(found) instead of \(expected)")
            return
        }
    }

    private static func bruteForce(_ query: NearestQuery, _ made: [Made], _ claimed: Set<NPI>) -> [(
        npi: NPI, miles: Double
    )] {
        let fitting = made.compactMap { one -> (npi: NPI, chord: Double)? in
            guard let position = one.position,
                query.disciplines.contains(where: { discipline in
                    query.isPediatric
                        ? one.kinds.isPediatric(discipline) : one.kinds.disciplines.contains(discipline)
                })
            else { return nil }
            return (one.npi, position.chordSquared(to: query.origin))
        }
        return fitting.filter { $0.chord <= Position.chordSquared(miles: query.miles) }
            .sorted {
                ($0.chord, claimed.contains($0.npi) ? 0 : 1, $0.npi) < (
                    $1.chord, claimed.contains($1.npi) ? 0 : 1, $1.npi
                )
            }
            .prefix(query.most).map { ($0.npi, Position.miles(chordSquared: $0.chord)) }
    }

    @Test("what only a claimed listing tells finds claimed listings only, and only those that say so")
    func wishes() throws {
        let places = Fixtures.places
        let zip = "62701"
        let place = try #require(places.index(of: zip))
        let numbers = ["1234567893", "1993999998", "1558598797"].compactMap { NPI($0) }
        let index = ProviderIndex(
            places,
            numbers.map { ProviderIndex.Entry(npi: $0.number, kinds: .occupational, place: place) }
        )
        let accepting = ListingDetails(
            isAccepting: true,
            languages: ["spanish"],
            payers: ["Medicaid"],
            settings: [.home, .clinic]
        )
        let claimed = ClaimedListings(
            [
                (numbers[1], .occupational, zip, accepting),
                (numbers[2], .occupational, zip, ListingDetails(isAccepting: false)),
            ],
            places: places
        )
        var query = NearestQuery(origin: places[place].position, miles: 25, disciplines: [.occupational])
        #expect(index.nearest(query, claimed: claimed).map(\.npi) == [numbers[2], numbers[1], numbers[0]])
        for change in [
            { (wish: inout NearestQuery.Wish) in wish.isAccepting = true }, { $0.language = "spanish" },
            { $0.payer = "medicaid" }, { $0.setting = .home },
        ] {
            query.wish = NearestQuery.Wish()
            change(&query.wish)
            #expect(index.nearest(query, claimed: claimed).map(\.npi) == [numbers[1]])
        }
        query.wish.setting = .school
        #expect(index.nearest(query, claimed: claimed).isEmpty)
        query.disciplines = [.physical]
        query.wish = NearestQuery.Wish()
        #expect(index.nearest(query, claimed: claimed).isEmpty)
    }
}
