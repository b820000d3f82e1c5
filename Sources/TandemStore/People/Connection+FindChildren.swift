package import TandemCare
import TandemCatalog
package import TandemDatabase

/// Finding children of one practice by name and birth date. However many children there are, a bounded number of rows is read.
extension Connection {

    /// - Parameters:
    ///   - page: counted from 0, of `size` children.
    ///   - archived: looks among the archived records instead.
    package func findChildren(
        _ query: ChildQuery,
        in practice: ID<Practice>,
        archived: Bool = false,
        page: Int = 0,
        size: Int = 50,
        at now: Instant
    ) throws -> FoundChildren {
        let (candidates, isCapped) = try candidates(query, in: practice, archived: archived)
        let matching = candidates.filter { $0.isFoundUntil > now && query.matches($0.words) }
            .sorted { ($0.words.joined(separator: " "), $0.id) < ($1.words.joined(separator: " "), $1.id) }
        return FoundChildren(
            children: try listed(matching.dropFirst(page * size).prefix(size).map(\.id), in: practice),
            count: matching.count,
            isCapped: isCapped
        )
    }

    /// Driven by the birth date, where there is one; else by the narrowest key of the words.
    private func candidates(
        _ query: ChildQuery,
        in practice: ID<Practice>,
        archived: Bool
    ) throws -> ([Listing], isCapped: Bool) {
        let most = FoundChildren.mostScanned
        if let date = query.birthDate {
            let rows = try rows(
                """
                SELECT \(Listing.columns) FROM child_listing WHERE practice = $1 AND birth_date = $2 AND archived = $3
                LIMIT \(most + 1)
                """,
                [.text(practice.text), .text(date.description), .flag(archived)]
            )
            return (try rows.prefix(most).map { try Listing($0) }, rows.count > most)
        }
        var found: [ID<Child>: Listing] = [:]
        var isCapped = false
        for beginning in NameIndex.beginnings(query.words) {
            let key = NameIndex.key(beginning, isArchived: archived)
            let rows = try rows(
                """
                SELECT \(Listing.columns) FROM child_name WHERE practice = $1 AND word >= $2 AND word < $3
                ORDER BY word, words, child LIMIT \(most + 1)
                """,
                [.text(practice.text), .text(key), .text(key + "\u{10FFFF}")]
            )
            for listing in try rows.prefix(most).map({ try Listing($0) }) { found[listing.id] = listing }
            if rows.count > most { isCapped = true }
        }
        return (Array(found.values), isCapped)
    }

    /// Records that may be of the same child, likeliest first.
    package func likelyDuplicates(of child: Child, in practice: ID<Practice>, at now: Instant) throws
        -> [LikelyDuplicate]
    {
        var queries = [ChildQuery(words: [], birthDate: child.birthDate)]
        if let swapped = child.birthDate.swapped { queries.append(ChildQuery(words: [], birthDate: swapped)) }
        for given in NameKey.words(child.givenName) {
            for family in NameKey.words(child.familyName) {
                queries.append(ChildQuery(words: [given, family], birthDate: nil))
            }
        }
        var seen: Set<ID<Child>> = [child.id]
        var likely: [LikelyDuplicate] = []
        for query in queries {
            let (candidates, _) = try candidates(query, in: practice, archived: false)
            let current = candidates.filter { $0.isFoundUntil > now && seen.insert($0.id).inserted }
            for other in try children(current.map(\.id)) {
                let likeness = ChildLikeness(child, other)
                if likeness.isLikely { likely.append(LikelyDuplicate(child: other, likeness: likeness)) }
            }
        }
        return Array(likely.sorted { $0.likeness.score > $1.likeness.score }.prefix(10))
    }
}

/// A record that may be of the same child.
package struct LikelyDuplicate: Sendable {
    package let child: Child
    package let likeness: ChildLikeness
}

extension CalendarDate {
    /// Day and month swapped, where that is another day of the calendar.
    fileprivate var swapped: CalendarDate? {
        day == month ? nil : CalendarDate(checkingYear: year, month: day, day: month)
    }
}
