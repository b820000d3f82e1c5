import TandemCare
import TandemCatalog
package import TandemDatabase
import TandemDirectory

extension ListingClaim: Record {
    package static let kind = "listing"
    package static let columnNames = ["npi", "practice", "asked_at", "confirmed_at", "ended_at", "open_until"]

    package var columnValues: [SQLValue] {
        [
            .integer(Int64(npi.number)), .text(practice.text), .integer(asked.at.microseconds),
            .integer(confirmedAt?.microseconds), .integer(endedAt?.microseconds),
            .text(details.openings.isEmpty ? "" : details.openUntil?.description ?? ""),
        ]
    }
}
