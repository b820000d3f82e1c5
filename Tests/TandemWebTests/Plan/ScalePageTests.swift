import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Scales, ratings and progress on the pages")
struct ScalePageTests {
    private func goal(_ pages: TownPages, _ rest: String = "") -> String {
        "/children/\(pages.town.maya.id.text)/goals/\(pages.plan.goal.id.text)\(rest)"
    }

    private func scale(_ pages: TownPages) async throws -> Versioned<AttainmentScale>? {
        let id = pages.plan.scale.id
        return try await pages.town.store.database.read { try $0.record(id) }
    }

    /// The form as the page shows it, with some fields changed.
    private func form(_ pages: TownPages, _ changes: [String: String] = [:]) async throws -> [(String, String)] {
        let html = try await pages.get(goal(pages, "/scale"), as: .dana).html
        var fields: [(String, String)] = []
        for tag in html.split(separator: "<input").dropFirst().map({ $0.prefix { $0 != ">" } }) {
            func attribute(_ name: String) -> String? {
                tag.firstRange(of: " \(name)=\"").map { String(tag[$0.upperBound...].prefix { $0 != "\"" }) }
            }
            guard let name = attribute("name"), let value = attribute("value"), name != "form_key" else { continue }
            if attribute("type") == "radio", !tag.contains(" checked") { continue }
            fields.append((name, changes[name] ?? value))
        }
        return fields
    }

    @Test("Levels that overlap are said beside the level; what was typed stays and nothing is saved")
    func overlap() async throws {
        try await TownPages.with { pages in
            let before = try await scale(pages)
            let typed = try await form(pages, ["to_0": "30", "words_0": "Dressed before the bus comes"])
            let answer = try await pages.post(goal(pages, "/scale"), as: .dana, typed)
            #expect(answer.status == 422)
            #expect(answer.html.contains("Some values are both level"))
            #expect(answer.html.contains("id=\"words_0-error\""))
            #expect(answer.html.contains("Dressed before the bus comes"))
            #expect(try await scale(pages)?.version == before?.version)
        }
    }

    @Test("All weights zero, a day that is over, a baseline elsewhere: each beside its field")
    func bad() async throws {
        try await TownPages.with { pages in
            let weightless = try await form(pages, ["importance": "0"])
            let answer = try await pages.post(goal(pages, "/scale"), as: .dana, weightless)
            #expect(answer.status == 422 && answer.html.contains("there would be no score"))
            #expect(answer.html.contains("<details class=\"field\" open>"))
            for (field, value, words) in [
                ("by_year", "2020", "is over"), ("baseline", "8", "The start is said to be"),
                ("grain", "0", "not above zero"),
                ("from_1", "soon", "Write a number"), ("words_2", "", "does not say what one would see"),
            ] {
                let typed = try await form(pages, [field: value])
                let answer = try await pages.post(goal(pages, "/scale"), as: .dana, typed)
                #expect(answer.status == 422 && answer.html.contains(words), "\(field)")
            }
            #expect(try await scale(pages)?.version == 1)
        }
    }

    @Test("The five levels are drafted from what is measured, and saved")
    func draft() async throws {
        try await TownPages.with { pages in
            let outline = try await form(pages, ["baseline": "30", "expected": "10"])
            let drafted = try await pages.post(goal(pages, "/scale"), as: .dana, outline + [("make", "draft")])
            #expect(drafted.html.contains("value=\"30 minutes or more\""))
            #expect(try await scale(pages)?.version == 1, "a draft saves nothing")
            let worse = try await form(pages, ["baseline": "10", "expected": "30"])
            let refused = try await pages.post(goal(pages, "/scale"), as: .dana, worse + [("make", "draft")])
            #expect(refused.status == 422 && refused.html.contains("This is not better than today"))
            let saved = try await pages.post(
                goal(pages, "/scale"),
                as: .dana,
                try await form(pages, ["words_0": "Dressed in a quarter of an hour"])
            )
            #expect(saved.status == 303)
            #expect(try await scale(pages)?.value.level(0)?.words == "Dressed in a quarter of an hour")
            let page = try await pages.get(goal(pages), as: .ana).html
            #expect(page.contains("Dressed in a quarter of an hour"))
        }
    }

    @Test("Somebody who saves over another's scale sees both first")
    func conflict() async throws {
        try await TownPages.with { pages in
            let mine = try await form(pages, ["words_0": "Mine"])
            let theirs = try await form(pages, ["words_0": "Theirs"])
            #expect(try await pages.post(goal(pages, "/scale"), as: .dana, theirs).status == 303)
            let answer = try await pages.post(goal(pages, "/scale"), as: .dana, mine)
            #expect(answer.status == 422)
            #expect(answer.html.contains("<dd>Theirs</dd>") && answer.html.contains("value=\"Mine\""))
            #expect(answer.html.contains("name=\"version\" value=\"2\""))
        }
    }

    @Test("A family says how it is; the plot, the table and the plan show it")
    func rate() async throws {
        try await TownPages.with { pages in
            let today = pages.town.store.effects.today()
            let now = [("on_month", "\(today.month)"), ("on_day", "\(today.day)"), ("on_year", "\(today.year)")]
            let empty = try await pages.post(goal(pages, "/ratings/new"), as: .tia, now)
            #expect(empty.status == 422 && empty.html.contains("Choose the level that fits best."))
            let late = [("on_month", "1"), ("on_day", "1"), ("on_year", "2099"), ("level", "0")]
            #expect(try await pages.post(goal(pages, "/ratings/new"), as: .ana, late).html.contains("still to come"))
            let wrong = try await pages.post(
                goal(pages, "/ratings/new"),
                as: .ana,
                now + [("level", "2"), ("value", "25")]
            )
            #expect(wrong.status == 422 && wrong.html.contains("Choose that level, or check the number."))
            let long = [("level", "0"), ("words", String(repeating: "a", count: 10_000))]
            let kept = try await pages.post(goal(pages, "/ratings/new"), as: .ana, now + long)
            #expect(kept.status == 422 && kept.html.contains(String(repeating: "a", count: 10_000)))
            let saved = try await pages.post(
                goal(pages, "/ratings/new"),
                as: .ana,
                now + [("value", "14"), ("words", "Only the socks")]
            )
            #expect(saved.status == 303)
            let page = try await pages.get(goal(pages), as: .dana).html
            #expect(page.contains("Only the socks") && page.contains("measured: 14 minutes"))
            #expect(page.contains("<polygon class=\"plot-family\""))
            #expect(page.contains("It is just as we hoped."))
            let progress = try await pages.get("/children/\(pages.town.maya.id.text)/progress", as: .ana).html
            #expect(progress.contains("The T-score is <b>50.0</b>"))
            #expect(progress.contains("T = 50 + 10"))
            #expect(try await pages.get("/children/\(pages.town.maya.id.text)/plan", as: .ana).html.contains("<svg"))
        }
    }

    @Test("Without a scale a rating waits for one, and the plan says so")
    func noScale() async throws {
        try await TownPages.with { pages in
            let typed = [
                ("title", "Climb"), ("setting", "park"), ("baseline", "No."), ("by_month", "12"), ("by_day", "14"),
                ("by_year", "2026"),
            ]
            let child = "/children/\(pages.town.maya.id.text)"
            let answer = try await pages.post("\(child)/goals", as: .dana, typed + [("activity", "get-dressed")])
            let path = String(try #require(answer.location).split(separator: "?")[0])
            #expect(try await pages.get("\(path)/ratings/new", as: .dana).status == 404, "proposed, not worked on")
            #expect(try await pages.post("\(path)/acceptance", as: .ana, [("version", "1")]).status == 303)
            #expect(try await pages.get("\(child)/plan", as: .dana).html.contains("Climb has no scale yet."))
            #expect(try await pages.get("\(path)/ratings/new", as: .dana).html.contains("Agree on a scale"))
            #expect(try await pages.get("\(path)/ratings/new", as: .ana).html.contains("have not agreed"))
            #expect(try await pages.post("\(path)/ratings/new", as: .ana, [("level", "0")]).status == 404)
        }
    }
}
