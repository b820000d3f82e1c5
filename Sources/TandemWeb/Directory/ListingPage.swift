import Hummingbird
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemDirectory
import TandemStore

/// One listing.
extension OpenVisit {
    func listingPage() async throws -> Response {
        guard let npi = parameters.get("npi").flatMap({ NPI($0) }) else { throw Failure.notFound }
        try await countLook()
        let found = try await store.database.read { connection -> (Provider, ListingClaim?, Practice?)? in
            guard let provider = try connection.provider(npi) else { return nil }
            let claim = try connection.confirmedClaim(to: npi)
            return (provider, claim, try claim.flatMap { try connection.record($0.practice)?.value })
        }
        guard let (provider, claim, practice) = found else { throw Failure.notFound }
        let words = ListingWords(provider, claim?.details, today: workspace.site.today())
        var values = words.values()
        values["directory_href"] = Address.directory.path
        values["practice"] = practice?.name
        values["practice_phone"] = practice?.phone
        let list = workspace.directory?.taxonomies
        values["codes"] = provider.taxonomies.split(separator: ",").map { code in
            ["name": list?[String(code)]?.name ?? String(code)] as Page.Values
        }
        return page("listing", words.name, values.withoutEmptyTexts, Problems())
    }
}
