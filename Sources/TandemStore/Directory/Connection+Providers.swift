package import TandemCare
package import TandemCatalog
package import TandemDatabase
package import TandemDirectory

/// Providers as rows.
extension Connection {
    /// - Returns: `nil` for a number that nobody has, or nobody of our field.
    package func provider(_ npi: NPI) throws -> Provider? { try providers([npi]).first }

    /// Those of the numbers that are there, in the order given.
    package func providers(_ numbers: [NPI]) throws -> [Provider] {
        guard !numbers.isEmpty else { return [] }
        let places = numbers.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        let found = try rows(
            "SELECT \(ProviderColumns.names.joined(separator: ", ")) FROM provider WHERE npi IN (\(places))",
            numbers.map { .integer(Int64($0.number)) }
        ).map(Provider.init(row:))
        let byNumber = Dictionary(found.map { ($0.npi, $0) }) { first, _ in first }
        return numbers.compactMap { byNumber[$0] }
    }

    /// How many are kept.
    package func providerCount() throws -> Int {
        Int(try row("SELECT count(*) AS number FROM provider")?.integer("number") ?? 0)
    }

    /// Writes a batch. A claimed listing whose provider is gone stays, marked.
    package func write(_ batch: ProviderBatch, at now: Instant) throws {
        var rest = batch.providers[...]
        while !rest.isEmpty {
            try upsert(rest.prefix(ProviderColumns.atOnce))
            rest = rest.dropFirst(ProviderColumns.atOnce)
        }
        var gone = batch.gone[...]
        while !gone.isEmpty {
            let some = gone.prefix(500)
            gone = gone.dropFirst(500)
            let places = some.indices.map { "$\($0 - some.startIndex + 1)" }.joined(separator: ", ")
            let numbers = some.map { SQLValue.integer(Int64($0)) }
            let claimed = "SELECT npi FROM listing WHERE ended_at IS NULL"
            try send("DELETE FROM provider WHERE npi IN (\(places)) AND npi NOT IN (\(claimed))", numbers)
            try send(
                "UPDATE provider SET digest = 0, gone_at = $\(some.count + 1) WHERE npi IN (\(places)) AND gone_at IS NULL",
                numbers + [.integer(now.microseconds)]
            )
        }
    }

    private func upsert(_ providers: ArraySlice<Provider>) throws {
        var values: [SQLValue] = []
        values.reserveCapacity(providers.count * ProviderColumns.names.count)
        for provider in providers { values.append(contentsOf: provider.values) }
        try send(
            providers.count == ProviderColumns.atOnce
                ? ProviderColumns.upsertMany : ProviderColumns.upsert(providers.count),
            values
        )
    }
}

/// The columns of a provider, in the order of `Provider.values`, and the statements made of them.
private enum ProviderColumns {
    static let names = [
        "npi", "digest", "kinds", "name", "credential", "street", "city", "state", "zip", "phone", "fax", "taxonomies",
        "updated",
    ]

    /// How many rows go with one statement: enough to save journeys, few enough for the parameters of both engines.
    static let atOnce = 50
    static let upsertMany = upsert(atOnce)

    static func upsert(_ count: Int) -> String {
        let tuples = (0..<count).map { row in
            let places = names.indices.map { "$\(row * names.count + $0 + 1)" }
            return "(\(places.joined(separator: ", ")))"
        }
        let changes = names.dropFirst().map { "\($0) = excluded.\($0)" }
        return "INSERT INTO provider (\(names.joined(separator: ", "))) VALUES \(tuples.joined(separator: ", ")) "
            + "ON CONFLICT (npi) DO UPDATE SET \(changes.joined(separator: ", ")), gone_at = NULL"
    }
}

extension Provider {
    fileprivate var values: [SQLValue] {
        [
            .integer(Int64(npi.number)), .integer(Int64(bitPattern: digest)), .integer(Int64(kinds.rawValue)),
            .text(name), .text(credential), .text(street), .text(city), .text(state), .text(zip), .text(phone),
            .text(fax), .text(taxonomies), .text(updated),
        ]
    }

    fileprivate init(row: Row) throws {
        guard let number = UInt32(exactly: try row.integer("npi")), let npi = NPI(number: number) else {
            throw DatabaseFailure.mismatch("a provider without an NPI")
        }
        self.init(
            npi: npi,
            kinds: ProviderKinds(rawValue: UInt8(truncatingIfNeeded: try row.integer("kinds"))),
            name: try row.text("name"),
            credential: try row.text("credential"),
            street: try row.text("street"),
            city: try row.text("city"),
            state: try row.text("state"),
            zip: try row.text("zip"),
            phone: try row.text("phone"),
            fax: try row.text("fax"),
            taxonomies: try row.text("taxonomies"),
            updated: try row.text("updated"),
            digest: UInt64(bitPattern: try row.integer("digest"))
        )
    }
}
