import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("The pages of the directory")
struct DirectoryPageTests {
    @Test("Who is near is found by ZIP code and by town, nearest first, by those who have not signed in too")
    func nearest() async throws {
        try await TownPages.with { pages in
            for place in ["62701", "Springfield,+il", "springfield", "62701-1234"] {
                let html = try await pages.open("/directory?place=\(place)").html
                #expect(html.contains("Therapists near"))
                let (near, far) = (html.range(of: "Luis Ot"), html.range(of: "Chatham Kids PT, LLC"))
                #expect(near != nil && far != nil)
                if let near, let far { #expect(near.lowerBound < far.lowerBound) }
                #expect(html.contains("does not prove"))
            }
            let onlyOT = try await pages.open("/directory?place=62701&therapy=OT&miles=5&pediatric=yes").html
            #expect(onlyOT.contains("Luis Ot") && !onlyOT.contains("Chatham") && !onlyOT.contains("Dana Reyes"))
        }
    }

    @Test("What only practices tell finds only those that said so")
    func wishes() async throws {
        try await TownPages.with { pages in
            for wish in ["accepting=yes", "language=Spanish", "payer=medicaid", "setting=home"] {
                let html = try await pages.open("/directory?place=62701&\(wish)").html
                #expect(html.contains("Dana Reyes") && !html.contains("Luis Ot"), "\(wish)")
            }
            let html = try await pages.open("/directory?place=62701&language=klingon").html
            #expect(html.contains("We found nobody"))
        }
    }

    @Test("A person's street and phone are shown once the listing is claimed, a clinic's always")
    func privacy() async throws {
        try await TownPages.with { pages in
            for (npi, shows) in [
                (pages.listings.ot, false), (pages.listings.clinic, true), (pages.listings.claim.npi, true),
            ] {
                let html = try await pages.open("/directory/\(npi)").html
                #expect(html.contains("14 Hidden Ln") == shows)
                #expect(html.contains("217-555-0177") == shows)
                #expect(html.contains("62"), "the ZIP code stands there")
                #expect(html.contains("May 31, 2024"))
            }
            let list = try await pages.open("/directory?place=62701").html
            #expect(!list.lowercased().contains("hidden ln"))
        }
    }

    @Test("Openings are shown until their day, and then no more")
    func openings() async throws {
        try await TownPages.with { pages in
            let html = try await pages.open("/directory/openings").html
            #expect(html.contains("Two openings on Tuesday mornings"))
        }
        try await TownPages.with(daysAhead: 7) { pages in
            let page2 = try await pages.open("/directory/openings").html
            #expect(!page2.contains("Two openings"))
            let page3 = try await pages.open("/directory/\(pages.listings.claim.npi)").html
            #expect(!page3.contains("Two openings"))
        }
    }

    @Test("Openings are found near a place, and not from far away")
    func openingsNear() async throws {
        try await TownPages.with { pages in
            let near = try await pages.open("/directory/openings?place=62701&miles=5").html
            #expect(near.contains("Two openings on Tuesday mornings") && near.contains("near 62701"))
            let other = try await pages.open("/directory/openings?place=62701&miles=5&therapy=OT").html
            #expect(!other.contains("Two openings") && other.contains("within 5 miles"))
            let wrong = try await pages.open("/directory/openings?place=00000")
            #expect(wrong.status == 422 && wrong.html.contains("We do not know this ZIP code"))
        }
    }

    @Test("What is no place is told at the field, and what was typed stays")
    func noPlace() async throws {
        try await TownPages.with { pages in
            for (place, words) in [
                ("", "Write a ZIP code"), ("99999", "We do not know this ZIP"),
                ("Nowhere,+IL", "We do not know this town"),
                ("Springfield,+ZZ", "We do not know this town"), ("%3Cb%3E", "We do not know this town"),
            ] {
                let answer = try await pages.open("/directory?place=\(place)&therapy=OT")
                #expect(answer.status == 422)
                #expect(answer.html.contains(words), "\(place)")
                #expect(!answer.html.contains("<b>"))
            }
            #expect(try await pages.open("/directory/1234567890").status == 404)
            #expect(try await pages.open("/directory/1245319599").status == 404)
        }
    }

    @Test("Nothing in an address breaks a page")
    func fuzz() async throws {
        try await TownPages.with { pages in
            var form = SpoiledForm(seed: 3)
            let names = ["place", "therapy", "miles", "pediatric", "accepting", "language", "payer", "setting", "done"]
            for _ in 0..<100 {
                let query = form.fields(names).map { "\($0.0)=\(Self.escaped($0.1))" }.joined(separator: "&")
                let answer = try await pages.open("/directory?\(query.prefix(4000))")
                #expect(answer.status < 500, "\(answer.status) for \(query)")
                #expect(!answer.html.contains(SpoiledForm.markup))
            }
        }
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            (48...57).contains(byte) || (97...122).contains(byte | 0x20) ? String(UnicodeScalar(byte)) : "%" + byte.hex
        }.joined()
    }

    @Test("Looking is throttled by address")
    func throttled() async throws {
        try await TownPages.with { pages in
            var statuses: [Int] = []
            for _ in 0..<122 { statuses.append(try await pages.open("/directory/\(pages.listings.ot)").status) }
            #expect(statuses.prefix(120).allSatisfy { $0 == 200 })
            #expect(statuses.last == 429)
        }
    }

    @Test("An administrator claims a listing, an operator confirms it, and the practice keeps it")
    func claiming() async throws {
        try await TownPages.with { pages in
            let home = "/practices/\(pages.town.brightSteps.id.text)/listings"
            for (npi, words) in [
                ("1234567890", "This is no NPI"), ("1245319599", "No provider"), ("1558598797", "already"),
            ] {
                let refused = try await pages.post(home, as: .adam, [("npi", npi)])
                #expect(refused.status == 422 && refused.html.contains(words), "\(npi)")
            }
            #expect(try await pages.post(home, as: .adam, [("npi", "1234-567 893")]).status == 303)
            let store = pages.town.store
            let waiting = try await store.database.read { try $0.waitingClaims() }
            let claim = try #require(waiting.first)
            let page4 = try await pages.open("/directory/1234567893").html
            #expect(!page4.contains("14 Hidden Ln"), "not confirmed")
            try await store.change(by: .program) { try $0.confirm(claim.id) }
            let page5 = try await pages.open("/directory/1234567893").html
            #expect(page5.contains("14 Hidden Ln"))
            let form = [
                ("version", "2"), ("accepting", "yes"), ("waiting", "3"), ("languages", "English, Spanish"),
                ("setting", "school"),
            ]
            let bad = try await pages.post("\(home)/\(claim.id.text)", as: .adam, form + [("openings", "Soon")])
            #expect(bad.status == 422 && bad.html.contains("Say until when"))
            #expect(try await pages.post("\(home)/\(claim.id.text)", as: .adam, form).status == 303)
            let html = try await pages.open("/directory/1234567893").html
            for words in ["Takes new children", "About 3 weeks", "English, Spanish", "At school"] {
                #expect(html.contains(words), "\(words)")
            }
            let late = try await pages.post("\(home)/\(claim.id.text)", as: .adam, form)
            #expect(late.status == 422, "an older version")
            try await pages.listings.search.renew()
            let page6 = try await pages.open("/directory?place=62701&setting=school").html
            #expect(page6.contains("Luis Ot"))
            #expect(try await pages.post("\(home)/\(claim.id.text)/end", as: .adam, []).status == 303)
            let page7 = try await pages.open("/directory/1234567893").html
            #expect(!page7.contains("14 Hidden Ln"))
        }
    }

    @Test("Of two practices that claim one listing, one can be confirmed")
    func twoClaims() async throws {
        try await TownPages.with { pages in
            let store = pages.town.store
            let (npi, hands, omar) = (pages.listings.claim.npi, pages.town.handsOn.id, pages.town.account(.omar))
            let other = try await store.change(by: .program) { try $0.claim(npi, for: hands, by: omar) }
            await #expect(throws: StoreFailure.self) {
                try await store.change(by: .program) { try $0.confirm(other.id) }
            }
        }
    }
}

extension TownPages {
    /// As somebody who has not signed in.
    fileprivate func open(_ path: String) async throws -> Answer {
        try await client.execute(uri: path, method: .get) { response in
            Answer(
                status: response.status.code,
                html: String(buffer: response.body),
                location: response.headers[.location],
                bytes: []
            )
        }
    }
}
