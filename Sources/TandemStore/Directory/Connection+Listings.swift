package import TandemCare
package import TandemCatalog
package import TandemDatabase

/// Reading claims to listings.
extension Connection {
    /// What a practice has claimed and not let go, oldest first.
    package func listings(of practice: ID<Practice>) throws -> [Versioned<ListingClaim>] {
        try records(where: "practice = $1 AND ended_at IS NULL ORDER BY asked_at, id", [.text(practice.text)])
    }

    /// Claims that wait for an operator, oldest first.
    package func waitingClaims() throws -> [ListingClaim] {
        try records(where: "confirmed_at IS NULL AND ended_at IS NULL ORDER BY asked_at, id", []).map(\.value)
    }

    /// Claims of a listing that wait for an operator.
    package func waitingClaims(to npi: NPI) throws -> [ListingClaim] {
        try listings("npi = $1 AND confirmed_at IS NULL AND ended_at IS NULL", npi).map(\.value)
    }

    /// The claim that counts; `nil` where nobody has claimed the listing.
    package func confirmedClaim(to npi: NPI) throws -> ListingClaim? {
        try listings("npi = $1 AND confirmed_at IS NOT NULL AND ended_at IS NULL", npi).first?.value
    }

    /// Listings whose openings line still holds on a day, those that were looked over last first.
    package func openings(on day: CalendarDate, most: Int) throws -> [ListingClaim] {
        try records(
            where: """
                confirmed_at IS NOT NULL AND ended_at IS NULL AND open_until >= $1
                ORDER BY open_until DESC, npi LIMIT $2
                """,
            [.text(day.description), .integer(Int64(most))]
        ).map(\.value)
    }

    func listings(
        _ condition: String,
        _ npi: NPI,
        _ practice: ID<Practice>? = nil
    ) throws -> [Versioned<ListingClaim>] {
        try records(
            where: condition,
            [.integer(Int64(npi.number))] + (practice.map { [.text($0.text)] } ?? [])
        )
    }
}
