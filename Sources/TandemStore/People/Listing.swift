import TandemCare
import TandemCatalog
import TandemDatabase

/// One row of `child_listing`.
struct Listing {
    let id: ID<Child>
    let sortName: String
    let words: [String]
    let birthDate: CalendarDate
    let archived: Bool
    let isInCare: Bool
    let until: Instant?

    static let columns = "l.child, l.sort_name, l.words, l.birth_date, l.archived, l.in_care, l.until"

    init(_ row: Row) throws {
        guard let id = ID<Child>(try row.text("child")), let date = CalendarDate(try row.text("birth_date")) else {
            throw DatabaseFailure.mismatch("child_listing holds what is no id or no date")
        }
        self.id = id
        sortName = try row.text("sort_name")
        words = try row.text("words").split(separator: " ").map(String.init)
        birthDate = date
        archived = try row.flag("archived")
        isInCare = try row.flag("in_care")
        until = try row.optionalInteger("until").map { Instant(microseconds: $0) }
    }
}

extension [String: Listing] {
    mutating func add(_ listing: Listing) { self[listing.id.text] = listing }
}

extension CalendarDate {
    /// Day and month swapped, where that is another day of the calendar.
    var swapped: CalendarDate? {
        day == month ? nil : CalendarDate(checkingYear: year, month: day, day: month)
    }
}
