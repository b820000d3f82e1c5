import TandemCare
import TandemCatalog
import TandemStore
import TandemTestSupport
import Testing

@Suite("Partners and numbers on the pages")
struct PartnerPageTests {
    private func path(_ pages: TownPages, _ rest: String) -> String {
        "/practices/\(pages.town.brightSteps.id.text)/\(rest)"
    }

    @Test("A partner is added, stands in the list, and what was mistyped is said where it was typed")
    func added() async throws {
        try await TownPages.with { pages in
            let wrong = try await pages.post(
                path(pages, "partners/new"),
                as: .fay,
                [("name", "Kim Park, OT"), ("npi", "1234567890"), ("email", "nowhere")]
            )
            #expect(wrong.status == 422)
            for text in ["Choose what they offer.", "ten digits", "dana@example.org", "Kim Park, OT"] {
                #expect(wrong.html.contains(text), "\(text)")
            }
            let right = try await pages.post(
                path(pages, "partners/new"),
                as: .fay,
                [
                    ("name", "Kim Park, OT"), ("discipline", "OT"), ("npi", "1234567893"), ("trusted", "1"),
                    ("notes", "Ask for Kim herself"),
                ]
            )
            #expect(right.status == 303)
            let list = try await pages.get(path(pages, "partners"), as: .dana)
            #expect(list.html.contains("Kim Park, OT") && list.html.contains("Your circle"))
            #expect(!list.html.contains("Ask for Kim herself"), "notes stand on the partner's own page only")
        }
    }

    @Test("Of two who save the same partner, the second sees what the first has saved")
    func conflict() async throws {
        try await TownPages.with { pages in
            let partner = path(pages, "partners/\(pages.plan.referral.partner.id.text)")
            let fields = [("name", "Nimble Hands"), ("discipline", "OT"), ("version", "1")]
            #expect(try await pages.post(partner, as: .fay, fields + [("phone", "555-1")]).status == 303)
            let second = try await pages.post(partner, as: .dana, fields + [("phone", "555-2")])
            #expect(second.status == 422 && second.html.contains("555-1") && second.html.contains("555-2"))
        }
    }

    @Test("Whoever is looked for, the circle stands first; somebody of the directory becomes a partner without typing")
    func found() async throws {
        try await TownPages.with { pages in
            let find = path(pages, "partners/find")
            let empty = try await pages.get(find, as: .fay)
            #expect(empty.status == 200 && !empty.html.contains("<h2>Your circle"))
            let html = try await pages.get(find + "?place=62701&therapy=OT", as: .fay).html
            let circle = try #require(html.firstRange(of: "Little Hands OT"))
            let other = try #require(html.firstRange(of: "Luis Ot"))
            #expect(circle.lowerBound < other.lowerBound && html.contains("in this ZIP code"))
            #expect(!html.contains("Chatham Kids"), "a PT clinic is no answer to a search for OT")
            let new = try await pages.get(path(pages, "partners/new?npi=\(pages.listings.ot)"), as: .fay).html
            #expect(new.contains("Luis Ot") && new.contains("Springfield, IL") && new.contains("\(pages.listings.ot)"))
            #expect(!new.contains("217-555-0177"), "the number of a therapist who works alone may be that of a home")
            let clinic = try await pages.get(path(pages, "partners/new?npi=\(pages.listings.clinic)"), as: .fay).html
            #expect(clinic.contains("217-555-0177"))
            let wrong = try await pages.get(find + "?place=Nowhere,+IL", as: .fay)
            #expect(
                wrong.status == 422 && wrong.html.contains("We do not know this town") && wrong.html.contains("Nowhere")
            )
        }
    }

    @Test("Numbers come as a page and as a file without names of children")
    func numbers() async throws {
        try await TownPages.with { pages in
            let page = try await pages.get(path(pages, "numbers"), as: .adam)
            #expect(page.status == 200 && page.html.contains("No referral went out"))
            #expect(page.html.contains("Nobody waits, and nobody left the list"))
            let file = try await pages.get(path(pages, "numbers.csv?months=3"), as: .adam)
            #expect(file.html == "discipline,other side,sent,contacted,scheduled,attended,reported,closed,lost\r\n")
        }
    }

    @Test("The waiting list stands in the numbers, where no referral went out too, and comes as a file without names")
    func waitingNumbers() async throws {
        try await TownPages.with { pages in
            let (town, store) = (pages.town, pages.town.store)
            let today = pages.clock.effects.today()
            let stamp = Stamp(by: town.account(.fay), at: pages.clock.now)
            for (days, isTakenOff) in [(100, false), (20, false), (50, true)] {
                let entry = WaitingEntry(
                    id: store.effects.id(),
                    practice: town.brightSteps.id,
                    child: nil,
                    content: .init(name: "Robin Ash", reach: "555-0188", discipline: .physical),
                    since: today.adding(days: -days),
                    made: stamp
                )
                try await store.change(in: town.brightSteps.id, .keepWaitingList, by: town.requester(.fay)) {
                    try $0.wait(entry)
                    if isTakenOff { try $0.takeOff(entry.id, in: town.brightSteps.id, by: stamp) }
                }
            }
            let page = try await pages.get(path(pages, "numbers"), as: .adam).html
            for text in [
                "No referral went out", "<td>2</td><td>60 days</td><td>100 days</td><td>0</td><td></td><td>1</td>",
                "12 weeks or more", "numbers/waiting.csv?months=12", "<svg class=\"plot funnel\"",
            ] {
                #expect(page.contains(text), "\(text)")
            }
            #expect(!page.contains("Robin"))
            let file = try await pages.get(path(pages, "numbers/waiting.csv?months=12"), as: .adam).html
            let lines = file.split(separator: "\r\n")
            #expect(lines.first == "discipline,waits since,left on,how" && lines.count == 4)
            #expect(lines.contains("PT,\(today.adding(days: -50)),\(today),taken off"))
            #expect(!file.contains("Robin"))
        }
    }
}
