import TandemCatalog
package import TandemDatabase
package import TandemDirectory

/// Reading what a search holds in memory.
extension Connection {
    /// Everybody who is kept, some at a time so that little memory is needed beside the index itself.
    package func providerIndex(_ places: Places) throws -> ProviderIndex {
        var entries: [ProviderIndex.Entry] = []
        entries.reserveCapacity(try providerCount())
        var last: Int64 = 0
        while true {
            let rows = try rows(
                "SELECT npi, kinds, zip FROM provider WHERE npi > $1 AND gone_at IS NULL ORDER BY npi LIMIT 20000",
                [.integer(last)]
            )
            for row in rows {
                last = try row.integer("npi")
                entries.append(
                    ProviderIndex.Entry(
                        npi: UInt32(truncatingIfNeeded: last),
                        kinds: ProviderKinds(rawValue: UInt8(truncatingIfNeeded: try row.integer("kinds"))),
                        place: places.index(of: try row.text("zip"))
                    )
                )
            }
            if rows.count < 20_000 { return ProviderIndex(places, entries) }
        }
    }

    /// What confirmed listings say.
    package func claimedListings(_ places: Places) throws -> ClaimedListings {
        let rows = try rows(
            """
            SELECT l.body AS body, p.kinds AS kinds, p.zip AS zip FROM listing AS l JOIN provider AS p ON p.npi = l.npi
            WHERE l.confirmed_at IS NOT NULL AND l.ended_at IS NULL
            """
        )
        return ClaimedListings(
            try rows.map { row in
                let listing = try RecordJSON.decode(ListingClaim.self, from: try row.text("body"))
                let kinds = ProviderKinds(rawValue: UInt8(truncatingIfNeeded: try row.integer("kinds")))
                return (listing.npi, kinds, try row.text("zip"), listing.details)
            },
            places: places
        )
    }
}
