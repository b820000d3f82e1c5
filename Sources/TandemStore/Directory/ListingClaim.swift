package import TandemCare
package import TandemCatalog
package import TandemDirectory

/// A practice's claim to the listing of a provider, and what it says there. It counts once an operator has confirmed it: the
/// provider file names no email address that could prove whose it is.
package struct ListingClaim: Sendable, Hashable, Codable {
    package let id: ID<ListingClaim>
    package let npi: NPI
    package let practice: ID<Practice>
    package let asked: Stamp
    package var confirmedAt: Instant?
    package var endedAt: Instant?
    package var details: ListingDetails

    package init(
        id: ID<ListingClaim>,
        npi: NPI,
        practice: ID<Practice>,
        asked: Stamp,
        details: ListingDetails = ListingDetails()
    ) {
        self.id = id
        self.npi = npi
        self.practice = practice
        self.asked = asked
        self.details = details
    }

    package var isConfirmed: Bool { confirmedAt != nil && endedAt == nil }
}
