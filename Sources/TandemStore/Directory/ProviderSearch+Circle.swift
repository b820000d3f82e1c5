package import TandemCare
import TandemCatalog
import TandemDatabase
package import TandemDirectory

/// A partner as a search for somebody near finds it.
package struct NearPartner: Sendable, Hashable {
    package let partner: Partner
    /// `nil` where nobody knows where it is.
    package let miles: Double?
    /// What its listing says; `nil` where nobody has claimed it.
    package let details: ListingDetails?
}

/// Whom a practice finds: its own partners before all others.
package struct FoundNearby: Sendable {
    /// Those it trusts first, then by distance; at no known place last.
    package let partners: [NearPartner]
    /// Those of the directory who are no partner, nearest first.
    package let others: [FoundProvider]
}

extension ProviderSearch {
    /// Searches for a practice.
    ///
    /// A partner is found where its listing is, else in its town, else wherever it is: a practice knows those it refers to, so a
    /// partner is left out only for what is known of it (too far away, another therapy, another language, a listing that says no).
    /// - Parameter partners: of the practice, not those put away.
    package func nearest(_ query: NearestQuery, partners: [Partner]) async throws -> FoundNearby {
        let numbers = partners.compactMap { $0.npi.flatMap { NPI($0) } }
        let listed = try await store.database.read { try $0.providers(numbers) }
        let zips = Dictionary(listed.map { ($0.npi, $0.zip) }, uniquingKeysWith: { first, _ in first })
        let found = partners.compactMap { partner -> NearPartner? in
            let npi = partner.npi.flatMap { NPI($0) }
            let details = npi.flatMap(details)
            guard partner.fits(query, details) else { return nil }
            let position =
                npi.flatMap { zips[$0] }.flatMap { places[$0]?.position } ?? (try? places.find(partner.place))?.position
            let miles = position?.miles(to: query.origin)
            if let miles, miles > query.miles { return nil }
            return NearPartner(partner: partner, miles: miles, details: details)
        }
        var wider = query
        wider.most += found.count
        let known = Set(numbers)
        let others = try await nearest(wider).filter { !known.contains($0.provider.npi) }
        return FoundNearby(partners: found.sorted(by: NearPartner.before), others: Array(others.prefix(query.most)))
    }
}

extension NearPartner {
    fileprivate static func before(_ left: NearPartner, _ right: NearPartner) -> Bool {
        func rank(_ one: NearPartner) -> (Int, Double, String) {
            (one.partner.isTrusted ? 0 : 1, one.miles ?? .infinity, one.partner.name)
        }
        return rank(left) < rank(right)
    }
}

extension Partner {
    /// Whether nothing is known that speaks against it.
    fileprivate func fits(_ query: NearestQuery, _ details: ListingDetails?) -> Bool {
        guard !disciplines.isDisjoint(with: query.disciplines) else { return false }
        let spoken = Set((languages + (details?.languages ?? [])).map { $0.lowercased() })
        if let wanted = query.wish.language, !spoken.isEmpty, !spoken.contains(wanted) { return false }
        guard let details else { return true }
        var wish = query.wish
        wish.language = nil
        return wish.isMet(by: details)
    }
}
