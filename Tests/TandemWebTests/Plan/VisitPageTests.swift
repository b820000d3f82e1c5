import TandemCare
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Visits on the pages")
struct VisitPageTests {
    private func visits(_ pages: TownPages, _ rest: String = "") -> String {
        "/children/\(pages.town.maya.id.text)/visits\(rest)"
    }

    private func note(_ pages: TownPages, _ rest: String = "") -> String {
        visits(pages, "/\(pages.plan.note.id.text)\(rest)")
    }

    private func typed(_ pages: TownPages, _ more: [(String, String)] = []) -> [(String, String)] {
        let usual = [
            ("version", "1"), ("on_month", "9"), ("on_day", "20"), ("on_year", "2026"), ("start", "09:00"),
            ("stop", "09:45"), ("goal_0", pages.plan.goal.id.text), ("skill_0", ""), ("did_0", "Stairs & ladder"),
            ("outcome_0", "easier"), ("service_what_0", "Therapeutic activities"), ("service_minutes_0", ""),
            ("service_timed_0", "yes"), ("handoff_did", "Balance"), ("sign_as", "Dana Reyes, PT, DPT"),
        ]
        return usual.filter { field in !more.contains { $0.0 == field.0 } } + more
    }

    @Test("From the draft to a signed note that the family reads, with the minutes that were left")
    func signs() async throws {
        try await TownPages.with { pages in
            let begun = try await pages.post(visits(pages, "/new"), as: .dana, [])
            #expect(begun.location == note(pages, "/edit"))
            #expect(try await pages.get(note(pages, "/edit"), as: .dana).html.contains("Put on pants"))
            let signed = try await pages.post(note(pages, "/edit"), as: .dana, typed(pages, [("do", "sign")]))
            #expect(signed.location == note(pages, "?done=signed"))
            let html = try await pages.get(note(pages), as: .ana).html
            #expect(html.contains("Stairs &amp; ladder"))
            #expect(html.contains("Therapeutic activities: 45 minutes"))
            #expect(html.contains("45 timed minutes are 3 units by the 8-minute rule."))
            #expect(html.contains("Signed by Dana Reyes, PT, DPT"))
            #expect(try await pages.get(note(pages, "/edit"), as: .dana).location == note(pages))
        }
    }

    @Test("A draft is nobody's but its author's")
    func draft() async throws {
        try await TownPages.with { pages in
            #expect(try await pages.get(note(pages), as: .ana).status == 404)
            let seen = try await pages.get(visits(pages), as: .ana).html
            #expect(!seen.contains("Draft"))
            #expect(try await pages.get(visits(pages), as: .dana).html.contains("not signed the note"))
        }
    }

    @Test(
        "What does not fit is told beside its field, and what was typed stays",
        arguments: [
            ("did_0", String(repeating: "x", count: 10_000), "There is room for 4000."),
            ("stop", "08:00", "The visit ends before it begins."), ("start", "noon", "Write a time"),
            ("on_year", "2027", "This day is still to come."), ("service_minutes_0", "lots", "Write whole minutes"),
            ("service_minutes_0", "90", "do not fit into a visit of 45"), ("did_0", "", "Say for at least one goal"),
            ("together", "yes", "Say how the child gains"), ("sign_as", "", "Write your name and credential."),
        ]
    )
    func mends(_ name: String, _ value: String, _ words: String) async throws {
        try await TownPages.with { pages in
            var more = [(name, value), ("do", "sign"), ("said", "She slept well.")]
            if name == "did_0", value.isEmpty { more.append(("outcome_0", "")) }
            let answer = try await pages.post(note(pages, "/edit"), as: .dana, typed(pages, more))
            #expect(answer.status == 422)
            #expect(answer.html.contains(words))
            #expect(answer.html.contains("She slept well."))
            let note = try await pages.town.store.database.read { try $0.record(pages.plan.note.id)?.value }
            #expect(note?.isSigned == false)
            #expect(note?.content.said.isEmpty == true, "nothing half saved")
        }
    }

    @Test("A draft saves itself, unfinished as it is; one saved elsewhere is shown beside it")
    func saves() async throws {
        try await TownPages.with { pages in
            let fields = typed(pages, [("start", ""), ("stop", ""), ("did_0", "First")])
            let first = try await pages.post(note(pages, "/draft"), as: .dana, fields)
            #expect(first.status == 200 && first.html == "2")
            let stale = try await pages.post(note(pages, "/draft"), as: .dana, typed(pages, [("did_0", "Second")]))
            #expect(stale.status == 409)
            let shown = try await pages.post(note(pages, "/edit"), as: .dana, typed(pages, [("did_0", "Second")]))
            #expect(shown.status == 422)
            #expect(shown.html.contains("First") && shown.html.contains("Second"))
            #expect(shown.html.contains("name=\"version\" value=\"2\""))
        }
    }

    @Test("Another child's goal in the form is as if it were not there")
    func otherGoal() async throws {
        try await TownPages.with { pages in
            let stranger = pages.town.store.effects.id(Goal.self).text
            let answer = try await pages.post(
                note(pages, "/edit"),
                as: .dana,
                typed(pages, [("goal_0", stranger), ("do", "sign")])
            )
            #expect(answer.status == 404)
        }
    }

    @Test("An addendum says who and when; an empty one is asked for")
    func addendum() async throws {
        try await TownPages.with { pages in
            _ = try await pages.post(note(pages, "/edit"), as: .dana, typed(pages, [("do", "sign")]))
            let empty = try await pages.post(note(pages, "/addenda"), as: .dana, [("sign_as", "Dana Reyes, PT")])
            #expect(empty.status == 422 && empty.html.contains("Write what you want to add."))
            let added = try await pages.post(
                note(pages, "/addenda"),
                as: .dana,
                [("addendum", "Mom called: no pain."), ("sign_as", "Dana Reyes, PT")]
            )
            #expect(added.location == note(pages, "?done=saved"))
            #expect(try await pages.get(note(pages), as: .ana).html.contains("Mom called: no pain."))
        }
    }
}
