import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Goals on the pages")
struct GoalPageTests {
    private static let typed = [
        ("title", "Get dressed"), ("setting", "at home"), ("baseline", "Mom does most of it."), ("by_month", "12"),
        ("by_day", "14"), ("by_year", "2026"),
    ]

    private func child(_ pages: TownPages) -> String { "/children/\(pages.town.maya.id.text)" }

    private func goal(_ pages: TownPages, _ rest: String = "") -> String {
        "\(child(pages))/goals/\(pages.plan.goal.id.text)\(rest)"
    }

    /// Proposes a goal from the form as it is filled in, and gives its address.
    private func propose(
        _ pages: TownPages,
        as person: Town.Person,
        _ more: [(String, String)] = [("activity", "get-dressed")]
    ) async throws -> String {
        let answer = try await pages.post("\(child(pages))/goals", as: person, Self.typed + more)
        let location = try #require(answer.location)
        return String(location.split(separator: "?")[0])
    }

    // MARK: Where a goal begins

    @Test("The dressing goal comes out as in the knowledge file: balance with PT, buttons with OT")
    func dressing() async throws {
        try await TownPages.with { pages in
            let path = try await propose(pages, as: .dana)
            let id = try #require(ID<Goal>(String(path.suffix(36))))
            let record = try await pages.town.store.database.read { try $0.record(id)?.value }
            let split = try #require(record?.split)
            for skill in ["stand-balance", "one-leg-stand", "squat"] {
                #expect(split.part(Slug(skill))?.lead == .physical, "\(skill)")
            }
            for skill in ["fasteners", "pincer", "in-hand", "clothing-orientation"] {
                #expect(split.part(Slug(skill))?.lead == .occupational, "\(skill)")
            }
            #expect(split.part(Slug("motor-planning"))?.lead == .both)
            let html = try await pages.get(path, as: .dana).html
            #expect(html.contains("Close buttons, snaps and zippers"))
            #expect(html.contains("Nobody on the team does OT yet"))
            #expect(html.contains("Ask the family to share"))
            #expect(try await pages.get(path, as: .ana).html.contains("/consents/new"))
        }
    }

    @Test("What the family told is offered, and named nowhere in an address")
    func offered() async throws {
        try await TownPages.with { pages in
            let start = try await pages.get("\(child(pages))/goals/new", as: .dana).html
            let offered = start.split(separator: "Often at this age")[0]
            #expect(offered.contains("value=\"get-dressed\""))
            #expect(!start.contains("?activity"))
            let found = try await pages.post("\(child(pages))/goals/new", as: .dana, [("q", "tricycle")]).html
            #expect(found.contains("Ride a tricycle"))
            let form = try await pages.post("\(child(pages))/goals/new", as: .dana, [("activity", "get-dressed")]).html
            #expect(form.contains("value=\"Get dressed\""))
            #expect(form.contains("To climb the big slide with her cousins"), "the family's words are filled in")
            #expect(form.contains("Standing balance"))
        }
    }

    @Test("A form with a day that is over and nothing about today comes back with what was typed, and nothing is saved")
    func refused() async throws {
        try await TownPages.with { pages in
            let fields = [
                ("title", "Get dressed"), ("setting", "at home"), ("baseline", ""), ("by_month", "1"), ("by_day", "2"),
                ("by_year", "2026"), ("help", String(repeating: "a", count: 10_000)), ("activity", "get-dressed"),
            ]
            let before = try await goals(pages)
            let page = try await pages.post("\(child(pages))/goals", as: .dana, fields)
            #expect(page.status == 422)
            #expect(page.html.contains("id=\"baseline-error\""))
            #expect(page.html.contains("id=\"by-error\""))
            #expect(page.html.contains("There is room for 200."))
            #expect(page.html.contains("value=\"Get dressed\""))
            #expect(page.html.contains("value=\"get-dressed\""), "the activity stays too")
            #expect(try await goals(pages) == before)
        }
    }

    private func goals(_ pages: TownPages) async throws -> Int64? {
        try await pages.town.store.database.read { try $0.row("SELECT count(*) AS n FROM goal")?.integer("n") }
    }

    // MARK: Yes and no

    @Test("Pressing the button twice proposes one goal")
    func twice() async throws {
        try await TownPages.with { pages in
            let first = try await propose(pages, as: .dana)
            #expect(try await propose(pages, as: .dana) == first)
        }
    }

    @Test("A guardian says yes on the plan; the aunt reads it and has no button")
    func accepted() async throws {
        try await TownPages.with { pages in
            let path = try await propose(pages, as: .dana)
            let plan = try await pages.get("\(child(pages))/plan", as: .ana).html
            #expect(plan.contains("action=\"\(path)/acceptance\""))
            #expect(try await !pages.get("\(child(pages))/plan", as: .tia).html.contains("/acceptance"))
            #expect(try await pages.get("\(child(pages))/plan", as: .tia).html.contains("Waits for your family"))
            #expect(try await !pages.get(path, as: .dana).html.contains("value=\"active\""), "not by the therapist")
            #expect(try await pages.post("\(path)/acceptance", as: .ana, [("version", "7")]).status == 422)
            #expect(try await pages.post("\(path)/acceptance", as: .ana, [("version", "1")]).status == 303)
            #expect(try await pages.get(path, as: .dana).html.contains("Ana Núñez said yes"))
            let letters = try await pages.town.store.waitingLetters().map(\.mail)
            #expect(letters.contains { $0.recipient == "ben@example.org" && $0.body.contains("/plan") })
            #expect(letters.allSatisfy { !$0.body.contains("Maya") && !$0.body.contains("dressed") })
        }
    }

    @Test("A no has a reason that everybody reads")
    func setAside() async throws {
        try await TownPages.with { pages in
            let path = try await propose(pages, as: .dana)
            let empty = try await pages.post("\(path)/refusal", as: .ana, [("version", "1"), ("reason", " ")])
            #expect(empty.status == 422)
            #expect(empty.html.contains("id=\"reason-error\""))
            _ = try await pages.post("\(path)/refusal", as: .ana, [("version", "1"), ("reason", "After the summer")])
            #expect(try await pages.get(path, as: .dana).html.contains("After the summer"))
            #expect(
                try await pages.post("\(path)/status", as: .dana, [("version", "2"), ("status", "active")]).status
                    == 422
            )
        }
    }

    @Test("What the family proposes waits for a therapist, on top of the plan")
    func familyGoal() async throws {
        try await TownPages.with { pages in
            let path = try await propose(pages, as: .ben, [("title", "Swim")])
            #expect(
                try await pages.get("\(child(pages))/plan", as: .dana).html.contains("The family proposes: Get dressed")
            )
            #expect(try await pages.post("\(path)/acceptance", as: .ana, [("version", "1")]).status == 422)
            #expect(
                try await pages.post("\(path)/status", as: .dana, [("version", "1"), ("status", "active")]).status
                    == 303
            )
        }
    }

    // MARK: Changing it

    @Test("Two who change the words at once: the second sees both")
    func conflict() async throws {
        try await TownPages.with { pages in
            let words = Self.typed.filter { $0.0 != "title" }
            _ = try await pages.post(
                goal(pages, "/edit"),
                as: .dana,
                words + [("title", "Pants on"), ("version", "1")]
            )
            let page = try await pages.post(
                goal(pages, "/edit"),
                as: .dana,
                words + [("title", "Trousers"), ("version", "1")]
            )
            #expect(page.status == 422)
            #expect(page.html.contains("Pants on"))
            #expect(page.html.contains("value=\"Trousers\""))
            #expect(page.html.contains("name=\"version\" value=\"2\""))
        }
    }

    @Test("The family changes its own words in a goal that is agreed, and nothing else")
    func ownWords() async throws {
        try await TownPages.with { pages in
            let form = try await pages.get(goal(pages, "/edit"), as: .ana).html
            #expect(form.contains("name=\"family_words\""))
            #expect(!form.contains("name=\"title\""))
            let fields = [("family_words", "She is so proud."), ("title", "Hijacked"), ("version", "1")]
            #expect(try await pages.post(goal(pages, "/edit"), as: .ana, fields).status == 303)
            let html = try await pages.get(goal(pages), as: .dana).html
            #expect(html.contains("She is so proud."))
            #expect(!html.contains("Hijacked"))
        }
    }

    @Test("A step is added, taken out with a reason, and brought back")
    func steps() async throws {
        try await TownPages.with { pages in
            let steps = goal(pages, "/steps")
            let added = [("text", "Hang up the towel"), ("skill", "reach"), ("after", "1")]
            let saved = try await pages.post(steps, as: .dana, added)
            #expect(saved.status == 303)
            #expect(try await pages.post(steps, as: .dana, [("text", "Sing")]).html.contains("id=\"skill-error\""))
            #expect(try await pages.post("\(steps)/dropping", as: .dana, [("step", "3")]).status == 422)
            let dropping = [("step", "3"), ("reason", "There is no towel")]
            #expect(try await pages.post("\(steps)/dropping", as: .dana, dropping).status == 303)
            #expect(try await pages.get(goal(pages), as: .ana).html.contains("There is no towel"))
            #expect(try await pages.post("\(steps)/restoring", as: .dana, [("step", "3")]).status == 303)
            #expect(try await pages.post("\(steps)/restoring", as: .dana, [("step", "3")]).status == 422)
        }
    }

    @Test("Where nobody of the other therapy is on the team a new lead holds at once, and stays in the record")
    func alone() async throws {
        try await TownPages.with { pages in
            let page = try await pages.get(goal(pages, "/leads"), as: .dana).html
            #expect(page.contains("it holds at once"))
            let skill = try #require(pages.plan.goal.split.parts.first { $0.name == "Buttons" }?.skill.text)
            let fields = [("skill", skill), ("to", "PT"), ("reason", "Nobody else is there")]
            #expect(try await pages.post(goal(pages, "/leads"), as: .dana, fields).status == 303)
            #expect(
                try await pages.post(goal(pages, "/leads"), as: .dana, fields).html.contains(
                    "PT leads this skill already."
                )
            )
        }
    }

    // MARK: Beside it

    @Test("An OT with the family's consent to the plan reads it and asks; nothing else of it is theirs")
    func byConsent() async throws {
        try await TownPages.with { pages in
            let html = try await pages.get(goal(pages), as: .omar).html
            #expect(html.contains("Which bench is at home?"))
            #expect(!html.contains("/steps\""))
            #expect(try await pages.post(goal(pages, "/questions"), as: .omar, [("question", "Seated?")]).status == 303)
            let question = goal(pages, "/questions/\(pages.plan.question.id.text)")
            let long = String(repeating: "a", count: 10_000)
            let refused = try await pages.post("\(question)/answers", as: .ana, [("answer", long)])
            #expect(refused.status == 422)
            #expect(refused.html.contains(long), "what was typed is still there")
            #expect(try await pages.post("\(question)/answers", as: .ana, [("answer", "A low one")]).status == 303)
            #expect(try await pages.post("\(question)/closing", as: .dana, []).status == 303)
            #expect(try await pages.post("\(question)/answers", as: .ana, [("answer", "Late")]).status == 422)
            let read = try await pages.get(goal(pages), as: .dana).html
            #expect(read.contains("Seated?"))
            #expect(read.contains("A low one"))
        }
    }

    @Test("What others did since the last sitting is new; what one did oneself is not")
    func news() async throws {
        try await TownPages.with { pages in
            let plan = "\(child(pages))/plan"
            let first = try await pages.get(plan, as: .ana).html
            #expect(!first.contains("New since you last looked"), "at first all of it is new")
            try await pages.town.store.database.write { connection in
                _ = try connection.execute("UPDATE plan_look SET looked_at = looked_at - 7200000000")
            }
            for visit in ["the sitting begins", "a goal and back"] {
                let html = try await pages.get(plan, as: .ana).html
                #expect(html.contains("New since you last looked"), "\(visit)")
                #expect(html.contains("rated \"Put on pants\"") || html.contains("rated &quot;Put on pants&quot;"))
                #expect(html.contains("asks: Which bench is at home?"))
                #expect(html.contains("added to the home program: Flamingo at the sink"))
                #expect(!html.contains("said yes to"), "that was Ana")
            }
        }
    }

    @Test("What hurt stands above everything else of the plan", arguments: [Town.Person.dana, .omar, .ana, .tia])
    func hurt(_ person: Town.Person) async throws {
        try await TownPages.with { pages in
            for path in ["\(child(pages))/plan", goal(pages)] {
                let html = try await pages.get(path, as: person).html
                let hurt = try #require(html.firstRange(of: "It hurt"))
                let name = try #require(html.firstRange(of: "child-head"))
                #expect(hurt.lowerBound < name.lowerBound)
                #expect(html.contains("Squats with the teddy"))
            }
        }
    }
}
