import Foundation
import TandemCare
import TandemCatalog
import TandemStore
import TandemTestSupport
import Testing

@Suite("Hours, the waiting list and calendars on the pages")
struct WaitingPageTests {
    private func child(_ pages: TownPages, _ rest: String) -> String {
        "/children/\(pages.town.maya.id.text)/\(rest)"
    }

    private func practice(_ pages: TownPages, _ rest: String) -> String {
        "/practices/\(pages.town.brightSteps.id.text)/\(rest)"
    }

    @Test("A cancelled visit is offered to who waits, the family says yes, and the visit is theirs")
    func offer() async throws {
        try await TownPages.with { pages in
            let visits = try await TownVisits(in: pages.town)
            let freed = practice(pages, "freed/\(visits.series.id.text)/2")
            #expect(try await pages.get(freed, as: .fay).html.contains("Tuesday, September 29, 9:00 to 9:45 am"))
            #expect(try await pages.get(practice(pages, "freed/\(visits.series.id.text)/1"), as: .fay).status == 404)
            let offered = try await pages.post(freed, as: .fay, [("entry", visits.entry.text), ("hold", "2")])
            let location = try #require(offered.location)
            #expect(location.hasSuffix("?done=offered"))
            let letters = try await pages.town.store.waitingLetters().map(\.mail)
            #expect(letters.contains { $0.recipient == "ana@example.org" && $0.subject == "A time has come free" })
            #expect(letters.allSatisfy { !$0.body.contains("Maya") && !$0.body.contains("Dana") })
            let id = try #require(location.firstMatch(of: /offers\/([0-9a-f-]+)/)).1
            let page = child(pages, "schedule/offers/\(id)")
            #expect(try await pages.get(child(pages, "schedule"), as: .ana).html.contains("A time is free"))
            #expect(try await pages.get(page, as: .tia).status == 404)
            #expect(try await pages.get(page, as: .ana).html.contains("Yes, we come"))
            let yes = try await pages.post(page, as: .ana, [("answer", "yes")])
            #expect(yes.location == child(pages, "schedule?done=yours"))
            // The other home of the child presses yes too late.
            let late = try await pages.post(page, as: .ben, [("answer", "yes")])
            #expect(late.status == 422 && late.html.contains("This time is gone"))
            #expect(try await pages.get(practice(pages, "waiting"), as: .fay).html.contains("Nobody waits."))
            let shown = try await pages.get(String(location), as: .fay).html
            #expect(shown.contains("has the time"))
        }
    }

    @Test("Somebody without a record waits with a name and a phone, is changed, and is taken off")
    func unknown() async throws {
        try await TownPages.with { pages in
            let list = practice(pages, "waiting")
            let empty = try await pages.post(list, as: .fay, [("minutes", "45")])
            #expect(empty.status == 422 && empty.html.contains("Write whom to ask for."))
            let fields = [
                ("name", "Sam <b>Field</b>"), ("reach", "555-0404"), ("discipline", "PT"), ("minutes", "45"),
                ("weekdays", "1"), ("from", "15:00"), ("short", "yes"),
            ]
            #expect(try await pages.post(list, as: .fay, fields).location == "\(list)?done=waits")
            let html = try await pages.get(list, as: .dana).html
            #expect(html.contains("Sam &lt;b&gt;Field&lt;/b&gt;") && html.contains("Tue from 3:00 pm"))
            let entry = try #require(html.firstMatch(of: /\/practices\/[0-9a-f-]+\/waiting\/[0-9a-f-]+/)).0
            let stale = try await pages.post(String(entry), as: .fay, fields + [("version", "9")])
            #expect(stale.status == 422 && stale.html.contains("saved this meanwhile"))
            #expect(try await pages.post(String(entry), as: .fay, [("change", "off")]).status == 303)
            #expect(try await pages.get(list, as: .fay).html.contains("Nobody waits."))
        }
    }

    @Test("Hours are written down, and what is free follows from them")
    func hours() async throws {
        try await TownPages.with { pages in
            let member = try #require(pages.town.requester(.dana).memberships.first).id.text
            let page = practice(pages, "hours/\(member)")
            let bad = try await pages.post(
                page,
                as: .dana,
                [("from_1_0", "12:00"), ("to_1_0", "08:00"), ("off", "soon")]
            )
            #expect(bad.status == 422)
            #expect(bad.html.contains("The end is not after the start.") && bad.html.contains("Write each line as"))
            let fields = [
                ("version", "0"), ("from_1_0", "08:00"), ("to_1_0", "09:30"), ("from_2_0", "08:00"),
                ("to_2_0", "12:00"), ("off", "9/23/2026 to 9/25/2026"),
            ]
            #expect(try await pages.post(page, as: .fay, fields).status == 303)
            let free = try await pages.get(practice(pages, "free?minutes=60"), as: .fay).html
            #expect(free.contains("8:00 am, 8:15 am, 8:30 am"))
            #expect(free.contains("Tuesday, September 22") && !free.contains("Wednesday, September 23"))
            #expect(try await pages.get(page, as: .fay).html.contains("9/23/2026 to 9/25/2026"))
            let zone = try await pages.post(practice(pages, "hours"), as: .fay, [("zone", "America/Denver")])
            #expect(zone.status == 303)
            #expect(try await pages.get(practice(pages, "free"), as: .fay).html.contains("Mountain time"))
        }
    }

    @Test("A therapist's calendar names nobody, or initials; the family's holds visits in UTC")
    func calendars() async throws {
        try await TownPages.with { pages in
            _ = try await TownTime(in: pages.town)
            func fetch(_ html: String) async throws -> String {
                let path = try #require(html.firstMatch(of: /\/calendars\/[A-Za-z0-9_-]{43}\.ics/)).0
                return try await pages.get(String(path), as: .sue).html
            }
            let address = practice(pages, "week/address")
            let plain = try await fetch(pages.post(address, as: .dana, [("change", "make")]).html)
            #expect(plain.contains("SUMMARY:Visit\r\n") && !plain.contains("M. N."))
            #expect(plain.contains("DTSTART:20260922T090000Z\r\n") && plain.contains("DTEND:20260922T094500Z\r\n"))
            let initials = try await fetch(pages.post(address, as: .dana, [("change", "make"), ("names", "yes")]).html)
            #expect(initials.contains("SUMMARY:M. N.\r\n") && !initials.contains("Maya"))
            let family = try await fetch(pages.post(child(pages, "calendar"), as: .ana, [("change", "make")]).html)
            #expect(family.ranges(of: "SUMMARY:Visit\r\n").count == 4)
            #expect(!family.contains("Dana"))
        }
    }
}
