package import TandemCare
import TandemCatalog
import TandemDatabase

/// Keeps `child_listing`, `child_name` and `child_team` as the child, the care relationships and the consents say. Everything
/// that changes one of these calls `relist` in the same transaction.
extension Transaction {
    package func relist(_ id: ID<Child>) throws {
        // Of two programs that change parts of one record at the same time, the second is to list what the first has made of it.
        try connection.lock("listing of \(id.text)")
        try list(id)
    }

    /// As `relist`, for a child that no other program knows of yet.
    func list(_ id: ID<Child>) throws {
        let key = [SQLValue.text(id.text)]
        for table in ["child_name", "child_listing", "child_team"] {
            try connection.send("DELETE FROM \(table) WHERE child = $1", key)
        }
        guard let child = try connection.record(id)?.value, child.mergedInto == nil else { return }
        let facts = try connection.facts(of: id)
        let words = child.nameWords
        let held = facts.care.filter { facts.holds($0, at: now) }
        for care in held {
            let consent = facts.consents.first { $0.id == care.consent }
            try list(child, words, in: care.practice, isInCare: true, until: consent?.until ?? .never)
            for account in care.therapists {
                try connection.send(
                    "INSERT INTO child_team (account, practice, child) VALUES ($1, $2, $3)",
                    [.text(account.text), .text(care.practice.text), .text(id.text)]
                )
            }
        }
        let treating = Set(held.map(\.practice))
        let shared = Dictionary(grouping: facts.consents.filter { $0.isActive(at: now) }, by: \.practice)
        for (practice, consents) in shared where !treating.contains(practice) {
            let ends = consents.map { $0.until ?? .never }
            try list(child, words, in: practice, isInCare: false, until: ends.max() ?? now)
        }
    }

    private func list(
        _ child: Child,
        _ words: [String],
        in practice: ID<Practice>,
        isInCare: Bool,
        until: Instant
    ) throws {
        let isArchived = child.archivedAt != nil
        let joined = SQLValue.text(words.joined(separator: " "))
        try connection.send(
            """
            INSERT INTO child_listing (practice, child, words, birth_date, archived, in_care, until)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .text(practice.text), .text(child.id.text), joined, .text(child.birthDate.description),
                .flag(isArchived), .flag(isInCare), .integer(until.microseconds),
            ]
        )
        for key in NameIndex.keys(words) {
            try connection.send(
                "INSERT INTO child_name (practice, word, words, child, until) VALUES ($1, $2, $3, $4, $5)",
                [
                    .text(practice.text), .text(NameIndex.key(key, isArchived: isArchived)), joined,
                    .text(child.id.text), .integer(until.microseconds),
                ]
            )
        }
    }
}

extension Instant {
    /// Later than every moment.
    static let never = Instant(microseconds: .max)
}

extension Child {
    /// Every word that the child is found by, folded, each once: family name first, as lists are sorted.
    package var nameWords: [String] {
        var seen: Set<String> = []
        return NameKey.words("\(familyName) \(givenName) \(preferredName ?? "")").filter { seen.insert($0).inserted }
    }
}
