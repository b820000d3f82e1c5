import Hummingbird
import TandemCare
import TandemCatalog
import TandemDirectory
import TandemStore

/// What a practice says in a listing of its own.
extension PracticeVisit {
    private static let accepting = Field(
        name: "accepting",
        label: "Do you take new children?",
        kind: .radios([
            Field.Option(value: "yes", text: "Yes"), Field.Option(value: "no", text: "Not now"),
            Field.Option(value: "", text: "We do not say"),
        ])
    )
    private static let waiting = Field(
        name: "waiting",
        label: "Weeks to a first visit",
        kind: .line(type: "text", autocomplete: "off", width: "w-4"),
        isOptional: true,
        most: 3
    )
    private static let openings = Field(
        name: "openings",
        label: "Openings",
        hint: "One line, for example: Two openings on Tuesday mornings",
        isOptional: true,
        most: 160
    )
    private static let openUntil = Field(
        name: "until",
        label: "Show the openings until",
        kind: .date,
        hint: "At most 30 days from now, so that nobody calls for what is gone.",
        isOptional: true
    )
    private static let languages = Field(
        name: "languages",
        label: "Languages",
        hint: "With commas: English, Spanish",
        isOptional: true
    )
    private static let payers = Field(
        name: "payers",
        label: "Insurance that you take",
        hint: "With commas: Medicaid, Blue Cross",
        isOptional: true,
        most: 400
    )
    private static let settings = Field(
        name: "setting",
        label: "Where you see children",
        kind: .checks(ListingDetails.Setting.allCases.map { Field.Option(value: $0.rawValue, text: $0.words) }),
        isOptional: true
    )
    private static var fields: [Field] { [accepting, waiting, openings, openUntil, languages, payers, settings] }
    private static let longestOpenings = 30

    private func own(_ id: ID<ListingClaim>) async throws -> Versioned<ListingClaim> {
        let practice = practice
        let found = try await look { try $0.listings(of: practice).first { $0.value.id == id } }
        guard let found else { throw Failure.notFound }
        return found
    }

    func editListingPage() async throws -> Response {
        let found = try await own(try visit.id("listing"))
        return page(found.value, Self.filled(found.value.details, version: found.version), Problems())
    }

    func saveListing() async throws -> Response {
        let found = try await own(try visit.id("listing"))
        var reader = FormReader(form)
        let details = read(&reader)
        guard reader.problems.isEmpty else { return page(found.value, form, reader.problems) }
        let (practice, id, version) = (practice, found.value.id, reader.version)
        do {
            try await change { try $0.save(details, of: id, in: practice, version: version) }
        } catch StoreFailure.conflict(_, _, let current) {
            reader.problems.add("accepting", "Somebody else saved this listing meanwhile. Look again, then save yours.")
            let kept = form.fields.filter { $0.name != "version" } + [("version", "\(current)")]
            return page(found.value, FormBody(fields: kept), reader.problems)
        }
        return visit.redirect(.practicePage(practice, .listings), .saved)
    }

    private func read(_ reader: inout FormReader) -> ListingDetails {
        let today = visit.workspace.site.today()
        var details = ListingDetails(confirmed: today)
        details.isAccepting = form["accepting"].flatMap { ["yes": true, "no": false][$0] }
        let weeks = reader.text(Self.waiting)
        if !weeks.isEmpty {
            details.waitingWeeks = Int(weeks).flatMap { (0...104).contains($0) ? $0 : nil }
            if details.waitingWeeks == nil { reader.problems.add("waiting", "Write a number of weeks from 0 to 104.") }
        }
        details.openings = reader.text(Self.openings)
        details.openUntil = reader.date(Self.openUntil)
        if !details.openings.isEmpty {
            let last = today.adding(days: Self.longestOpenings)
            if details.openUntil.map({ $0 < today || $0 > last }) ?? true {
                reader.problems.add("until", "Say until when, from today to \(DateText.text(last)).")
            }
        }
        details.languages = Self.list(reader.text(Self.languages)).map { $0.lowercased() }
        details.payers = Self.list(reader.text(Self.payers))
        details.settings = Set(form.all("setting").compactMap(ListingDetails.Setting.init))
        return details
    }

    private static func list(_ text: String) -> [String] {
        text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    private static func filled(_ details: ListingDetails, version: Int) -> FormBody {
        var fields: [(name: String, value: String)] = [
            ("accepting", details.isAccepting.map { $0 ? "yes" : "no" } ?? ""),
            ("waiting", details.waitingWeeks.map { "\($0)" } ?? ""), ("openings", details.openings),
            ("languages", details.languages.map(\.capitalizedFirst).joined(separator: ", ")),
            ("payers", details.payers.joined(separator: ", ")), ("version", "\(version)"),
        ]
        if let until = details.openUntil { fields += FormBody.day("until", until) }
        fields += details.settings.map { ("setting", $0.rawValue) }
        return FormBody(fields: fields)
    }

    private func page(_ claim: ListingClaim, _ typed: FormBody, _ problems: Problems) -> Response {
        let values: Page.Values = [
            "fields": Self.fields.values(typed, problems), "version": typed["version"] ?? "0",
            "action": Address.ownListing(practice, claim.id).path, "npi": claim.npi.description,
            "is_confirmed": claim.isConfirmed, "back_href": Address.practicePage(practice, .listings).path,
        ]
        return response("practice-listing", title: "Listing", at: .listings, values, problems: problems)
    }
}
