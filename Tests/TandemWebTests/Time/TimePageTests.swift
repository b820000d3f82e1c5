import Foundation
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Time on the pages")
struct TimePageTests {
    private func child(_ pages: TownPages, _ rest: String) -> String {
        "/children/\(pages.town.maya.id.text)/\(rest)"
    }

    private func practice(_ pages: TownPages, _ rest: String) -> String {
        "/practices/\(pages.town.brightSteps.id.text)/\(rest)"
    }

    private func typed(_ pages: TownPages, _ more: [(String, String)] = []) -> [(String, String)] {
        let usual = [
            ("therapists", pages.town.account(.dana).text), ("first_month", "9"), ("first_day", "24"),
            ("first_year", "2026"), ("at", "10:00"), ("minutes", "45"), ("place", "clinic"), ("where", "Room <2>"),
            ("every", "0"),
        ]
        return usual.filter { field in !more.contains { $0.0 == field.0 } } + more
    }

    @Test("A visit is planned, stands in the week and in the family's schedule, and is told how it went")
    func visit() async throws {
        try await TownPages.with { pages in
            let new = child(pages, "appointments/new")
            #expect(try await pages.get(new, as: .fay).html.contains("Dana Reyes"))
            let made = try await pages.post(new, as: .fay, typed(pages))
            #expect(made.location == child(pages, "schedule?done=planned"))
            let week = try await pages.get(practice(pages, "week"), as: .fay).html
            #expect(week.contains("10:00 am") && week.contains("Maya Núñez"))
            #expect(try await !pages.get(practice(pages, "week?of=2026-09-28"), as: .fay).html.contains("Maya"))
            let seen = try await pages.get(child(pages, "schedule"), as: .ana).html
            #expect(seen.contains("Thursday, September 24, 10:00 to 10:45 am"))
            #expect(seen.contains("Dana Reyes, Bright Steps. At the clinic, Room &lt;2&gt;"))
            #expect(try await pages.get("/family", as: .ana).html.contains("Next visits"))
            let href = try #require(week.firstMatch(of: /\/children\/[0-9a-f-]+\/appointments\/[0-9a-f-]+\/1/)).0
            let page = String(href)
            #expect(try await !pages.get(page, as: .fay).html.contains("The child came"))
            pages.clock.advance(by: .hours(3 * 24))
            #expect(try await pages.get(page, as: .fay).html.contains("The child came"))
            let told = try await pages.post("\(page)/outcome", as: .dana, [("outcome", "attended")])
            #expect(told.location == "\(page)?done=saved")
            #expect(try await pages.get(page, as: .dana).html.contains("Write the note"))
            #expect(try await !pages.get(page, as: .fay).html.contains("Write the note"))
        }
    }

    @Test(
        "What does not fit is told beside its field, what was typed stays, and nothing is saved",
        arguments: [
            ("therapists", "", "Choose who treats the child."), ("first_day", "31", "Write a date of the calendar"),
            ("first_year", "2020", "This day is over."), ("at", "25:00", "Write a time from"),
            ("at", "", "Write when the visit begins"), ("minutes", "-1", "Choose how long"),
            ("every", "1", "Write how many visits there are"),
        ]
    )
    func problems(_ name: String, _ value: String, _ message: String) async throws {
        try await TownPages.with { pages in
            let answer = try await pages.post(
                child(pages, "appointments/new"),
                as: .dana,
                typed(pages, [(name, value)])
            )
            #expect(answer.status == 422)
            #expect(answer.html.contains(message))
            #expect(answer.html.contains("Room &lt;2&gt;"))
            let count = try await pages.town.store.database.read {
                try $0.row("SELECT COUNT(*) AS n FROM appointment")?.integer("n")
            }
            #expect(count == 0)
        }
    }

    @Test("A time that is taken is told with its days, and with who is not free")
    func taken() async throws {
        try await TownPages.with { pages in
            _ = try await TownTime(in: pages.town)
            let fields = typed(pages, [("first_day", "22"), ("at", "09:30"), ("every", "1"), ("count", "2")])
            let answer = try await pages.post(child(pages, "appointments/new"), as: .fay, fields)
            #expect(answer.status == 422)
            #expect(answer.html.contains("Dana Reyes is not free then: Tue, Sep 22; Tue, Sep 29."))
        }
    }

    @Test("One visit moves, later ones change, one is cancelled with who and why")
    func series() async throws {
        try await TownPages.with { pages in
            let time = try await TownTime(in: pages.town)
            let base = child(pages, "appointments/\(time.series.id.text)")
            let dana = pages.town.account(.dana).text
            let move = [
                ("therapists", dana), ("first_month", "9"), ("first_day", "23"), ("first_year", "2026"),
                ("at", "11:00"), ("minutes", "30"),
            ]
            #expect(try await pages.post("\(base)/1/time", as: .fay, move).status == 303)
            let filled = try await pages.get("\(base)/3/series", as: .fay).html
            #expect(filled.contains("name=\"count\"") && filled.contains("value=\"2\""))
            let changed = typed(
                pages,
                [("first_month", "10"), ("first_day", "6"), ("at", "11:15"), ("every", "1"), ("count", "2")]
            )
            #expect(try await pages.post("\(base)/3/series", as: .fay, changed).status == 303)
            let cancel = [("by", "family"), ("why", "weather or travel")]
            #expect(try await pages.post("\(base)/2/cancellation", as: .fay, cancel).status == 303)
            let html = try await pages.get(child(pages, "schedule"), as: .ben).html
            for line in [
                "Wednesday, September 23, 11:00 to 11:30 am", "Tuesday, September 29, 9:00 to 9:45 am",
                "Tuesday, October 6, 11:15 am to 12:00 pm", "Tuesday, October 13, 11:15 am to 12:00 pm",
            ] {
                #expect(html.contains(line))
            }
            let page = try await pages.get("\(base)/2", as: .fay).html
            #expect(page.contains("By the family: weather or travel"))
            #expect(try await pages.get("\(base)/3", as: .fay).status == 404)
            #expect(try await pages.get("\(base)/1", as: .omar).status == 404)
        }
    }

    @Test("Two practices find a time, one proposes, the other says yes, the family reads that both come")
    func joint() async throws {
        try await TownPages.with { pages in
            let time = try await TownTime(in: pages.town)
            let asked = [
                ("own", pages.town.account(.dana).text),
                ("partner", "\(time.partner.practice.text) \(time.partner.account.text)"), ("minutes", "45"),
                ("place", "clinic"),
            ]
            let found = try await pages.post(child(pages, "joint"), as: .dana, asked).html
            let start = try #require(found.firstMatch(of: /name="start" value="([0-9]+)"/)).1
            #expect(!found.contains("Leo"))
            let proposed = try await pages.post(child(pages, "joint"), as: .dana, asked + [("start", String(start))])
            #expect(proposed.location == child(pages, "schedule?done=proposed"))
            let theirs = try await pages.get("/practices/\(pages.town.handsOn.id.text)/week", as: .omar).html
            #expect(theirs.contains("Another practice proposes a visit together"))
            let page = try await pages.get(child(pages, "schedule"), as: .omar).html
            let action = try #require(page.firstMatch(of: /\/children\/[0-9a-f-]+\/joint\/[0-9a-f-]+/)).0
            #expect(try await pages.post(String(action), as: .dana, [("answer", "yes")]).status == 404)
            #expect(try await pages.post(String(action), as: .omar, [("answer", "yes")]).status == 303)
            let again = try await pages.post(String(action), as: .omar, [("answer", "yes")])
            #expect(again.html.contains("answered already"))
            let family = try await pages.get(child(pages, "schedule"), as: .ana).html
            #expect(family.contains("with both PT and OT"))
            #expect(family.contains("Dana Reyes and Omar Haddad"))
        }
    }

    @Test("Common times are looked for so often an hour, and no more")
    func probing() async throws {
        try await TownPages.with { pages in
            let time = try await TownTime(in: pages.town)
            let asked = [
                ("own", pages.town.account(.dana).text),
                ("partner", "\(time.partner.practice.text) \(time.partner.account.text)"), ("minutes", "30"),
            ]
            for _ in 0..<20 { #expect(try await pages.post(child(pages, "joint"), as: .dana, asked).status == 200) }
            let answer = try await pages.post(child(pages, "joint"), as: .dana, asked)
            #expect(answer.status == 422 && answer.html.contains("Try again a little later"))
        }
    }

    @Test("A week of a large practice stays a small page, and shows its days one by one")
    func large() async throws {
        try await TownPages.with { pages in
            let town = pages.town
            let dana = town.account(.dana)
            for hour in 0..<24 {
                let week = Recurrence(weekdays: Set(0...4), end: .count(5))
                let content = TownTime.content(dana, TownTime.tuesday, hour, recurrence: week)
                try await town.store.change(town.maya.id, .schedule, by: town.requester(.dana)) {
                    _ = try $0.book(content, $1)
                }
            }
            let html = try await pages.get(practice(pages, "week?of=2026-09-23"), as: .fay).html
            #expect(html.utf8.count < 60_000)
            #expect(html.contains("Show this day"))
            #expect(html.ranges(of: "/appointments/").count == 24)
        }
    }
}
