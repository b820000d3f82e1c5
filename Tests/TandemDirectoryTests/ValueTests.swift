import TandemAssets
import TandemCatalog
import TandemDirectory
import Testing

@Suite struct NPITests {
    @Test(
        "a number whose check digit fits is one",
        arguments: [
            "1234567893", "1993999998", "1558598797", "1000000004", "2000000002", "1999999992", "1234567802",
            "1500000009",
            "1245319599", "1679576722",
        ]
    )
    func sound(text: String) throws {
        #expect(try #require(NPI(text)).description == text)
    }

    @Test(
        "anything else is none",
        arguments: [
            "1234567890", "1992739872", "123456789", "12345678931", "0234567890", "12345A7893", "", " 1234567893",
            "１２３４５６７８９３",
        ]
    )
    func unsound(text: String) {
        #expect(NPI(text) == nil)
    }

    @Test("one wrong digit is always found")
    func oneDigit() throws {
        let digits = Array("1245319599")
        for place in digits.indices {
            for digit in "0123456789" where digit != digits[place] {
                var other = digits
                other[place] = digit
                #expect(NPI(String(other)) == nil)
            }
        }
    }
}

@Suite struct TaxonomyTests {
    @Test("the list inside the program is sound and knows the pediatric codes")
    func inside() throws {
        let list = try TaxonomyList(Fixtures.taxonomies)
        #expect(list["225XP0200X"]?.kinds == [.occupational, .pediatricOccupational])
        #expect(list["2251P0200X"]?.kinds == [.physical, .pediatricPhysical])
        #expect(list["225200000X"] == nil)
        #expect(list["252Y00000X"]?.discipline == nil)
    }

    @Test(
        "a line that cannot be read is named",
        arguments: [
            ("225X00000X OT", 1), ("# a\n22X OT - Short", 2), ("225X00000X PTA - Name", 1),
            ("225X00000X OT yes Name", 1),
            ("225X00000X OT - Name\n225X00000X OT - Name", 2), ("", 0), ("225x00000x OT - Name", 1),
        ]
    )
    func faults(text: String, line: Int) {
        let fault = #expect(throws: TaxonomyFault.self) { try TaxonomyList(text) }
        #expect(fault?.line == line)
    }
}

@Suite struct PlaceTests {
    @Test("the ZIP codes inside the program are all there, territories too")
    func all() throws {
        let places = Fixtures.places
        #expect(places.count == 41_916)
        #expect(try #require(places["00601"]).state == "PR")
        #expect(try #require(places["99723-1234"]).state == "AK")
        #expect(places["00000"] == nil)
        #expect(places["9972"] == nil)
        #expect(places["ABCDE"] == nil)
    }

    @Test("a town is found by name and state, however it is written")
    func town() {
        let places = Fixtures.places
        #expect(places.places(city: "springfield", state: "il").contains { $0.zip == "62701" })
        #expect(
            places.places(city: "St. Louis", state: "MO").count == places.places(city: "SAINT LOUIS", state: "MO").count
        )
        #expect(places.states(city: "Springfield").contains("MA"))
        #expect(places.places(city: "Nowhere at all", state: "IL").isEmpty)
    }

    @Test("distances are those of the great circle, across the date line too")
    func distances() throws {
        let places = Fixtures.places
        let (chicago, boston) = (try #require(places["60601"]).position, try #require(places["02108"]).position)
        #expect(abs(chicago.miles(to: boston) - 850) < 10)
        let (west, east) = (Position(latitude: 52, longitude: 179.9), Position(latitude: 52, longitude: -179.9))
        #expect(west.miles(to: east) < 10)
        for miles in [0.001, 1, 25, 500, 12_000] {
            let there = Position.miles(chordSquared: Position.chordSquared(miles: miles))
            #expect(abs(there - miles) < miles * 1e-6)
        }
    }
}
