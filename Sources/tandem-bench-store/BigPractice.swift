import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore

/// A practice with very many children, made with a few statements that both engines share.
struct BigPractice {
    let practice: Practice
    let therapist: Account
    let membership: Membership

    init(_ effects: Effects) {
        practice = Practice(id: effects.id(), name: "Big Practice", disciplines: [.physical, .occupational])
        therapist = Account(id: effects.id(), email: "bench@example.org", name: "Bench")
        membership = Membership(
            id: effects.id(),
            account: therapist.id,
            practice: practice.id,
            roles: [.physicalTherapist, .frontDesk],
            since: effects.now()
        )
    }

    /// The id of the child with that number, as `fill` makes it.
    static func child(_ number: Int) -> ID<Child>? { ID("01900000-0000-7000-8000-\(padded(number))") }

    private static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 12 - digits.count) + digits
    }

    /// Makes the practice and children number 1 to `count`: 40 given names, 25,000 family names, 18 years of birth dates.
    func fill(_ store: Store, count: Int, progress: (Int) -> Void) async throws {
        try await store.change(by: .program) { [self] transaction in
            try transaction.insert(practice)
            try transaction.insert(therapist)
            try transaction.insert(membership)
        }
        let step = 50_000
        for first in stride(from: 1, through: count, by: step) {
            let last = min(count, first + step - 1)
            try await store.database.write { [self] connection in
                for sql in Self.statements {
                    try connection.execute(sql, values(for: sql, first, last))
                }
            }
            progress(last)
        }
    }

    private func values(for sql: String, _ first: Int, _ last: Int) -> [SQLValue] {
        let range: [SQLValue] = [.integer(Int64(first)), .integer(Int64(last))]
        return sql.contains("$3") ? range + [.text(practice.id.text)] : range
    }

    /// Children number $1 to $2, with names of 40 given and 8,000 family names.
    private static let children = """
        WITH RECURSIVE n (i, f) AS (
            SELECT CAST($1 AS BIGINT), CAST($1 AS BIGINT) * 104729 % 8000
            UNION ALL SELECT i + 1, (i + 1) * 104729 % 8000 FROM n WHERE i < $2),
        c (i, id, given, family, birth) AS (
            SELECT i, '01900000-0000-7000-8000-' || substr(CAST(1000000000000 + i AS TEXT), 2),
                trim(substr('maria anna  lucas jonas elena julia noah  emma  liam  mia   peter sofia hana  amir  layla diego '
                    || 'aisha kofi  yuki  chen  ravi  priya omar  sara  ivan  olga  tomas ingridbjorn freya alma  hugo  nora  '
                    || 'otto  lena  max   ida   carl  rosa  luis  ', CAST(1 + 6 * (i * 7919 % 40) AS INTEGER), 6)),
                \(syllable("f")) || \(syllable("f / 20")) || \(syllable("f / 400")),
                CAST(2008 + i * 31 % 18 AS TEXT) || '-' || substr(CAST(101 + i * 17 % 12 AS TEXT), 2)
                    || '-' || substr(CAST(101 + i * 13 % 28 AS TEXT), 2)
            FROM n)

        """

    private static func syllable(_ number: String) -> String {
        "substr('babecadafegohijokulamenopaquresatovuwixy', CAST(1 + 2 * (\(number) % 20) AS INTEGER), 2)"
    }

    private static let never = "9223372036854775807"

    private static let statements =
        [
            "INSERT INTO child (id, version, body) " + children + """
                SELECT id, 1, '{"birthDate":"' || birth || '","familyName":"' || family || '","givenName":"' || given
                    || '","id":"' || id || '","language":"English","needsInterpreter":false,"whatMatters":"ride a bike"}'
                FROM c
                """,
            "INSERT INTO care_relationship (id, version, body, child, practice, since) " + children + """
                SELECT id, 1, '{"child":"' || id || '","id":"' || id || '","practice":"' || $3
                    || '","since":1700000000000000,"therapists":[]}', id, $3, 1700000000000000 FROM c
                """,
            "INSERT INTO child_listing (practice, child, words, birth_date, archived, in_care, until) " + children
                + "SELECT $3, id, family || ' ' || given, birth, 0, 1, \(never) FROM c",
        ]
        + [
            "given", "family", "'+' || substr(given, 1, 3) || ' ' || substr(family, 1, 3)",
            "'+' || substr(family, 1, 3) || ' ' || substr(given, 1, 3)",
        ].map {
            "INSERT INTO child_name (practice, word, words, child, until) " + children
                + "SELECT $3, \($0), family || ' ' || given, id, \(never) FROM c"
        }
}
