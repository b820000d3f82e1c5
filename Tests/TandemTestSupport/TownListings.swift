import TandemCare
package import TandemCatalog
package import TandemDirectory
package import TandemStore

/// The directory as the town has it: an OT who works alone, a clinic in the next town, and a PT whose listing Maya's practice has
/// claimed and keeps.
package struct TownListings: Sendable {
    package let ot: NPI
    package let clinic: NPI
    package let claim: ListingClaim
    /// Read once; ask `renew` for what came later.
    package let search: ProviderSearch

    package static let springfield = ZIPPlace(
        zip: "62701",
        city: "Springfield",
        state: "IL",
        position: Position(latitude: 39.8, longitude: -89.65)
    )
    private static let chatham = ZIPPlace(
        zip: "62629",
        city: "Chatham",
        state: "IL",
        position: Position(latitude: 39.66, longitude: -89.7)
    )

    /// Writes the listings into the town's store.
    package init(in town: Town) async throws {
        let store = town.store
        guard let ot = NPI("1234567893"), let clinic = NPI("1993999998"), let pt = NPI("1558598797") else {
            throw StoreFailure.notFound
        }
        var batch = ProviderBatch()
        batch.providers = [
            Self.provider(ot, [.occupational, .pediatricOccupational], "LUIS OT'MARA", zip: "62701"),
            Self.provider(clinic, [.physical, .organization], "CHATHAM KIDS PT, LLC", zip: "62629"),
            Self.provider(pt, .physical, "DANA REYES", zip: "62701"),
        ]
        let source = DirectoryImport.Source(name: "town.csv", fingerprint: "town", isFull: true, bytes: 0)
        let progress = try await store.beginImport(source)
        try await store.write(batch, of: progress)
        try await store.endImport(progress)
        let (practice, adam, until) = (town.brightSteps.id, town.account(.adam), store.effects.today().adding(days: 6))
        claim = try await store.change(by: .person(adam, in: practice)) { transaction in
            let claim = try transaction.claim(pt, for: practice, by: adam)
            try transaction.confirm(claim.id)
            let details = ListingDetails(
                isAccepting: true,
                waitingWeeks: 2,
                openings: "Two openings on Tuesday mornings",
                openUntil: until,
                languages: ["spanish"],
                payers: ["Medicaid"],
                settings: [.clinic, .home]
            )
            try transaction.save(details, of: claim.id, in: practice, version: 2)
            return claim
        }
        (self.ot, self.clinic) = (ot, clinic)
        search = ProviderSearch(store, Places([Self.springfield, Self.chatham]))
        try await search.renew()
    }

    private static func provider(_ npi: NPI, _ kinds: ProviderKinds, _ name: String, zip: String) -> Provider {
        Provider(
            npi: npi,
            kinds: kinds,
            name: name,
            credential: kinds.contains(.organization) ? "" : "PT, DPT",
            street: "14 HIDDEN LN",
            city: zip == "62701" ? "SPRINGFIELD" : "CHATHAM",
            state: "IL",
            zip: zip,
            phone: "2175550177",
            taxonomies: "225X00000X",
            updated: "2024-05-31",
            digest: 1
        )
    }
}
