import TandemCatalog
import TandemDirectory

/// A provider as pages show it. A person's street and phone may be a home's, so they stand here only once the listing is claimed.
struct ListingWords {
    private let provider: Provider
    private let details: ListingDetails?
    private let today: CalendarDate

    /// - Parameter details: what its practice says; `nil` where nobody has claimed the listing.
    init(_ provider: Provider, _ details: ListingDetails?, today: CalendarDate) {
        self.provider = provider
        self.details = details
        self.today = today
    }

    var name: String {
        let name = Self.calm(provider.name)
        return provider.credential.isEmpty || provider.isOrganization ? name : "\(name), \(provider.credential)"
    }

    func values(miles: Double? = nil) -> Page.Values {
        let shows = provider.isOrganization || details != nil
        var values: Page.Values = [
            "name": name, "href": Address.listing(provider.npi).path, "npi": provider.npi.description,
            "is_claimed": details != nil, "hides_street": !shows,
            "where": "\(Self.calm(provider.city)), \(provider.state) \(provider.zip)",
            "badges": provider.kinds.disciplines.map { discipline in
                Mark.values([discipline]).merging(
                    ["is_pediatric": provider.kinds.isPediatric(discipline)],
                    uniquingKeysWith: { $1 }
                )
            },
        ]
        if shows {
            values["street"] = Self.calm(provider.street)
            values["phone"] = Self.phone(provider.phone)
            values["phone_href"] = "tel:+1\(provider.phone.filter(\.isNumber))"
        }
        if let miles { values["distance"] = Self.distance(miles) }
        if let updated = CalendarDate(provider.updated) { values["updated"] = DateText.text(updated) }
        if let details { values.merge(Self.values(details, today: today)) { $1 } }
        return values.withoutEmptyTexts
    }

    /// What a practice says of its listing.
    static func values(_ details: ListingDetails, today: CalendarDate) -> Page.Values {
        var values: Page.Values = [:]
        if details.hasOpenings(on: today) {
            values["openings"] = details.openings
            values["open_until"] = details.openUntil.map(DateText.text)
        }
        values["accepting"] = details.isAccepting.map { $0 ? "Takes new children" : "Takes no new children now" }
        values["waiting"] = details.waitingWeeks.map { weeks in
            weeks == 0
                ? "No wait for a first visit" : "About \(weeks) \(weeks == 1 ? "week" : "weeks") to a first visit"
        }
        values["languages"] = details.languages.map(\.capitalizedFirst).joined(separator: ", ")
        values["payers"] = details.payers.joined(separator: ", ")
        values["settings"] = ListingDetails.Setting.allCases.filter(details.settings.contains).map(\.words)
            .joined(separator: ", ")
        values["confirmed"] = details.confirmed.map(DateText.text)
        return values
    }

    /// Distances run from the middle of one ZIP code to that of another.
    static func distance(_ miles: Double) -> String {
        switch miles {
        case ..<0.1: "in this ZIP code"
        case ..<1.5: "about 1 mile"
        default: "about \(Int(miles.rounded())) miles"
        }
    }

    /// `2175550100` as `217-555-0100`.
    static func phone(_ digits: String) -> String {
        guard digits.count == 10, digits.allSatisfy(\.isNumber) else { return digits }
        return "\(digits.prefix(3))-\(digits.dropFirst(3).prefix(3))-\(digits.suffix(4))"
    }

    /// The file shouts; `O'NEIL THERAPY, LLC` becomes `O'Neil Therapy, LLC`.
    static func calm(_ text: String) -> String {
        let capitals: Set<String> = [
            "LLC", "PLLC", "PC", "PA", "LLP", "PT", "OT", "II", "III", "IV", "NE", "NW", "SE", "SW", "PO",
        ]
        return text.split(separator: " ").map { word in
            if capitals.contains(word.filter(\.isLetter).uppercased()) { return String(word) }
            var begins = true
            return String(
                word.map { letter -> Character in
                    defer { begins = !letter.isLetter && !letter.isNumber && letter != "’" }
                    return (begins ? letter.uppercased() : letter.lowercased()).first ?? letter
                }
            )
        }.joined(separator: " ")
    }
}
