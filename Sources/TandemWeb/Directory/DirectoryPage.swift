import Hummingbird
import TandemCatalog
import TandemDirectory
import TandemStore

/// Who is near: the form and, once it is filled in, those found.
extension OpenVisit {
    func directoryPage() async throws -> Response {
        let form = DirectoryForm(query)
        var problems = Problems()
        var values = form.values(problems)
        values["openings_href"] = Address.openings.path
        values["action"] = Address.directory.path
        guard let search = workspace.directory, search.isReady, search.counts.placed > 0 else {
            values["is_empty"] = true
            return page("directory", "Find a therapist near you", values, problems)
        }
        guard !form.isEmpty else { return page("directory", "Find a therapist near you", values, problems) }
        try await countLook()
        do throws(Places.Miss) {
            let place = try form.find(in: search.places)
            return try await results(form, place, search, values)
        } catch {
            problems.add("place", error.message)
            values.merge(form.values(problems)) { $1 }
            return page("directory", "Find a therapist near you", values, problems)
        }
    }

    private func results(
        _ form: DirectoryForm,
        _ place: FoundPlace,
        _ search: ProviderSearch,
        _ values: Page.Values
    ) async throws(Places.Miss) -> Response {
        let found: [FoundProvider]
        do { found = try await search.nearest(form.query(place.position)) } catch { return unavailable }
        var values = values
        let today = workspace.site.today()
        values["has_searched"] = true
        values["near"] = place.name
        values["is_guess"] = place.isGuess
        values["miles"] = form.typed["miles"] ?? "25"
        values["nobody"] = found.isEmpty
        values["asks_practices"] = form.asksPractices
        values["is_full"] = found.count == 25
        values["count"] = found.count
        values["found"] = found.map { ListingWords($0.provider, $0.details, today: today).values(miles: $0.miles) }
        return page("directory", "Therapists near \(place.name)", values, Problems())
    }

    private var unavailable: Response {
        page(
            "directory",
            "Find a therapist near you",
            ["is_empty": true, "action": Address.directory.path],
            Problems()
        )
    }

    func page(_ template: String, _ title: String, _ values: Page.Values, _ problems: Problems) -> Response {
        var values = values
        problems.add(to: &values)
        let page = Page(
            template: template,
            title: problems.title(title),
            description: "Physical and occupational therapists near you, from the national provider file.",
            section: .directory,
            values: values
        )
        return workspace.site.response(
            page,
            status: problems.isEmpty ? .ok : .unprocessableContent,
            isPrivate: true
        )
    }
}

extension Places.Miss {
    /// What to write instead.
    var message: String {
        switch self {
        case .nothing: "Write a ZIP code, or a town and its state."
        case .unknownZIP: "We do not know this ZIP code. Check its five digits, or write a town and its state."
        case .unknownTown:
            "We do not know this town. Write it with its state, like Springfield, IL, or write a ZIP code."
        case .whichState(let states):
            "There is more than one town of this name. Add the state: \(states.prefix(8).joined(separator: ", "))"
                + (states.count > 8 ? " or another." : ".")
        }
    }
}
