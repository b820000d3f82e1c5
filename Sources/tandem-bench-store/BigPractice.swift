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

    private static let numbers = """
        WITH RECURSIVE n (i) AS (SELECT CAST($1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < $2),
        c (i, id, given, family, birth) AS (
            SELECT i, '01900000-0000-7000-8000-' || substr(CAST(1000000000000 + i AS TEXT), 2),
                substr('mariaanna lucasjonaselenajulia noah emma  liam  mia   peter sofia hana  amir  layla diego '
                    || 'aishakofi  yuki  chen  ravi  priyaomar  sara  ivan  olga  tomas ingridbjornfreyaalma  hugo  nora  otto  '
                    || 'lena  max   ida   carl  rosa  luis  ', CAST(1 + 6 * (i * 7919 % 40) AS INTEGER), 6),
                'fam' || substr(CAST(100000 + i * 104729 % 25000 AS TEXT), 2),
                CAST(2008 + i * 31 % 18 AS TEXT) || '-' || substr(CAST(101 + i * 17 % 12 AS TEXT), 2)
                    || '-' || substr(CAST(101 + i * 13 % 28 AS TEXT), 2)
            FROM n)

        """

    private static let statements = [
        "INSERT INTO child (id, version, body) " + numbers + """
            SELECT id, 1, '{"birthDate":"' || birth || '","familyName":"' || family || '","givenName":"' || trim(given)
                || '","id":"' || id || '","language":"English","needsInterpreter":false,"whatMatters":"ride a bike"}'
            FROM c
            """,
        "INSERT INTO care_relationship (id, version, body, child, practice, since) " + numbers + """
            SELECT id, 1, '{"child":"' || id || '","id":"' || id || '","practice":"' || $3
                || '","since":1700000000000000,"therapists":[]}', id, $3, 1700000000000000 FROM c
            """,
        "INSERT INTO child_name (practice, word, birth_date, child) " + numbers
            + "SELECT $3, trim(given), birth, id FROM c",
        "INSERT INTO child_name (practice, word, birth_date, child) " + numbers
            + "SELECT $3, family, birth, id FROM c",
    ]
}
