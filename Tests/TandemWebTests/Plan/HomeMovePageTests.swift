import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("What becomes of an activity, on the pages")
struct HomeMovePageTests {
    private func path(_ pages: TownPages, _ rest: String) -> String { "/children/\(pages.town.maya.id.text)/\(rest)" }

    private func move(
        _ pages: TownPages,
        _ item: HomeItem,
        _ state: String,
        _ words: String = ""
    ) async throws -> TownPages.Answer {
        let action = path(pages, "home-program/items/\(item.id.text)/state")
        return try await pages.post(action, as: .dana, [("state", state), ("\(state)-\(item.id.text)", words)])
    }

    @Test("Pausing asks why; the family reads it in plain words")
    func pause() async throws {
        try await TownPages.with { pages in
            let item = pages.plan.item
            let refused = try await move(pages, item, "pause")
            #expect(refused.status == 422 && refused.html.contains("the family reads it."))
            #expect(refused.html.contains("<details class=\"home-move\" open>"))
            let long = try await move(pages, item, "pause", String(repeating: "x", count: 201))
            #expect(long.status == 422 && long.html.contains(String(repeating: "x", count: 201)))
            let saved = try await move(pages, item, "pause", "Until the fever is gone")
            #expect(saved.location == path(pages, "home-program?done=saved"))
            for page in ["today", "home-program"] {
                let html = try await pages.get(path(pages, page), as: .ana).html
                #expect(html.contains("Paused by Dana Reyes: Until the fever is gone."), "\(page)")
            }
        }
    }

    @Test("Where it hurt, letting go on asks what was changed, takes the alert up and says so; the family reads it")
    func resume() async throws {
        try await TownPages.with { pages in
            let item = pages.plan.pausedItem
            let before = try await pages.get(path(pages, "home-program"), as: .dana).html
            #expect(before.contains("that it hurt is taken up in your name"))
            let refused = try await move(pages, item, "resume")
            #expect(refused.status == 422 && refused.html.contains("Write what you changed"))
            #expect(refused.html.contains("hurt-heading"))
            let saved = try await move(pages, item, "resume", "Only down to the chair")
            #expect(saved.location == path(pages, "home-program?done=goes-on"))
            let page = try await pages.get(try #require(saved.location), as: .dana).html
            #expect(!page.contains("hurt-heading") && page.contains("taken up in your name, with what you wrote"))
            for page in ["today", "home-program"] {
                let html = try await pages.get(path(pages, page), as: .ana).html
                #expect(html.contains("Dana Reyes has looked at it: Only down to the chair."), "\(page)")
            }
        }
    }

    @Test("Taking out an activity that hurt takes the alert up and says so; a reason may be left out")
    func retire() async throws {
        try await TownPages.with { pages in
            let saved = try await move(pages, pages.plan.pausedItem, "retire")
            #expect(saved.location == path(pages, "home-program?done=taken-out"))
            let html = try await pages.get(path(pages, "home-program"), as: .ana).html
            #expect(!html.contains("hurt-heading"))
            #expect(html.contains("Out of the program (Dana Reyes): it has done its work."))
            let plain = try await move(pages, pages.plan.item, "retire", "She does it by herself")
            #expect(plain.location == path(pages, "home-program?done=saved"))
        }
    }

    @Test("A paused activity shows its ticks, and a day that hurt has a mark of its own")
    func ticks() async throws {
        try await TownPages.with { pages in
            let html = try await pages.get(path(pages, "home-program"), as: .dana).html
            let resting = try #require(html.firstRange(of: "id=\"rest-\(pages.plan.pausedItem.id.text)\"")?.upperBound)
            #expect(html[resting...].contains("Last two weeks: tried once, it hurt once."))
            #expect(html[resting...].contains("<i class=\"tried ache\"></i>"))
            #expect(html.contains("Last two weeks: nothing ticked yet."))
        }
    }

    // MARK: Writing one

    private let typed = [("name", "Stork at the sink"), ("minutes", "4"), ("days", "5")]

    private func written(_ pages: TownPages) async throws -> HomeItem? {
        let town = pages.town
        return try await town.store.look(at: town.maya.id, .seePlan, by: town.requester(.dana)) { try $0.plan($1) }
            .home.active.first { $0.name == "Stork at the sink" }
    }

    @Test("Who is PT and OT chooses the therapy; nothing is chosen for them")
    func discipline() async throws {
        try await TownPages.with { pages in
            let town = pages.town
            #expect(
                !(try await pages.get(path(pages, "home-program/new"), as: .dana).html.contains("From which therapy"))
            )
            try await town.store.change(by: .program) { transaction in
                let current = try #require(
                    try transaction.connection.records(
                        Membership.self,
                        where: "account = $1",
                        [.text(town.account(.dana).text)]
                    ).first
                )
                var both = current.value
                both.roles = [.physicalTherapist, .occupationalTherapist]
                try transaction.replace(both, version: current.version)
            }
            #expect(try await pages.get(path(pages, "home-program/new"), as: .dana).html.contains("From which therapy"))
            let refused = try await pages.post(path(pages, "home-program/new"), as: .dana, typed)
            #expect(refused.status == 422 && refused.html.contains("Choose the therapy"))
            let chosen = try await pages.post(
                path(pages, "home-program/new"),
                as: .dana,
                typed + [("discipline", "OT")]
            )
            #expect(chosen.status == 303)
            #expect(try await written(pages)?.discipline == .occupational)
        }
    }

    @Test("An activity in own words may name a skill of the goals' steps, and no other")
    func skill() async throws {
        try await TownPages.with { pages in
            let parts = pages.plan.goal.split.standingParts
            let balance = try #require(parts.first)
            let form = try await pages.get(path(pages, "home-program/new"), as: .dana).html
            for part in parts { #expect(form.contains("<option value=\"\(part.skill.text)\">\(part.name)</option>")) }
            let made = try await pages.post(
                path(pages, "home-program/new"),
                as: .dana,
                typed + [("skill", balance.skill.text), ("goal", pages.plan.goal.id.text)]
            )
            #expect(made.status == 303)
            let item = try #require(try await written(pages))
            #expect(item.skill == balance.skill)
            let edit = path(pages, "home-program/items/\(item.id.text)/edit")
            #expect(
                try await pages.get(edit, as: .dana).html.contains(
                    "<option value=\"\(balance.skill.text)\" selected>\(balance.name)</option>"
                )
            )
            _ = try await pages.post(edit, as: .dana, typed + [("version", "1"), ("skill", "no-such-skill")])
            #expect(try await written(pages)?.skill == nil)
        }
    }
}
