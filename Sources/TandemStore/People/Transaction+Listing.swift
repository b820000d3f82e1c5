package import TandemCare
import TandemCatalog
import TandemDatabase

/// Keeps `child_listing`, `child_name` and `child_team` as the child, the care relationships and the consents say. Everything
/// that changes one of these calls `relist` in the same transaction.
extension Transaction {
    package func relist(_ id: ID<Child>) throws {
        let key = [SQLValue.text(id.text)]
        for table in ["child_name", "child_listing", "child_team"] {
            try connection.send("DELETE FROM \(table) WHERE child = $1", key)
        }
        guard let child = try connection.record(id)?.value, child.mergedInto == nil else { return }
        let facts = try connection.facts(of: id)
        let words = child.nameWords
        for care in facts.care {
            try list(child, words, in: care.practice, isInCare: true, until: nil)
            for account in care.therapists {
                try connection.send(
                    "INSERT INTO child_team (account, practice, child) VALUES ($1, $2, $3)",
                    [.text(account.text), .text(care.practice.text), .text(id.text)]
                )
            }
        }
        let treating = Set(facts.care.map(\.practice))
        let shared = Dictionary(grouping: facts.consents.filter { $0.isActive(at: now) }, by: \.practice)
        for (practice, consents) in shared where !treating.contains(practice) {
            let ends = consents.map(\.until)
            try list(
                child,
                words,
                in: practice,
                isInCare: false,
                until: ends.contains(nil) ? nil : ends.compactMap(\.self).max()
            )
        }
    }

    private func list(_ child: Child, _ words: [String], in practice: ID<Practice>, isInCare: Bool, until: Instant?)
        throws
    {
        try connection.send(
            """
            INSERT INTO child_listing (practice, child, sort_name, words, birth_date, archived, in_care, until)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .text(practice.text), .text(child.id.text), .text(child.sortName), .text(words.joined(separator: " ")),
                .text(child.birthDate.description), .flag(child.archivedAt != nil), .flag(isInCare), .instant(until),
            ]
        )
        for key in NameIndex.keys(words) {
            try connection.send(
                "INSERT INTO child_name (practice, word, child) VALUES ($1, $2, $3)",
                [.text(practice.text), .text(key), .text(child.id.text)]
            )
        }
    }
}

extension Child {
    /// Every word that the child is found by, folded, each once.
    package var nameWords: [String] {
        var seen: Set<String> = []
        return NameKey.words("\(givenName) \(familyName) \(preferredName ?? "")").filter { seen.insert($0).inserted }
    }

    /// How lists are sorted: family name first.
    package var sortName: String { NameKey.words("\(familyName) \(givenName)").joined(separator: " ") }
}
