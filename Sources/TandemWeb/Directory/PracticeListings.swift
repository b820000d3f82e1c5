import Hummingbird
import TandemCare
import TandemCatalog
import TandemDirectory
import TandemStore

/// The listings that a practice has claimed: asked for by number, let go again.
extension PracticeVisit {
    private static let number = Field(
        name: "npi",
        label: "National Provider Identifier (NPI)",
        kind: .line(type: "text", autocomplete: "off", width: "w-10"),
        hint: "Ten digits: your practice's own, or that of a therapist who works with you.",
        most: 20
    )

    func listingsPage() async throws -> Response { try await listings(FormBody(""), Problems()) }

    private func listings(_ typed: FormBody, _ problems: Problems) async throws -> Response {
        let practice = practice
        let today = visit.workspace.site.today()
        let found = try await look { connection in
            let claims = try connection.listings(of: practice).map(\.value)
            return (claims, try connection.providers(claims.map(\.npi)))
        }
        let values: Page.Values = [
            "action": Address.practicePage(practice, .listings).path,
            "fields": [Self.number].values(typed, problems),
            "directory_href": Address.directory.path,
            "claims": found.0.map { claim in
                let provider = found.1.first { $0.npi == claim.npi }
                let words = provider.map { ListingWords($0, claim.details, today: today) }
                return [
                    "name": words?.name ?? "NPI \(claim.npi)", "npi": claim.npi.description,
                    "is_confirmed": claim.isConfirmed, "href": Address.ownListing(practice, claim.id).path,
                    "end_action": Address.ownListing(practice, claim.id).path + "/end",
                    "public_href": Address.listing(claim.npi).path,
                ] as Page.Values
            },
        ]
        return response("practice-listings", title: "Listings", at: .listings, values, problems: problems)
    }

    func claimListing() async throws -> Response {
        var problems = Problems()
        let typed = (form["npi"] ?? "").filter { !$0.isWhitespace && $0 != "-" }
        guard let npi = NPI(typed) else {
            problems.add("npi", "This is no NPI: it has ten digits, and the last one checks the others.")
            return try await listings(form, problems)
        }
        let (practice, account) = (practice, visit.who.account)
        do {
            try await change { _ = try $0.claim(npi, for: practice, by: account) }
        } catch StoreFailure.refused(let why) {
            problems.add("npi", why)
            return try await listings(form, problems)
        }
        return visit.redirect(.practicePage(practice, .listings), .saved)
    }

    func endListing() async throws -> Response {
        let (practice, id) = (practice, try visit.id("listing", of: ListingClaim.self))
        try await change { try $0.endClaim(id, in: practice) }
        return visit.redirect(.practicePage(practice, .listings), .ended)
    }
}
