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
        let (candidates, isCapped) = try candidates(query, in: practice)
        let matching = candidates.filter {
            $0.archived == archived && ($0.until.map { $0 > now } ?? true)
                && query.matches($0.words, born: $0.birthDate)
        }.sorted { ($0.sortName, $0.id) < ($1.sortName, $1.id) }
        let shown = matching.dropFirst(page * size).prefix(size)
        return FoundChildren(
            children: try listed(shown.map { ($0.id, $0.isInCare) }, in: practice),
            count: matching.count,
            isCapped: isCapped
        )
    }

    private func candidates(_ query: ChildQuery, in practice: ID<Practice>) throws -> ([Listing], isCapped: Bool) {
        let most = FoundChildren.mostScanned
        var found: [String: Listing] = [:]
        if let date = query.birthDate {
            let rows = try rows(
                "SELECT \(Listing.columns) FROM child_listing l WHERE practice = $1 AND birth_date = $2 LIMIT \(most + 1)",
                [.text(practice.text), .text(date.description)]
            )
            for row in rows.prefix(most) { try found.add(Listing(row)) }
            return (Array(found.values), rows.count > most)
        }
        var isCapped = false
        for beginning in NameIndex.beginnings(query.words) {
            let rows = try rows(
                """
                SELECT \(Listing.columns) FROM (
                    SELECT child FROM child_name WHERE practice = $1 AND word >= $2 AND word < $3
                    ORDER BY word, child LIMIT \(most + 1)
                ) n JOIN child_listing l ON l.practice = $1 AND l.child = n.child
                """,
                [.text(practice.text), .text(beginning), .text(beginning + "\u{10FFFF}")]
            )
            for row in rows.prefix(most) { try found.add(Listing(row)) }
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
            let (candidates, _) = try candidates(query, in: practice)
            let current = candidates.filter { ($0.until.map { $0 > now } ?? true) && seen.insert($0.id).inserted }
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
