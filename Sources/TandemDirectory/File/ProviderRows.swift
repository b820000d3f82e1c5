internal import TandemCatalog

/// The fields of one row, by their places.
struct RowFields {
    let bytes: UnsafeRawBufferPointer
    let begin: Int
    /// Where each field ends.
    let marks: UnsafeBufferPointer<UInt32>

    subscript(column: Int) -> FieldSlice {
        FieldSlice(bytes, column == 0 ? begin : Int(marks[column - 1]) + 1, Int(marks[column]))
    }

    var whole: Slice<UnsafeRawBufferPointer> { bytes[begin..<(marks.last.map(Int.init) ?? begin)] }
}

/// Decides what becomes of a row, and reads those that are kept.
///
/// Kept is whoever is active (never deactivated, or reactivated since), practices in the United States or a territory, and has a
/// code of the list in any of the fifteen slots.
struct ProviderRows: Sendable {
    /// Part of every digest: another number where fields are read otherwise, so that all rows are written anew.
    private static let edition: UInt64 = 1
    /// Country codes under which the file has the United States: theirs, and those of territories.
    private static let countries: Set<String> = ["US", "PR", "GU", "VI", "AS", "MP", "UM"]

    let layout: ProviderLayout
    let codes: CodeTable
    let known: [UInt32: UInt64]

    func take(_ row: RowFields, _ chunk: inout ScannedChunk) {
        guard let number = row[layout.npi].digits(10) else {
            return chunk.refuse("the NPI is not ten digits", row.whole)
        }
        guard let npi = UInt32(exactly: number).flatMap({ NPI(number: $0) }) else {
            return chunk.refuse("the NPI does not fit its check digit", row.whole)
        }
        chunk.counts.rows += 1
        guard isActive(row) else {
            chunk.counts.deactivated += 1
            return chunk.others.append(npi)
        }
        var kinds: ProviderKinds = []
        var chosen: [Int] = []
        for column in layout.taxonomies {
            let code = row[column].bytes
            guard let index = codes.index(of: code) else { continue }
            kinds.formUnion(codes.taxonomies[index].kinds)
            if !chosen.contains(index) { chosen.append(index) }
        }
        guard !chosen.isEmpty else {
            chunk.counts.otherCodes += 1
            return chunk.others.append(npi)
        }
        let country = row[layout.country]
        guard country.isEmpty || Self.countries.contains(country.text) else {
            chunk.counts.elsewhere += 1
            return chunk.others.append(npi)
        }
        keep(npi, kinds, chosen, row, &chunk)
    }

    private func keep(
        _ npi: NPI,
        _ kinds: ProviderKinds,
        _ chosen: [Int],
        _ row: RowFields,
        _ chunk: inout ScannedChunk
    ) {
        let entity = row[layout.entity]
        guard let isOrganization = entity.digits(1).flatMap({ $0 == 1 ? false : $0 == 2 ? true : nil }) else {
            return chunk.refuseCounted("the entity type is neither 1 nor 2", row.whole)
        }
        chunk.counts.kept += 1
        let kinds = isOrganization ? kinds.union(.organization) : kinds
        let names = isOrganization ? [layout.organization] : [layout.firstName, layout.lastName]
        let read =
            names + [
                layout.credential, layout.street, layout.secondStreet, layout.city, layout.state, layout.zip,
                layout.phone,
                layout.fax, layout.updated,
            ]
        guard !read.contains(where: { row[$0].bytes.contains(0) }) else {
            chunk.counts.kept -= 1
            return chunk.refuseCounted("a field holds the character U+0000", row.whole)
        }
        var digest = Digest(Self.edition)
        digest.add(UInt64(kinds.rawValue))
        for index in chosen { digest.add(UInt64(index)) }
        for column in read { digest.add(row[column].bytes) }
        guard known[npi.number] != digest.value else { return chunk.unchanged.append(npi) }
        let text = { (column: Int) in row[column].text }
        chunk.providers.append(
            Provider(
                npi: npi,
                kinds: kinds,
                name: names.map(text).filter { !$0.isEmpty }.joined(separator: " "),
                credential: text(layout.credential),
                street: [layout.street, layout.secondStreet].map(text).filter { !$0.isEmpty }.joined(separator: ", "),
                city: text(layout.city),
                state: text(layout.state),
                zip: row[layout.zip].zip,
                phone: text(layout.phone),
                fax: text(layout.fax),
                taxonomies: chosen.map { codes.taxonomies[$0].code }.joined(separator: ","),
                updated: row[layout.updated].date.map(Self.day) ?? "",
                digest: digest.value
            )
        )
    }

    private func isActive(_ row: RowFields) -> Bool {
        let deactivated = row[layout.deactivated]
        guard !deactivated.isEmpty else { return true }
        guard layout.kind == .providers, let back = row[layout.reactivated].date else { return false }
        return back >= deactivated.date ?? .max
    }

    /// 20240531 as `2024-05-31`.
    private static func day(_ date: Int) -> String {
        CalendarDate(year: date / 10_000, month: date / 100 % 100, day: date % 100).description
    }
}

extension ScannedChunk {
    /// A row that has been counted already.
    fileprivate mutating func refuseCounted(_ reason: String, _ row: Slice<UnsafeRawBufferPointer>) {
        counts.rows -= 1
        refuse(reason, row)
    }
}

/// A number that differs, all but surely, where the fields differ: FNV-1a, eight bytes at a time.
struct Digest {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ seed: UInt64) { add(seed) }

    mutating func add(_ word: UInt64) {
        value = (value ^ word) &* 0x0000_0100_0000_01B3
        value ^= value >> 29
    }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        add(UInt64(bytes.count))
        var place = 0
        while place + 8 <= bytes.count {
            add(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place += 8
        }
        var rest: UInt64 = 0
        while place < bytes.count {
            rest = rest << 8 | UInt64(bytes[place])
            place += 1
        }
        add(rest)
    }
}
