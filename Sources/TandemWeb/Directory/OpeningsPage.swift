import Hummingbird
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemDirectory
import TandemStore

/// Who has room for a new child: what practices said in the last seven days, then what they said before and still holds.
extension OpenVisit {
    /// The most listings that the page shows.
    private static let mostOpenings = 100

    func openingsPage() async throws -> Response {
        let today = workspace.site.today()
        let form = DirectoryForm(query)
        var problems = Problems()
        try await countLook()
        let found: [(values: Page.Values, isNew: Bool)]
        var values: Page.Values = [:]
        if let search = workspace.directory, search.isReady, !(query["place"] ?? "").trimmed.isEmpty {
            do throws(Places.Miss) {
                let place = try form.find(in: search.places)
                values["near"] = place.name
                values["miles"] = form.typed["miles"]
                found = try await openings(near: place, form, search, today)
            } catch {
                problems.add("place", error.message)
                found = []
            }
        } else {
            found = try await openings(today)
        }
        values.merge([
            "new": found.filter(\.isNew).map(\.values), "older": found.filter { !$0.isNew }.map(\.values),
            "nobody": found.isEmpty && problems.isEmpty, "directory_href": Address.directory.path,
            "action": Address.openings.path, "has_directory": workspace.directory?.isReady == true,
        ]) { $1 }
        values.merge(form.values(problems)) { $1 }
        return page("openings", "Openings this week", values, problems)
    }

    private func openings(_ today: CalendarDate) async throws -> [(values: Page.Values, isNew: Bool)] {
        try await store.database.read { connection in
            let claims = try connection.openings(on: today, most: Self.mostOpenings)
            let providers = try connection.providers(claims.map(\.npi))
            return providers.compactMap { provider in
                claims.first { $0.npi == provider.npi }.map { claim in
                    (ListingWords(provider, claim.details, today: today).values(), claim.details.isNew(on: today))
                }
            }
        }
    }

    private func openings(
        near place: FoundPlace,
        _ form: DirectoryForm,
        _ search: ProviderSearch,
        _ today: CalendarDate
    ) async throws(Places.Miss) -> [(values: Page.Values, isNew: Bool)] {
        var query = form.query(place.position)
        query.wish.openOn = today
        query.most = Self.mostOpenings
        let found: [FoundProvider]
        do { found = try await search.nearest(query) } catch { return [] }
        return found.map { one in
            (
                ListingWords(one.provider, one.details, today: today).values(miles: one.miles),
                one.details?.isNew(on: today) ?? false
            )
        }
    }
}

extension ListingDetails {
    /// Whether the practice said it within the last seven days.
    fileprivate func isNew(on today: CalendarDate) -> Bool { confirmed.map { $0 > today.adding(days: -7) } ?? false }
}
