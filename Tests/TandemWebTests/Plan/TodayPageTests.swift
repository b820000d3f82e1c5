import TandemCare
import TandemCatalog
import TandemStore
import TandemTestSupport
import Testing

@Suite("Today, as the family ticks it")
struct TodayPageTests {
    private func today(_ pages: TownPages) -> String { "/children/\(pages.town.maya.id.text)/today" }

    private func tick(_ pages: TownPages, _ fields: (String, String)...) async throws -> TownPages.Answer {
        pages.clock.advance(by: .minutes(1))
        return try await pages.post(today(pages), as: .ana, [("item", pages.plan.item.id.text)] + fields)
    }

    private func standing(_ pages: TownPages) async throws -> Tick? {
        let town = pages.town
        return try await town.store.look(at: town.maya.id, .seePlan, by: town.requester(.ana)) {
            try $0.ticks($1, since: town.store.effects.today())
        }.standing.last { $0.item == pages.plan.item.id }
    }

    /// The form that asks how it was.
    private func feeling(_ html: String) throws -> String {
        let form = try #require(html.firstMatch(of: /<form class="today-feel"[\s\S]*?<\/form>/))
        return String(form.0)
    }

    @Test("What Enter does in the words is to save the words: their button is the form's first")
    func enter() async throws {
        try await TownPages.with { pages in
            _ = try await tick(pages, ("outcome", "done"))
            let form = try feeling(try await pages.get(today(pages), as: .ana).html)
            let first = try #require(form.firstMatch(of: /<button[^>]*>[^<]*/)?.0)
            #expect(first.hasSuffix("Save the words") && !first.contains("name="))
        }
    }

    @Test("Each save keeps what it does not name; a feeling pressed again is taken back, but never that it hurt")
    func keeps() async throws {
        try await TownPages.with { pages in
            _ = try await tick(pages, ("outcome", "done"))
            _ = try await tick(pages, ("feel", "too hard"), ("line", "On the left leg"))
            _ = try await tick(pages, ("line", "On the left leg, with songs"))
            _ = try await tick(pages, ("outcome", "tried"))
            let tick = try #require(try await standing(pages))
            #expect(tick.outcome == .tried && tick.feel == .tooHard && tick.line == "On the left leg, with songs")
            let form = try feeling(try await pages.get(today(pages), as: .ana).html)
            #expect(form.contains("value=\"none\" aria-pressed=\"true\">Too hard"))
            _ = try await self.tick(pages, ("feel", "none"))
            #expect(try await standing(pages)?.feel == nil)
        }
    }

    @Test("A line that is too long is told beside its field and stays; nothing is saved")
    func tooLong() async throws {
        try await TownPages.with { pages in
            let line = String(repeating: "so much fun ", count: 20)
            let answer = try await tick(pages, ("outcome", "done"), ("line", line))
            #expect(answer.status == 422)
            let form = try feeling(answer.html)
            let field = "line-\(pages.plan.item.id.text)"
            #expect(form.contains("value=\"\(line.dropLast())\""))
            #expect(form.contains("aria-invalid=\"true\" aria-describedby=\"\(field)-error\""))
            #expect(form.contains("200 characters at most"))
            #expect(form.contains("name=\"outcome\" value=\"done\""), "said in the same breath, saved with it")
            #expect(answer.html.contains("href=\"#\(field)\""))
            #expect(try await standing(pages) == nil)
        }
    }

    @Test("It hurt, tapped twice, is one alert on the plan")
    func twice() async throws {
        try await TownPages.with { pages in
            for _ in 1...2 {
                let answer = try await tick(pages, ("feel", "it hurt"), ("line", "Her knee"))
                #expect(answer.location == today(pages) + "?done=told")
            }
            let html = try await pages.get("/children/\(pages.town.maya.id.text)/plan", as: .dana).html
            #expect(html.matches(of: /<q>Her knee<\/q>/).count == 1)
            let family = try await pages.get(today(pages), as: .ana).html
            #expect(family.contains("Paused since it hurt. Your therapists look at it before it goes on."))
        }
    }

    @Test("A tap that says nothing is asked again")
    func nothing() async throws {
        try await TownPages.with { pages in
            let answer = try await tick(pages)
            #expect(answer.status == 422 && answer.html.contains("Choose Done, Tried or Not today"))
        }
    }
}
