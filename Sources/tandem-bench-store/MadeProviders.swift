import TandemCare
import TandemCatalog
import TandemDatabase
import TandemDirectory
import TandemStore

/// Many providers that do not exist, some ZIP codes fuller than others.
struct MadeProviders {
    let places: Places

    func fill(_ store: Store, count: Int) async throws {
        let source = DirectoryImport.Source(name: "made", fingerprint: "made \(count)", isFull: false, bytes: 0)
        let progress = try await store.beginImport(source)
        var state: UInt64 = 1
        func chance() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
        var serial: UInt32 = 1_000_000_000
        var made = 0
        while made < count {
            var batch = ProviderBatch()
            while batch.providers.count < 5_000, made < count {
                serial += 1
                guard let npi = NPI(number: serial) else { continue }
                let skew = chance()
                let index = Int(skew * skew * Double(places.count)) * 7919 % places.count
                let place = places[index]
                batch.providers.append(
                    Provider(
                        npi: npi,
                        kinds: Self.kinds(chance()),
                        name: "GIVEN FAMILY",
                        street: "1 MAIN ST",
                        city: place.city.uppercased(),
                        state: place.state,
                        zip: place.zip,
                        phone: "2175550100",
                        taxonomies: "225X00000X",
                        updated: "2024-05-31",
                        digest: 1
                    )
                )
                made += 1
            }
            try await store.write(batch, of: progress)
        }
        try await store.endImport(progress)
        try await store.database.write { try $0.script("ANALYZE") }
    }

    /// Shares as in the national provider file.
    private static func kinds(_ chance: Double) -> ProviderKinds {
        switch chance {
        case ..<0.62: .physical
        case ..<0.64: [.physical, .pediatricPhysical]
        case ..<0.92: .occupational
        case ..<0.96: [.occupational, .pediatricOccupational]
        default: [.physical, .organization]
        }
    }
}
