package import TandemCatalog

/// What a piece of a provider file holds.
package struct ScannedChunk: Sendable {
    /// A row that was not taken, with the line on which it begins and what is wrong.
    package struct Refused: Sendable, Hashable {
        /// Counted from 0 at the beginning of the piece.
        package let line: Int
        package let reason: String
        /// The beginning of the row, to find it by.
        package let excerpt: String
        /// Whose row it may be: such a provider stays as it was.
        package let npi: NPI?
    }

    /// To be written: new, or other than known.
    package var providers: [Provider] = []
    /// Kept, and known just so.
    package var unchanged: [NPI] = []
    /// Not kept (any more): deactivated, in another country, or with no code of the list.
    package var others: [NPI] = []
    package var refused: [Refused] = []
    package var counts = ProviderCounts()
    /// Lines of the piece.
    package var lines = 0
}

/// How many rows of a file went where.
package struct ProviderCounts: Sendable, Hashable, Codable {
    package var rows = 0
    package var kept = 0
    package var deactivated = 0
    package var elsewhere = 0
    package var otherCodes = 0
    package var refused = 0

    package init() {}

    package static func += (left: inout Self, right: Self) {
        left.rows += right.rows
        left.kept += right.kept
        left.deactivated += right.deactivated
        left.elsewhere += right.elsewhere
        left.otherCodes += right.otherCodes
        left.refused += right.refused
    }
}
