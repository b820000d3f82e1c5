package import TandemCare
package import TandemCatalog
import TandemDatabase
package import TandemDirectory

/// Claims to listings: asked for by a practice, confirmed by an operator, kept up by the practice.
extension Transaction {
    /// A practice says that a listing is its own. Nothing is shown until an operator has confirmed it.
    /// - Throws: `StoreFailure.refused` where there is no such provider, or the practice has asked already.
    @discardableResult
    package func claim(_ npi: NPI, for practice: ID<Practice>, by account: ID<Account>) throws -> ListingClaim {
        guard try connection.provider(npi) != nil else {
            throw StoreFailure.refused("No provider in the directory has this number.")
        }
        guard try connection.listings("npi = $1 AND practice = $2 AND ended_at IS NULL", npi, practice).isEmpty else {
            throw StoreFailure.refused("Your practice has asked for this listing already.")
        }
        let stamp = Stamp(by: account, at: now)
        return try insert(ListingClaim(id: effects.id(), npi: npi, practice: practice, asked: stamp)).value
    }

    /// An operator has made sure that the listing is the practice's.
    /// - Throws: `StoreFailure.refused` where another practice's claim is confirmed.
    package func confirm(_ id: ID<ListingClaim>) throws {
        guard let claim = try connection.record(id)?.value, claim.endedAt == nil else { throw StoreFailure.notFound }
        let others = try connection.listings("npi = $1 AND confirmed_at IS NOT NULL AND ended_at IS NULL", claim.npi)
        guard others.allSatisfy({ $0.value.id == id }) else {
            throw StoreFailure.refused("Another practice's claim to this listing is confirmed. End that one first.")
        }
        try update(id) { $0.confirmedAt = $0.confirmedAt ?? now }
        try count(.listings)
    }

    /// Writes what the practice says in its listing.
    package func save(_ details: ListingDetails, of id: ID<ListingClaim>, in practice: ID<Practice>, version: Int)
        throws
    {
        var claim = try own(id, in: practice)
        claim.details = details
        try replace(claim, version: version)
        try count(.listings)
    }

    /// The practice lets go of a listing, or takes back its asking.
    package func endClaim(_ id: ID<ListingClaim>, in practice: ID<Practice>) throws {
        _ = try own(id, in: practice)
        try update(id) { $0.endedAt = $0.endedAt ?? now }
        try count(.listings)
    }

    private func own(_ id: ID<ListingClaim>, in practice: ID<Practice>) throws -> ListingClaim {
        guard let claim = try connection.record(id)?.value, claim.practice == practice, claim.endedAt == nil else {
            throw StoreFailure.notFound
        }
        return claim
    }
}
