import TandemCare
import TandemCatalog
import TandemDirectory
import TandemStore

/// The directory of the demonstration: some dozens of providers around Springfield who do not exist, and the listings of the two
/// practices.
struct DemoListings: Sendable {
    private static let towns = [
        ("62701", "SPRINGFIELD"), ("62702", "SPRINGFIELD"), ("62703", "SPRINGFIELD"), ("62704", "SPRINGFIELD"),
        ("62711", "SPRINGFIELD"), ("62629", "CHATHAM"), ("62563", "ROCHESTER"), ("62684", "SHERMAN"),
        ("62656", "LINCOLN"), ("62650", "JACKSONVILLE"), ("62521", "DECATUR"), ("62568", "TAYLORVILLE"),
    ]
    private static let given = ["ALMA", "BO", "CARLA", "DEV", "ELIF", "FINN", "GITA", "HUGO", "INES", "JONAH", "KIRA"]
    private static let family = ["ADEYEMI", "BECK", "CASTILLO", "DUBOIS", "EASTMAN", "FOX", "GREENE"]
    /// Where made-up numbers begin.
    private static let first: UInt32 = 1_990_000_000
    private static let persons = 40

    let store: Store

    /// - Parameter practices: with somebody of theirs who asks for the listing.
    func tell(_ practices: [(practice: Practice, account: ID<Account>)]) async throws {
        var batch = ProviderBatch()
        var numbers = (Self.first...(Self.first + 2_000)).lazy.compactMap { NPI(number: $0) }.makeIterator()
        for index in 0..<Self.persons {
            guard let npi = numbers.next() else { continue }
            batch.providers.append(Self.person(index, npi))
        }
        var claims: [(npi: NPI, practice: ID<Practice>, account: ID<Account>)] = []
        for (practice, account) in practices {
            guard let npi = numbers.next() else { continue }
            batch.providers.append(Self.clinic(practice, npi))
            claims.append((npi, practice.id, account))
        }
        let source = DirectoryImport.Source(name: "demonstration", fingerprint: "demonstration", isFull: true, bytes: 0)
        let progress = try await store.beginImport(source)
        try await store.write(batch, of: progress)
        try await store.endImport(progress)
        for claim in claims { try await keep(claim.npi, claim.practice, claim.account) }
    }

    private func keep(_ npi: NPI, _ practice: ID<Practice>, _ account: ID<Account>) async throws {
        let today = store.effects.today()
        try await store.change(by: .person(account, in: practice)) { transaction in
            let claim = try transaction.claim(npi, for: practice, by: account)
            try transaction.confirm(claim.id)
            let details = ListingDetails(
                isAccepting: true,
                waitingWeeks: 3,
                openings: "Two openings on Tuesday mornings",
                openUntil: today.adding(days: 20),
                languages: ["english", "spanish"],
                payers: ["Medicaid", "Blue Cross"],
                settings: [.clinic, .home],
                confirmed: today
            )
            try transaction.save(details, of: claim.id, in: practice, version: 2)
        }
    }

    private static func person(_ index: Int, _ npi: NPI) -> Provider {
        let isPT = index.isMultiple(of: 2)
        let isPediatric = index % 5 == 1 || index % 5 == 2
        let (zip, city) = towns[index % towns.count]
        let base: ProviderKinds = isPT ? .physical : .occupational
        let pediatric: ProviderKinds = isPT ? .pediatricPhysical : .pediatricOccupational
        return Provider(
            npi: npi,
            kinds: isPediatric ? base.union(pediatric) : base,
            name: "\(given[index % given.count]) \(family[index % family.count])",
            credential: isPT ? "PT, DPT" : "OTR/L",
            street: "\(index + 1) EXAMPLE ST",
            city: city,
            state: "IL",
            zip: zip,
            phone: "2175550\(100 + index)",
            taxonomies: isPT
                ? (isPediatric ? "2251P0200X" : "225100000X") : (isPediatric ? "225XP0200X" : "225X00000X"),
            updated: "20\(15 + index % 10)-0\(1 + index % 9)-15"
        )
    }

    private static func clinic(_ practice: Practice, _ npi: NPI) -> Provider {
        let isPT = practice.disciplines.contains(.physical)
        return Provider(
            npi: npi,
            kinds: isPT
                ? [.physical, .pediatricPhysical, .organization]
                : [.occupational, .pediatricOccupational, .organization],
            name: practice.name.uppercased(),
            street: "200 EXAMPLE AVE",
            city: "SPRINGFIELD",
            state: "IL",
            zip: "62701",
            phone: practice.phone.filter(\.isNumber),
            taxonomies: isPT ? "2251P0200X" : "225XP0200X",
            updated: "2025-11-03"
        )
    }
}
