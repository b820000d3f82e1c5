import TandemCare
import TandemDatabase

/// A child that a search looks at, before the record itself is read.
struct Listing {
    let id: ID<Child>
    /// Folded, family name first.
    let words: [String]
    let isFoundUntil: Instant

    static let columns = "child, words, until"

    init(_ row: Row) throws {
        guard let id = ID<Child>(try row.text("child")) else {
            throw DatabaseFailure.mismatch("a listing holds what is no id")
        }
        self.id = id
        words = try row.text("words").split(separator: " ").map(String.init)
        isFoundUntil = Instant(microseconds: try row.integer("until"))
    }
}
