package import TandemCatalog

/// What a practice says of itself in a listing that it has claimed; the provider file knows nothing of this.
package struct ListingDetails: Sendable, Hashable, Codable {
    package enum Setting: String, Sendable, Hashable, Codable, CaseIterable {
        case clinic, home, school, telehealth
    }

    /// Takes new children; `nil` where it does not say.
    package var isAccepting: Bool?
    /// Weeks to a first visit.
    package var waitingWeeks: Int?
    /// "Two openings on Tuesday mornings", and until when it is shown.
    package var openings: String
    package var openUntil: CalendarDate?
    /// In English, lower case: `spanish`.
    package var languages: [String]
    /// As the practice writes them: `Medicaid`.
    package var payers: [String]
    package var settings: Set<Setting>
    /// When the practice last looked it over.
    package var confirmed: CalendarDate?

    package init(
        isAccepting: Bool? = nil,
        waitingWeeks: Int? = nil,
        openings: String = "",
        openUntil: CalendarDate? = nil,
        languages: [String] = [],
        payers: [String] = [],
        settings: Set<Setting> = [],
        confirmed: CalendarDate? = nil
    ) {
        self.isAccepting = isAccepting
        self.waitingWeeks = waitingWeeks
        self.openings = openings
        self.openUntil = openUntil
        self.languages = languages
        self.payers = payers
        self.settings = settings
        self.confirmed = confirmed
    }

    /// Whether the openings line still holds.
    package func hasOpenings(on day: CalendarDate) -> Bool { !openings.isEmpty && openUntil.map { $0 >= day } ?? false }
}
