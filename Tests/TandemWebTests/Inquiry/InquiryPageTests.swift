import HTTPTypes
import TandemCare
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Letters of families to practices")
struct InquiryPageTests {
    private static let told = [
        ("stage", "answer"), ("text", "My 4 year old falls over putting her pants on."), ("years", "4"),
        ("months", "0"),
        ("none", "1"),
    ]

    private func fields(_ pages: TownPages, _ opened: String, _ more: [(String, String)] = []) -> [(String, String)] {
        Self.told + [
            ("practice", pages.town.brightSteps.id.text), ("part", "words"), ("name", "Rosa Diaz"),
            ("email", "rosa@example.org"), ("note", "After school?"), ("opened", opened),
        ] + more
    }

    /// The seal of the form, as the page carries it.
    private func opened(_ pages: TownPages) async throws -> String {
        let html = try await pages.post("/guide/inquiry", as: .sue, Self.told).html
        let mark = "name=\"opened\" value=\""
        let start = try #require(html.firstRange(of: mark))
        return String(html[start.upperBound...].prefix { $0 != "\"" })
    }

    private func count(_ pages: TownPages) async throws -> Int {
        try await pages.town.store.database.read { try $0.rows("SELECT id FROM inquiry").count }
    }

    @Test("The page shows what would be sent, word for word, and who could get it")
    func shown() async throws {
        try await TownPages.with { pages in
            let page = try await pages.post("/guide/inquiry", as: .sue, Self.told)
            #expect(page.status == 200)
            #expect(page.html.contains("My 4 year old falls over putting her pants on."))
            #expect(page.html.contains("Bright Steps") && page.html.contains("Hands On"))
            #expect(!page.html.contains("Nothing you type is stored"))
        }
    }

    @Test("Sent, it waits for the practice, holds what was chosen only, and the link opens the family's page")
    func sent() async throws {
        try await TownPages.with { pages in
            let opened = try await opened(pages)
            pages.clock.advance(by: .seconds(5))
            let sent = try await pages.post("/inquiries", as: .sue, fields(pages, opened))
            #expect(sent.status == 200, "\(sent.html)")
            let start = try #require(sent.html.firstRange(of: "href=\"/inquiries/"))
            let path = "/inquiries/" + String(sent.html[start.upperBound...].prefix { $0 != "\"" })
            let own = try await pages.get(path, as: .sue)
            #expect(own.status == 200 && own.html.contains("After school?"))
            let list = try await pages.get("/practices/\(pages.town.brightSteps.id.text)/inquiries", as: .fay)
            #expect(list.html.contains("Rosa Diaz"))
            let inquiry = try #require(
                try await pages.town.store.database.read { connection in
                    try connection.inquiries(.waiting, of: pages.town.brightSteps.id, count: 9).map(\.value)
                        .first { $0.writer.email == "rosa@example.org" && $0.steps.first?.text == "After school?" }
                }
            )
            #expect(inquiry.shared.map(\.key) == ["words"] && inquiry.about.disciplines.isEmpty)
        }
    }

    @Test("What a program sends is not kept: too quick, not opened here, or with the trap filled in")
    func programs() async throws {
        try await TownPages.with { pages in
            let before = try await count(pages)
            let opened = try await opened(pages)
            #expect(try await pages.post("/inquiries", as: .sue, fields(pages, opened)).status == 422)
            #expect(try await pages.post("/inquiries", as: .sue, fields(pages, "1.abc")).status == 422)
            pages.clock.advance(by: .seconds(5))
            let trapped = try await pages.post("/inquiries", as: .sue, fields(pages, opened, [("website", "x")]))
            #expect(trapped.status == 200, "it looks like any other")
            pages.clock.advance(by: .hours(25))
            #expect(try await pages.post("/inquiries", as: .sue, fields(pages, opened)).status == 422)
            #expect(try await count(pages) == before)
        }
    }

    @Test("From one address so many letters an hour, then the rest waits")
    func throttled() async throws {
        try await TownPages.with { pages in
            let opened = try await opened(pages)
            pages.clock.advance(by: .seconds(5))
            var statuses: [Int] = []
            for _ in 0..<12 {
                statuses.append(try await pages.post("/inquiries", as: .sue, fields(pages, opened)).status)
            }
            #expect(statuses == Array(repeating: 200, count: 10) + [429, 429])
        }
    }

    @Test("What is missing is said at the field, and what was typed stays")
    func problems() async throws {
        try await TownPages.with { pages in
            let opened = try await opened(pages)
            pages.clock.advance(by: .seconds(5))
            let page = try await pages.post(
                "/inquiries",
                as: .sue,
                Self.told + [("name", ""), ("note", "Kept words"), ("email", "nowhere"), ("opened", opened)]
            )
            #expect(page.status == 422)
            for text in ["Choose who should get your letter.", "Write your name.", "Kept words", "ana@example.org"] {
                #expect(page.html.contains(text), "\(text)")
            }
        }
    }

    @Test("With a place, the nearest practice stands first; where the family lives is not kept")
    func near() async throws {
        try await TownPages.with { pages in
            let town = pages.town
            try await town.store.change(by: .program) { transaction in
                try transaction.update(town.brightSteps.id) { $0.place = "Chatham, IL" }
                try transaction.update(town.handsOn.id) { $0.place = "Springfield, IL" }
            }
            for (place, first, second) in [
                ("62701", "Hands On", "Bright Steps"), ("62629", "Bright Steps", "Hands On"),
            ] {
                let html = try await pages.post("/guide/inquiry", as: .sue, Self.told + [("near", place)]).html
                let (one, two) = (try #require(html.firstRange(of: first)), try #require(html.firstRange(of: second)))
                #expect(one.lowerBound < two.lowerBound, "\(place)")
                #expect(html.contains("about 10 miles") && html.contains("value=\"\(place)\""))
            }
            let wrong = try await pages.post("/guide/inquiry", as: .sue, Self.told + [("near", "00000")])
            #expect(wrong.status == 422 && wrong.html.contains("We do not know this ZIP code"))
            let opened = try await opened(pages)
            pages.clock.advance(by: .seconds(5))
            let sent = try await pages.post("/inquiries", as: .sue, fields(pages, opened, [("near", "62629")]))
            #expect(sent.status == 200)
            let kept = try await town.store.database.read {
                try $0.rows("SELECT body FROM inquiry").map { try $0.text("body") }
            }
            #expect(kept.contains { $0.contains("Rosa Diaz") } && !kept.contains { $0.contains("62629") })
        }
    }

    @Test("A family is passed on to a partner, who is called; the partner's private notes stay where they are")
    func passedToPartner() async throws {
        try await TownPages.with { pages in
            let path = "/practices/\(pages.town.brightSteps.id.text)/inquiries/\(pages.plan.inquiry.id.text)"
            let page = try await pages.get(path, as: .fay).html
            let circle = try #require(page.firstRange(of: "Your circle"))
            let others = try #require(page.firstRange(of: "Others on Tandem"))
            #expect(circle.lowerBound < others.lowerBound)
            let partner = pages.plan.referral.partner
            let asked = try await pages.post(path + "/passing", as: .fay, [("to", "partner:\(partner.id.text)")])
            #expect(asked.status == 303)
            let inquiry = try #require(
                try await pages.town.store.database.read { try $0.record(pages.plan.inquiry.id)?.value }
            )
            #expect(
                inquiry.passing
                    == InquiryPassing(
                        name: "Little Hands OT",
                        phone: "555-0130",
                        place: "Springfield, IL",
                        practice: nil
                    )
            )
            let nobody = try await pages.post(path + "/passing", as: .fay, [("to", "partner:nobody")])
            #expect(nobody.status == 422 && nobody.html.contains("Choose somebody"))
        }
    }

    @Test("Where a doctor comes first, the answer offers no letter to a practice")
    func urgent() async throws {
        try await TownPages.with { pages in
            let calm = try await pages.post("/guide", as: .sue, Self.told)
            #expect(calm.html.contains("formaction=\"/guide/inquiry\""))
            let urgent = try await pages.post(
                "/guide",
                as: .sue,
                [("stage", "answer"), ("text", "My son turns blue and struggles to breathe."), ("none", "1")]
            )
            #expect(urgent.status == 200 && !urgent.html.contains("/guide/inquiry"))
        }
    }

    @Test("Taking the child on carries over what the family wrote")
    func takingOn() async throws {
        try await TownPages.with { pages in
            let path = "/practices/\(pages.town.brightSteps.id.text)/inquiries/\(pages.plan.inquiry.id.text)"
            let form = try await pages.get(path + "/taking-on", as: .fay)
            for text in ["value=\"Lila\"", "value=\"Rosa Diaz\"", "value=\"555-0404\""] {
                #expect(form.html.contains(text), "\(text)")
            }
            let done = try await pages.post(
                path + "/taking-on",
                as: .dana,
                [
                    ("given_name", "Lila"), ("family_name", "Diaz"), ("birth_date_month", "5"),
                    ("birth_date_day", "3"), ("birth_date_year", "2022"), ("contact", "Rosa Diaz"),
                ]
            )
            let child = try #require(done.location?.split(separator: "?").first)
            let record = try await pages.get(String(child), as: .dana)
            #expect(record.html.contains("She falls over putting on pants."))
            let again = try await pages.get(path, as: .fay)
            #expect(again.html.contains("Your practice has taken the child on."))
        }
    }
}
