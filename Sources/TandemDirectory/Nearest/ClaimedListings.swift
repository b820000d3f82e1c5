package import TandemCatalog

/// What claimed listings say, beside the index: few, and changed often.
package struct ClaimedListings: Sendable {
    package struct Claim: Sendable {
        let kinds: UInt8
        let position: Position?
        package let details: ListingDetails
    }

    private let byNumber: [UInt32: Claim]

    package static let none = ClaimedListings([], places: Places([]))

    /// - Parameter claims: provider, its kinds and ZIP code, and what its practice says.
    package init(_ claims: [(npi: NPI, kinds: ProviderKinds, zip: String, details: ListingDetails)], places: Places) {
        var byNumber: [UInt32: Claim] = [:]
        for one in claims {
            byNumber[one.npi.number] = Claim(
                kinds: one.kinds.rawValue,
                position: places[one.zip]?.position,
                details: one.details
            )
        }
        self.byNumber = byNumber
    }

    subscript(number: UInt32) -> Claim? { byNumber[number] }

    package func details(of npi: NPI) -> ListingDetails? { byNumber[npi.number]?.details }

    /// Whoever fits and says what is wished.
    func found(_ query: NearestQuery, reach: Double) -> [Candidate] {
        let wanted = query.kinds
        return byNumber.compactMap { number, claim in
            guard claim.kinds & wanted != 0, let position = claim.position, query.wish.isMet(by: claim.details) else {
                return nil
            }
            let chord = position.chordSquared(to: query.origin)
            return chord <= reach ? Candidate(number: number, chord: chord) : nil
        }
    }
}
