package import TandemCatalog

/// Whom somebody looks for, and around where.
package struct NearestQuery: Sendable, Hashable {
    package var origin: Position
    /// Who is farther away is not found.
    package var miles: Double
    /// One of them is enough.
    package var disciplines: Set<Discipline>
    /// Only with a pediatric code of that discipline.
    package var isPediatric = false
    package var most = 10
    /// What only claimed listings tell.
    package var wish = Wish()

    package init(origin: Position, miles: Double, disciplines: Set<Discipline>) {
        self.origin = origin
        self.miles = miles
        self.disciplines = disciplines
    }

    /// What a practice has to have said.
    package struct Wish: Sendable, Hashable {
        package var isAccepting = false
        /// In lower case.
        package var language: String?
        package var payer: String?
        package var setting: ListingDetails.Setting?
        /// With an openings line that holds on that day.
        package var openOn: CalendarDate?

        package init() {}

        /// Nothing is asked for that only a claimed listing tells.
        package var isEmpty: Bool { self == Wish() }

        package func isMet(by details: ListingDetails) -> Bool {
            (!isAccepting || details.isAccepting == true)
                && language.map { wanted in details.languages.contains { $0.lowercased() == wanted } } ?? true
                && payer.map { wanted in details.payers.contains { $0.lowercased() == wanted } } ?? true
                && setting.map(details.settings.contains) ?? true && openOn.map(details.hasOpenings) ?? true
        }
    }

    /// The bits of which a provider must have one.
    var kinds: UInt8 {
        disciplines.reduce(0) { $0 | ProviderKinds.wanted($1, pediatric: isPediatric).rawValue }
    }
}

/// Somebody found.
package struct Nearby: Sendable, Hashable {
    package let npi: NPI
    /// From the center of the ZIP code asked for to that of the provider's.
    package let miles: Double
}
