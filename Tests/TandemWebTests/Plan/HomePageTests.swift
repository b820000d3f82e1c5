import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("The home program on the pages")
struct HomePageTests {
    private func path(_ pages: TownPages, _ rest: String) -> String { "/children/\(pages.town.maya.id.text)/\(rest)" }

    private let typed = [
        ("name", "Stork at the sink"), ("how", "Stand on one leg & sing."), ("minutes", "4"), ("days", "5"),
    ]

    @Test("An activity in own words: written, in the list, in the family's day, ticked with one form")
    func journey() async throws {
        try await TownPages.with { pages in
            let saved = try await pages.post(path(pages, "home-program/new"), as: .dana, typed)
            #expect(saved.location == path(pages, "home-program?done=saved"))
            #expect(try await pages.get(path(pages, "home-program"), as: .dana).html.contains("Stork at the sink"))
            let today = try await pages.get(path(pages, "today"), as: .ana).html
            #expect(today.contains("Stand on one leg &amp; sing."))
            let item = try #require(
                try await pages.town.store.look(at: pages.town.maya.id, .seePlan, by: pages.town.requester(.ana)) {
                    try $0.plan($1).home.active.first { $0.name == "Stork at the sink" }?.id
                }
            )
            let fields = [("item", item.text), ("outcome", "done")]
            let ticked = try await pages.post(path(pages, "today"), as: .ana, fields)
            #expect(ticked.location == path(pages, "today?done=ticked"))
            #expect(try await pages.get(path(pages, "today"), as: .ana).html.contains("Done today."))
            #expect(
                try await pages.get(path(pages, "home-program"), as: .dana).html.contains("Last two weeks: done once.")
            )
        }
    }

    @Test(
        "It hurt stands above everything of the plan until a therapist has taken it up; the address says nothing of it"
    )
    func hurt() async throws {
        try await TownPages.with { pages in
            let item = pages.plan.item.id.text
            let told = try await pages.post(
                path(pages, "today"),
                as: .ana,
                [("item", item), ("outcome", "tried"), ("feel", "it hurt")]
            )
            #expect(told.location == path(pages, "today?done=told"))
            #expect(try await pages.get(try #require(told.location), as: .ana).html.contains("call your doctor"))
            for page in ["plan", "home-program", "visits", "home-program/handout"] {
                let html = try await pages.get(path(pages, page), as: .dana).html
                let alert = try #require(html.firstRange(of: "hurt-heading")?.lowerBound, "\(page)")
                #expect(alert < (html.firstRange(of: "child-head")?.lowerBound ?? html.endIndex), "\(page)")
            }
            let home = try await pages.get("/practices/\(pages.town.brightSteps.id.text)", as: .dana).html
            #expect(home.contains("It hurt"))
        }
    }

    @Test(
        "What does not fit is told beside its field, and what was typed stays",
        arguments: [
            ("name", "", "Say what to do"), ("minutes", "0", "Write a number from 1 to 120."),
            ("minutes", "some", "Write a whole number."), ("days", "9", "A week has seven days."),
            ("how", String(repeating: "x", count: 10_000), "4000 characters"),
        ]
    )
    func mends(_ name: String, _ value: String, _ words: String) async throws {
        try await TownPages.with { pages in
            let fields = typed.filter { $0.0 != name } + [(name, value), ("dos", "Hold on to the sink")]
            let answer = try await pages.post(path(pages, "home-program/new"), as: .dana, fields)
            #expect(answer.status == 422)
            #expect(answer.html.contains(words))
            #expect(answer.html.contains("Hold on to the sink"))
        }
    }

    @Test("A handout in Spanish: fixed words, the therapist's own, and English where there is no Spanish")
    func spanish() async throws {
        try await TownPages.with { pages in
            let more = [("es_name", "La cigüeña"), ("donts", "Not in socks")]
            _ = try await pages.post(path(pages, "home-program/new"), as: .dana, typed + more)
            let html = try await pages.get(path(pages, "home-program/handout/es"), as: .ana).html
            #expect(html.contains("El programa de Maya para la casa"))
            #expect(html.contains("<h3>La cigüeña</h3>"))
            #expect(html.contains("<p class=\"lines-kept\" lang=\"en\">Stand on one leg &amp; sing.</p>"))
            #expect(html.contains("<li lang=\"en\">Not in socks</li>"))
            #expect(html.contains("Una parte aún no está en español"))
            #expect(html.contains("Esta actividad aún no está en español"))
            #expect(html.contains("<h3 lang=\"en\">Flamingo at the sink</h3>"))
            #expect(!(try await pages.get(path(pages, "home-program/handout"), as: .ana).html.contains("cigüeña")))
        }
    }

    @Test("A calendar is text of RFC 5545, names nothing by default, and stops with the address")
    func calendar() async throws {
        try await TownPages.with { pages in
            let made = try await pages.post(path(pages, "calendar"), as: .ana, [("change", "make")])
            let found = try #require(made.html.firstMatch(of: /\/calendars\/[A-Za-z0-9_-]{43}\.ics/))
            let address = String(found.0)
            let text = try await pages.get(address, as: .sue).html
            #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
            #expect(text.contains("SUMMARY:Practice: 1 activity\\, 5 minutes"))
            #expect(!text.contains("Flamingo") && !text.contains("pants") && !text.contains("Maya"))
            _ = try await pages.post(path(pages, "calendar"), as: .ana, [("change", "revoke")])
            #expect(try await pages.get(address, as: .sue).status == 404)
        }
    }

    @Test("The family's home begins with today")
    func family() async throws {
        try await TownPages.with { pages in
            let html = try await pages.get("/family", as: .ana).html
            let today = try #require(html.firstRange(of: "Flamingo at the sink")?.lowerBound)
            let sharing = try #require(html.firstRange(of: "Who sees Maya")?.lowerBound)
            #expect(today < sharing)
            let back = [("item", pages.plan.item.id.text), ("outcome", "done"), ("back", "family")]
            #expect(try await pages.post(path(pages, "today"), as: .ana, back).location == "/family?done=ticked")
        }
    }

    @Test("A goal that waits for the family's yes stands under what waits, for those who decide")
    func waiting() async throws {
        try await TownPages.with { pages in
            let (town, stamp) = (pages.town, Stamp(by: pages.town.account(.dana), at: pages.town.store.effects.now()))
            let goal = Goal(
                id: town.store.effects.id(),
                child: town.maya.id,
                title: "Climb the big slide",
                baseline: "Up two rungs",
                by: town.store.effects.today().adding(days: 84),
                split: Split(),
                proposed: stamp
            )
            try await town.store.change(by: .program) { try $0.insert(goal) }
            let html = try await pages.get("/family", as: .ana).html
            let link = "<a href=\"/children/\(town.maya.id.text)/goals/\(goal.id.text)\">Read it and answer</a>"
            let waiting = try #require(html.firstRange(of: "Waiting for you")?.upperBound)
            let place = try #require(html.firstRange(of: link)?.lowerBound)
            #expect(waiting < place && html.contains("A goal waits for your yes: Climb the big slide"))
            #expect(
                !(try await pages.get("/family", as: .tia).html.contains("Read it and answer")),
                "she decides nothing"
            )
        }
    }

    @Test("What is wrong with one child's plan takes nothing away from the other child")
    func oneSpoiled() async throws {
        try await TownPages.with { pages in
            let town = pages.town
            try await town.store.change(by: .program) { transaction in
                try transaction.insert(
                    FamilyTie(
                        id: transaction.effects.id(),
                        child: town.maya.id,
                        household: town.mothersHome.id,
                        account: town.account(.sue),
                        relation: "neighbor",
                        mayConsent: false,
                        since: transaction.now
                    )
                )
                _ = try transaction.connection.execute(
                    "UPDATE home_item SET body = '{}' WHERE id = $1",
                    [.text(pages.plan.item.id.text)]
                )
            }
            let answer = try await pages.get("/family", as: .sue)
            #expect(answer.status == 200)
            #expect(answer.html.contains("Leo Baker") && answer.html.contains("Leo's plan"))
            #expect(answer.html.contains("We cannot show Maya's plan right now."))
        }
    }
}
