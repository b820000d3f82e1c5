import Foundation
import TandemCare
import TandemCatalog
import TandemStore
import TandemTestSupport
import Testing

@Suite("The pages of papers")
struct PapersPageTests {
    private static func address(_ pages: TownPages, _ rest: String = "") -> String {
        "/children/\(pages.town.maya.id.text)/papers\(rest)"
    }

    private static func draft(_ pages: TownPages, _ part: String = "") -> String {
        address(pages, "/plans/\(pages.plan.planOfCare.id.text)\(part)")
    }

    /// The draft's form, filled in.
    private static func filled(_ pages: TownPages, version: Int = 1) -> [(String, String)] {
        let goal = pages.plan.goal.id.text
        return [
            ("version", "\(version)"), ("diagnosis", "Delayed gross motor skills"), ("type", "Therapeutic activities"),
            ("amount", "1"), ("minutes", "45"), ("times_1", "2"), ("weeks_1", "6"), ("times_2", "1"), ("weeks_2", "6"),
            ("payer", "medicare"), ("evaluated_month", "9"), ("evaluated_day", "1"), ("evaluated_year", "2026"),
            ("in_\(goal)", "1"), ("long_\(goal)", "Put on pants at home"), ("baseline_\(goal)", "Mom does most of it."),
            ("target_\(goal)", "11 to 15 minutes"), ("by_\(goal)_month", "12"), ("by_\(goal)_day", "14"),
            ("by_\(goal)_year", "2026"),
        ]
    }

    @Test("A draft is filled from the plan, saved, signed, and then never changes")
    func wholeWay() async throws {
        try await TownPages.with { pages in
            let begun = try await pages.post(Self.address(pages, "/plans/new"), as: .dana, [("discipline", "PT")])
            #expect(begun.status == 303)
            #expect(begun.location == Self.draft(pages, "/edit"), "the draft that is there already")
            let form = try await pages.get(Self.draft(pages, "/edit"), as: .dana).html
            #expect(form.contains("Put on pants at home, on school mornings"))
            #expect(form.contains("Put a foot through the leg"))
            let saved = try await pages.post(Self.draft(pages, "/edit"), as: .dana, Self.filled(pages))
            #expect(saved.status == 303)
            let paper = try await pages.get(Self.draft(pages), as: .dana).html
            for text in [
                "2 times a week for 6 weeks, then 1 time a week for 6 weeks: 18 visits in 12 weeks",
                "Draft. Not signed, not valid.", "Medicare pattern", "Asked for within 30 days",
            ] {
                #expect(paper.contains(text), "\(text)")
            }
            let signed = try await pages.post(
                Self.draft(pages, "/signature"),
                as: .dana,
                [("name", "Dana Reyes, PT, DPT"), ("version", "2")]
            )
            #expect(signed.status == 303)
            let read = try await pages.get(Self.draft(pages), as: .ana).html
            #expect(read.contains("Signed electronically by <b>Dana Reyes, PT, DPT</b> on September 21, 2026"))
            let again = try await pages.post(Self.draft(pages, "/edit"), as: .dana, Self.filled(pages, version: 3))
            #expect(again.location?.contains("done=no-change") == true)
        }
    }

    @Test("Signing names what is missing; nothing is signed")
    func unfinished() async throws {
        try await TownPages.with { pages in
            let page = try await pages.get(Self.draft(pages, "/signature"), as: .dana).html
            #expect(page.contains("Before you can sign"))
            #expect(page.contains("Take in at least one goal of the plan."))
            let signed = try await pages.post(
                Self.draft(pages, "/signature"),
                as: .dana,
                [("name", "Dana Reyes, PT"), ("version", "1")]
            )
            #expect(signed.status == 422)
            let paper = try await pages.get(Self.draft(pages), as: .dana).html
            #expect(paper.contains("Draft. Not signed"))
        }
    }

    @Test(
        "What does not fit is told beside its field, and what was typed stays",
        arguments: [
            ("minutes", "900", "These minutes cannot be."), ("amount", "many", "Write a number."),
            ("times_1", "9", "This cannot be."), ("evaluated_day", "40", "Write a date of the calendar"),
            ("payer", "nobody", "Choose whose rules"),
            ("diagnosis", String(repeating: "long ", count: 2000), "Write it a little shorter"),
        ]
    )
    func problems(_ field: String, _ value: String, _ message: String) async throws {
        try await TownPages.with { pages in
            let fields = Self.filled(pages).map { $0.0 == field ? (field, value) : $0 }
            let page = try await pages.post(Self.draft(pages, "/edit"), as: .dana, fields)
            #expect(page.status == 422)
            #expect(page.html.contains(message))
            #expect(page.html.contains("Put on pants at home</textarea>"), "what was typed stays")
            let paper = try await pages.get(Self.draft(pages), as: .dana).html
            #expect(!paper.contains("Put on pants at home"), "nothing is half saved")
        }
    }

    @Test("A goal of another child in the form is nobody's")
    func foreignGoal() async throws {
        try await TownPages.with { pages in
            let foreign = pages.town.leo.id.text
            let fields = Self.filled(pages) + [("in_\(foreign)", "1"), ("long_\(foreign)", "Another child's")]
            _ = try await pages.post(Self.draft(pages, "/edit"), as: .dana, fields)
            #expect(try await !pages.get(Self.draft(pages), as: .dana).html.contains("Another child's"))
        }
    }

    @Test("Who saves over a newer draft sees both")
    func conflict() async throws {
        try await TownPages.with { pages in
            _ = try await pages.post(Self.draft(pages, "/edit"), as: .dana, Self.filled(pages))
            let mine = Self.filled(pages).map { $0.0 == "type" ? ("type", "Gait training") : $0 }
            let page = try await pages.post(Self.draft(pages, "/edit"), as: .dana, mine)
            #expect(page.status == 422)
            #expect(page.html.contains("What stands now"))
            #expect(page.html.contains("Gait training</textarea>"))
            #expect(page.html.contains("name=\"version\" value=\"2\""))
        }
    }

    @Test("An order comes in before the signature, the rest after; the discharge ends what is due")
    func papers() async throws {
        try await TownPages.with { pages in
            let day = [("on_month", "9"), ("on_day", "20"), ("on_year", "2026")]
            let path = Self.draft(pages, "/papers")
            func post(_ kind: String, _ name: String) async throws -> Int {
                try await pages.post(path, as: .dana, day + [("kind", kind), ("name", name)]).status
            }
            #expect(try await post("order", "Dr. Ito") == 303)
            #expect(try await post("order", "") == 422)
            #expect(try await post("certification", "Dr. Ito") == 422)
            _ = try await pages.post(Self.draft(pages, "/edit"), as: .dana, Self.filled(pages, version: 2))
            _ = try await pages.post(
                Self.draft(pages, "/signature"),
                as: .dana,
                [("name", "Dana Reyes, PT"), ("version", "3")]
            )
            #expect(try await post("certification", "Dr. Ito") == 303)
            let paper = try await pages.get(Self.draft(pages), as: .ana).html
            #expect(paper.contains("Physician&#39;s signature: <b>Dr. Ito</b>, September 20, 2026"))
            #expect(try await post("discharge", "Goals met") == 303)
            let summary = try await pages.get(Self.address(pages, "/discharge/PT"), as: .ana).html
            #expect(summary.contains("Goals met"))
            #expect(try await pages.get(path, as: .dana).html.contains("Nothing is due any more"))
        }
    }

    @Test("The home and the list of what is due tell days left and over, and name the child; what hurt stands first")
    func home() async throws {
        try await TownPages.with { pages in
            let plan = pages.plan.planOfCare
            let today = pages.town.store.effects.today()
            var content = plan.content
            content.evaluated = today.adding(days: -183)
            let dues = content
            try await pages.town.store.change(by: .program) { transaction in
                var plan = plan
                try plan.edit(dues, by: plan.therapist)
                let payer = try PayerRules.read(TestStore.rule("payers.txt")).first
                try transaction.listDues(of: plan, rules: payer)
            }
            let practice = "/practices/\(pages.town.brightSteps.id.text)"
            for path in [practice, "\(practice)/due"] {
                let html = try await pages.get(path, as: .dana).html
                for text in ["3 days over", "due today", "N\u{fa}\u{f1}ez, Maya", "Next evaluation"] {
                    #expect(html.contains(text), "\(path): \(text)")
                }
            }
            let html = try await pages.get(practice, as: .dana).html
            let places = ["It hurt", "Find a child", "Caseload"].map { html.range(of: $0)?.lowerBound }
            #expect(places.compactMap(\.self).count == 3)
            #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted(), "what hurt stands first")
            let desk = try await pages.get("\(practice)/due", as: .fay).html
            #expect(!desk.contains("/papers"), "the front desk is led to what it may see")
        }
    }

    @Test("The one-page summary says who does what and how far it is, in plain words")
    func summary() async throws {
        try await TownPages.with { pages in
            let html = try await pages.get(Self.address(pages, "/summary"), as: .ana).html
            for text in ["We run late every morning.", "standing on one leg", "buttons", "A first step", "Dana Reyes"] {
                #expect(html.contains(text), "\(text)")
            }
        }
    }

    @Test("The timeline tells each in their words, and shows visits only to those who see notes")
    func timeline() async throws {
        try await TownPages.with { pages in
            let path = "/children/\(pages.town.maya.id.text)/timeline"
            let dana = try await pages.get(path, as: .dana).html
            for text in [
                "The work on a goal began: Put on pants.", "\u{201c}Squats with the teddy\u{201d} hurt.",
                "level \u{2212}1", "New for home: Flamingo at the sink.",
            ] {
                #expect(dana.contains(text), "\(text)")
            }
            #expect(try await pages.get(path, as: .ana).html.contains("a first step"))
            #expect(try await pages.get(path, as: .omar).html.contains("Visits are not shown"))
        }
    }
}
