import TandemCatalog
import TandemDirectory
import Testing

@Suite struct ProviderFileTests {
    private let others = ["1993999998", "1558598797", "1000000004", "2000000002"]

    @Test("a row becomes a provider, whether its fields stand in quotes or not", arguments: [true, false])
    func provider(quoted: Bool) throws {
        let found = try Fixtures.scan(Fixtures.header + Fixtures.row(quoted: quoted))
        let provider = try #require(found.providers.first)
        #expect(found.providers.count == 1)
        #expect(provider.npi.description == "1234567893")
        #expect(provider.name == "ANA REYES")
        #expect(provider.street == "1 MAIN ST")
        #expect(provider.zip == "62701")
        #expect(provider.updated == "2024-05-31")
        #expect(provider.taxonomies == "225X00000X")
        #expect(provider.kinds == .occupational)
    }

    @Test("a code counts in any of the fifteen slots, and only once")
    func slots() throws {
        let changes = [
            "Healthcare Provider Taxonomy Code_1": "208000000X", "Healthcare Provider Taxonomy Code_9": "225XP0200X",
            "Healthcare Provider Taxonomy Code_14": "225XP0200X", "Healthcare Provider Taxonomy Code_15": "225100000X",
        ]
        let provider = try #require(
            try Fixtures.scan(Fixtures.header + Fixtures.row("1234567893", changes)).providers.first
        )
        #expect(provider.taxonomies == "225XP0200X,225100000X")
        #expect(provider.kinds == [.occupational, .pediatricOccupational, .physical])
    }

    @Test("whoever is deactivated, abroad or of another field is not kept; whoever came back is")
    func keepRule() throws {
        let text =
            Fixtures.row(others[0], ["NPI Deactivation Date": "05/10/2019"])
            + Fixtures.row(others[1], ["\(Fixtures.practice) Country Code (If outside U.S.)": "CA"])
            + Fixtures.row(others[2], ["Healthcare Provider Taxonomy Code_1": "208000000X"])
            + Fixtures.row(others[3], ["NPI Deactivation Date": "05/10/2019", "NPI Reactivation Date": "06/10/2019"])
            + Fixtures.row(
                "1245319599",
                ["NPI Deactivation Date": "05/10/2019", "NPI Reactivation Date": "06/10/2018"]
            )
        let found = try Fixtures.scan(Fixtures.header + text)
        #expect(found.providers.map(\.npi.description) == [others[3]])
        #expect(found.others.map(\.description) == [others[0], others[1], others[2], "1245319599"])
        #expect((found.counts.deactivated, found.counts.elsewhere, found.counts.otherCodes) == (2, 1, 1))
    }

    @Test("a ZIP code that nobody knows is kept; one that is none is left empty")
    func zips() throws {
        let zip = "\(Fixtures.practice) Postal Code"
        let text = Fixtures.row(others[0], [zip: "000009999"]) + Fixtures.row(others[1], [zip: "K1A 0B1"])
        #expect(try Fixtures.scan(Fixtures.header + text).providers.map(\.zip) == ["00000", ""])
    }

    @Test(
        "a broken row costs that row only, and says its line",
        arguments: [
            "\"1558598797\",\"A \"B\" C\",\"x\"\n", "\"1558598797\",\"open\n", "\"1558598797\",\"too\",\"few\"\n",
            "1558598797,a\"b\n",
            "\"1558598798\"\(Fixtures.row("1558598797").dropFirst(12))", "\"\"\"\n",
            "\"155859879\"\(Fixtures.row().dropFirst(12))",
            Fixtures.row("1558598797", ["Entity Type Code": "3"]),
            Fixtures.row("1558598797", ["Provider First Name": "A\0"]),
        ]
    )
    func broken(row: String) throws {
        let text = Fixtures.row(others[0]) + row + Fixtures.row(others[2]) + Fixtures.row(others[3])
        let found = try Fixtures.scan(Fixtures.header + text)
        #expect(found.providers.map(\.npi.description) == [others[0], others[2], others[3]])
        #expect(found.refused.map(\.line) == [1])
        #expect(found.counts.rows == 4)
        #expect(found.lines == 4)
    }

    @Test("a field over two lines and one with quotes are read as they are meant")
    func quotes() throws {
        let name = "Provider Last Name (Legal Name)"
        let text = Fixtures.row(others[0], [name: "RE\nYES"]) + Fixtures.row(others[1], [name: "\"\"THE\"\" BEST"])
        let found = try Fixtures.scan(Fixtures.header + text + Fixtures.row(others[2]))
        #expect(found.providers.map(\.name) == ["ANA RE\nYES", "ANA \"THE\" BEST", "ANA REYES"])
        #expect(found.refused.isEmpty)
    }

    @Test("line ends of Windows, a byte order mark, and a last line without an end do no harm")
    func lineEnds() throws {
        let text = "\u{FEFF}" + Fixtures.header + Fixtures.row(others[0]) + Fixtures.row(others[1]).dropLast()
        let found = try Fixtures.scan(text.replacing("\n", with: "\r\n"))
        #expect(found.providers.count == 2)
        #expect(found.refused.isEmpty)
    }

    @Test("a provider that is known just so is not read again; any change of a field that is kept is seen")
    func digests() throws {
        let provider = try #require(try Fixtures.scan(Fixtures.header + Fixtures.row()).providers.first)
        let known = [provider.npi.number: provider.digest]
        let same = try Fixtures.scan(
            Fixtures.header + Fixtures.row("1234567893", ["Replacement NPI": "x"]),
            known: known
        )
        #expect(same.providers.isEmpty && same.unchanged == [provider.npi])
        let unread = ["NPI", "Replacement NPI", "Provider Organization Name (Legal Business Name)"]
        for column in Fixtures.columns where !unread.contains(column) && !column.hasPrefix("NPI ") {
            let value =
                switch column {
                case "Entity Type Code": "2"
                case "\(Fixtures.practice) Country Code (If outside U.S.)": "PR"
                case _ where column.hasPrefix("Healthcare"): "225XP0200X"
                default: "OTHER"
                }
            let found = try Fixtures.scan(Fixtures.header + Fixtures.row("1234567893", [column: value]), known: known)
            #expect(found.providers.count == (value == "PR" ? 0 : 1), "\(column)")
        }
    }

    @Test("a file that lacks columns is refused with their names")
    func columns() throws {
        let header = Fixtures.header.replacing("\"Last Update Date\"", with: "\"Updated\"")
        let failure = #expect(throws: ProviderFileFailure.self) { try Fixtures.scan(header) }
        #expect(failure == .missingColumns(["Last Update Date"]))
    }

    @Test("a list of deactivations takes out whom it names")
    func deactivations() throws {
        let found = try Fixtures.scan("NPI,NPPES Deactivation Date\n1234567893,05/10/2019\n")
        #expect(found.others.map(\.description) == ["1234567893"])
        #expect(found.providers.isEmpty)
    }

    @Test("pieces end where a row begins, not inside a field")
    func cutting() throws {
        let first = Fixtures.row(others[0], ["Provider Last Name (Legal Name)": "A\nB"])
        let text = first + Fixtures.row(others[1]).prefix(200)
        let end = Array(text.utf8).withUnsafeBytes { ChunkCutter.end(of: $0) }
        #expect(end == first.utf8.count)
        #expect(Array("abc\n\"12".utf8).withUnsafeBytes { ChunkCutter.end(of: $0) } == nil)
    }

    @Test("wherever the bytes are cut, plain reading and strict reading agree")
    func agreement() throws {
        let values = ["", "A", "A, B", "\"\"", "A\"\"B", "A\nB", "=1", " 22 "]
        var state: UInt64 = 7
        func pick() -> String {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return values[Int(state >> 33) % values.count]
        }
        for _ in 0..<200 {
            var text = ""
            for npi in others {
                let last = pick()
                text += Fixtures.row(npi, ["Provider Last Name (Legal Name)": last, "Replacement NPI": pick()])
            }
            let found = try Fixtures.scan(Fixtures.header + text)
            #expect(found.providers.map(\.npi.description) == others)
            #expect(found.refused.isEmpty)
            #expect(found.lines == text.utf8.count { $0 == 10 })
        }
    }
}
