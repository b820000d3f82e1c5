import Foundation
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
            ("service_minutes_0", "9223372036854775807", "Write whole minutes"),
            ("service_minutes_1", "-5", "Write whole minutes"),
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

    @Test("Minutes that nobody wrote stay empty in a draft; 0 that was written stays 0")
    func emptyMinutes() async throws {
        try await TownPages.with { pages in
            let fields = typed(pages, [("service_what_1", "Training"), ("service_minutes_1", "0"), ("do", "save")])
            #expect(try await pages.post(note(pages, "/edit"), as: .dana, fields).status == 303)
            let html = try await pages.get(note(pages, "/edit"), as: .dana).html
            #expect(html.contains(#"name="service_minutes_0" type="text" inputmode="numeric" value="""#))
            #expect(html.contains(#"name="service_minutes_1" type="text" inputmode="numeric" value="0""#))
        }
    }

    @Test("What was typed into a note that was signed meanwhile is kept, and can be added")
    func signedMeanwhile() async throws {
        try await TownPages.with { pages in
            let sign = typed(pages, [("do", "sign")])
            #expect(try await pages.post(note(pages, "/edit"), as: .dana, sign).status == 303)
            #expect(
                try await pages.post(note(pages, "/edit"), as: .dana, sign).location == note(pages),
                "pressed twice"
            )
            let late = typed(pages, [("next_0", "A lower bench"), ("do", "save")])
            let answer = try await pages.post(note(pages, "/edit"), as: .dana, late)
            #expect(answer.status == 422)
            #expect(answer.html.contains("Stairs &amp; ladder"), "the signed note")
            #expect(
                answer.html.contains("Put on pants, whole goal: next time: A lower bench"),
                "what was typed besides"
            )
            #expect(answer.html.contains("Dana Reyes, PT, DPT"))
            #expect(try await pages.post(note(pages, "/edit"), as: .omar, late).status == 404)
            let stored = try await pages.town.store.database.read { try $0.record(pages.plan.note.id)?.value }
            #expect(stored?.addenda.isEmpty == true && stored?.content.entries.first?.next.isEmpty == true)
        }
    }

    @Test("A page that has saved itself can be saved and signed again, though it names no ids")
    func savesTwice() async throws {
        try await TownPages.with { pages in
            let fields = typed(pages)
            #expect(try await pages.post(note(pages, "/draft"), as: .dana, fields).html == "2")
            #expect(try await pages.post(note(pages, "/draft"), as: .dana, fields).html == "2")
            let signed = try await pages.post(note(pages, "/edit"), as: .dana, typed(pages, [("do", "sign")]))
            #expect(signed.location == note(pages, "?done=signed"))
        }
    }

    @Test("Of two versions every field that differs is shown twice, and what is the same is not")
    func versions() async throws {
        try await TownPages.with { pages in
            _ = try await pages.post(note(pages, "/draft"), as: .dana, typed(pages, [("handoff_did", "Ball")]))
            let mine = typed(pages, [("service_minutes_0", "30"), ("start", "08:50"), ("said", "Slept well")])
            let html = try await pages.post(note(pages, "/edit"), as: .dana, mine).html
            for row in [
                "<th scope=\"row\">For occupational therapy: Did</th><td class=\"lines-kept\">Ball</td><td class=\"lines-kept\">Balance</td>",
                "<th scope=\"row\">Start</th><td class=\"lines-kept\">09:00</td><td class=\"lines-kept\">08:50</td>",
                "<th scope=\"row\">What child and family said</th><td class=\"lines-kept\">Empty</td><td class=\"lines-kept\">Slept well</td>",
                "<th scope=\"row\">Service 1</th><td class=\"lines-kept\">Therapeutic activities, minutes not written, timed</td><td class=\"lines-kept\">Therapeutic activities, 30 minutes, timed</td>",
            ] {
                #expect(html.localizedLowercase.contains(row.localizedLowercase), "\(row)")
            }
            #expect(!html.contains("<th scope=\"row\">End</th>"))
        }
    }

    @Test("A rule that only the store can hold is told beside its field too")
    func faultOfTheStore() async throws {
        try await TownPages.with(daysAhead: 400) { pages in
            let answer = try await pages.post(
                note(pages, "/edit"),
                as: .dana,
                typed(pages, [("on_year", "2027"), ("do", "sign")])
            )
            #expect(answer.status == 422 && answer.html.contains("This day is still to come."))
        }
    }

    @Test(
        "What is wrong is never hidden in a closed part",
        arguments: [("said", "<summary>What child and family said"), ("partner", "<summary>We treated together")]
    )
    func opensParts(_ name: String, _ summary: String) async throws {
        try await TownPages.with { pages in
            let closed = try await pages.get(note(pages, "/edit"), as: .dana).html
            #expect(
                !closed.contains(#" open class="note-part">"# + summary)
                    && !closed.contains(#"class="note-part" open>"# + summary)
            )
            let long = String(repeating: "x", count: 5000)
            let html = try await pages.post(
                note(pages, "/edit"),
                as: .dana,
                typed(pages, [(name, long), ("together_with", "other"), ("do", "sign")])
            ).html
            #expect(
                html.contains(#" open class="note-part">"# + summary)
                    || html.contains(#"class="note-part" open>"# + summary)
            )
        }
    }

    @Test("Who treated too is chosen from the team, with the practice; what is no therapist of it is told")
    func partner() async throws {
        try await TownPages.with { pages in
            let side = pages.plan.goal.id.text
            let together = [
                ("together", "yes"), ("together_reason", "She balances while she buttons."), ("together_PT_goal", side),
                ("together_OT_goal", side), ("together_PT_minutes", "20"), ("together_OT_minutes", "25"),
                ("do", "sign"),
            ]
            let made = typed(pages, together + [("together_with", "x.y")])
            #expect(try await pages.post(note(pages, "/edit"), as: .dana, made).status == 422)
            let unticked = typed(pages, [("together_reason", "Balance"), ("do", "save")])
            let answer = try await pages.post(note(pages, "/edit"), as: .dana, unticked)
            #expect(answer.status == 422 && answer.html.contains("Tick this if both treated"))
            let named = typed(pages, together + [("together_with", "other"), ("partner", "Bo Lind, OTR/L")])
            #expect(try await pages.post(note(pages, "/edit"), as: .dana, named).status == 303)
            #expect(try await pages.get(note(pages), as: .ana).html.contains("Treated together with Bo Lind, OTR/L"))
        }
    }

    @Test("Addresses of earlier visits tell no day")
    func older() async throws {
        try await TownPages.with { pages in
            for _ in 0..<22 {
                let begun = try await pages.post(visits(pages, "/new"), as: .dana, [])
                let path = begun.location ?? ""
                let fields = typed(pages, [("do", "sign")])
                #expect(try await pages.post(path, as: .dana, fields).status == 303)
            }
            let html = try await pages.get(visits(pages), as: .ana).html
            let link = html.split(separator: "href=\"").map { String($0.prefix { $0 != "\"" }) }.first {
                $0.contains("after=")
            }
            let path = try #require(link)
            #expect(!path.contains("2026") && !path.contains("before="))
            #expect(try await pages.get(path, as: .ana).html.split(separator: "panel visit\"").count == 3)
        }
    }
}
