import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Referrals on the pages")
struct ReferralPageTests {
    private func standing(_ id: ID<Referral>, _ pages: TownPages) async throws -> Versioned<Referral> {
        try #require(try await pages.town.store.database.read { try $0.record(id) })
    }

    private func path(_ pages: TownPages, _ id: ID<Referral>, _ rest: String = "", of practice: Practice? = nil)
        -> String
    {
        "/practices/\((practice ?? pages.town.brightSteps).id.text)/referrals/\(id.text)\(rest)"
    }

    private func version(_ id: ID<Referral>, _ pages: TownPages) async throws -> (String, String) {
        ("version", "\(try await standing(id, pages).version)")
    }

    /// Writes a referral to somebody, and has the family say yes to it.
    private func agreed(_ to: String, _ pages: TownPages) async throws -> ID<Referral> {
        let child = "/children/\(pages.town.maya.id.text)/referrals"
        let made = try await pages.post(
            "\(child)/new",
            as: .dana,
            [
                ("to", to), ("discipline", "OT"), ("request", "Please look at buttons."), ("part", "contact"),
                ("part", "goals"), ("order", "no"), ("goal", pages.plan.goal.id.text),
            ]
        )
        #expect(made.status == 303, "\(made.html)")
        let id = try #require(made.location?.split(separator: "/").last.flatMap { ID<Referral>(String($0)) })
        let page = try await pages.get(path(pages, id), as: .dana).html
        #expect(page.contains("Put on pants") && page.contains("555-0101") && page.contains("Ask the family in Tandem"))
        #expect(!page.contains("Send it to"))
        let asked = try await pages.post(path(pages, id, "/consent"), as: .dana, [("what", "ask"), version(id, pages)])
        #expect(asked.status == 303)
        #expect(try await pages.get(child, as: .ana).html.contains("Waits for your yes"))
        #expect(try await pages.get("\(child)/\(id.text)", as: .ana).html.contains("May this be sent?"))
        let yes = try await pages.post(
            "\(child)/\(id.text)/answer",
            as: .ana,
            [
                ("answer", "yes"), version(id, pages), ("scope", "contact"), ("scope", "plan"), ("scope", "notes"),
                ("covers_next", "1"),
            ]
        )
        #expect(yes.status == 303)
        return id
    }

    private func move(
        _ event: String,
        _ id: ID<Referral>,
        _ pages: TownPages,
        as person: Town.Person,
        _ more: [(String, String)] = []
    )
        async throws -> TownPages.Answer
    {
        let practice = person == .omar ? pages.town.handsOn : pages.town.brightSteps
        return try await pages.post(
            path(pages, id, "/moves", of: practice),
            as: person,
            [("event", event), version(id, pages)] + more
        )
    }

    @Test("From the child's page to the report back, between two practices")
    func whole() async throws {
        try await TownPages.with { pages in
            let id = try await agreed("practice:\(pages.town.handsOn.id.text)", pages)
            #expect(try await pages.get(path(pages, id, of: pages.town.handsOn), as: .omar).status == 404)
            #expect(try await move("send", id, pages, as: .dana).status == 303)
            let theirs = try await pages.get(path(pages, id, of: pages.town.handsOn), as: .omar)
            #expect(theirs.html.contains("Accept") && theirs.html.contains("Put on pants"))
            let early = try await move("decline", id, pages, as: .omar)
            #expect(early.status == 422 && early.html.contains("Choose a reason"))
            #expect(try await move("accept", id, pages, as: .omar).status == 303)
            let family = try await pages.get("/children/\(pages.town.maya.id.text)/referrals/\(id.text)", as: .ana).html
            #expect(family.contains("Hands On calls you by") && family.contains("555-0120"))
            #expect(try await pages.get("/children/\(pages.town.maya.id.text)/plan", as: .omar).status == 200)
            let day = [("schedule_visit_month", "9"), ("schedule_visit_day", "28"), ("schedule_visit_year", "2026")]
            #expect(try await move("schedule", id, pages, as: .omar, day).status == 303)
            #expect(try await move("interim note", id, pages, as: .omar).status == 303)
            let report = [("outcome_findings", "Pincer grasp is coming along.")]
            #expect(try await move("outcome", id, pages, as: .omar, report).status == 303)
            #expect(try await standing(id, pages).value.state == .completed)
            for person in [Town.Person.dana, .ana] {
                let address =
                    person == .dana ? path(pages, id) : "/children/\(pages.town.maya.id.text)/referrals/\(id.text)"
                #expect(try await pages.get(address, as: person).html.contains("Pincer grasp is coming along."))
            }
            #expect(
                try await pages.get("/practices/\(pages.town.brightSteps.id.text)/referrals", as: .fay).html.contains(
                    "Maya"
                )
            )
        }
    }

    @Test("A partner without an account works with link and code, and nothing else opens it")
    func link() async throws {
        try await TownPages.with { pages in
            let id = try await agreed("partner:\(pages.plan.referral.partner.id.text)", pages)
            #expect(try await move("send", id, pages, as: .dana).status == 303)
            let letters = try await pages.town.store.waitingLetters()
            let letter = try #require(letters.first { $0.mail.recipient == "office@littlehands.example.org" })
            #expect(!letter.mail.body.contains("Maya") && !letter.mail.body.contains("button"))
            let address = try #require(
                letter.mail.body.split(separator: "\n").first { $0.contains("/referral-links/") }
            )
            let link = "/referral-links/" + (address.split(separator: "/").last ?? "")
            let page = try await pages.get(path(pages, id), as: .dana).html
            let code = try #require(page.firstMatch(of: /class="referral-code">[^0-9]*([0-9]{6})/)?.1).description
            #expect(!letter.mail.body.contains(code))
            let open = Browser(pages.client)
            let closed = try await open.get(link)
            #expect(closed.status == 200 && !closed.html.contains("Maya"))
            let wrong = code == "000000" ? "000001" : "000000"
            #expect(try await open.post(link, [("code", wrong)]).status == 422)
            let inside = try await open.post(link, [("code", code)])
            #expect(inside.status == 200 && inside.html.contains("Maya") && inside.html.contains("Put on pants"))
            let accepted = try await open.post(link, [("code", code), ("event", "accept"), version(id, pages)])
            #expect(accepted.status == 200 && accepted.html.contains("Accepted"))
            let stale = try await open.post(link, [("code", code), ("event", "interim note"), ("version", "1")])
            #expect(stale.status == 422 && stale.html.contains("nothing was done"))
            let done = try await open.post(
                link,
                [("code", code), ("event", "outcome"), ("outcome_findings", "All is well."), version(id, pages)]
            )
            #expect(done.status == 200)
            #expect(try await standing(id, pages).value.state == .completed)
            #expect(try await pages.get(path(pages, id), as: .dana).html.contains("All is well."))
            for _ in 0..<5 { _ = try await open.post(link, [("code", wrong)]) }
            #expect(try await open.post(link, [("code", code)]).status == 404, "locked")
            let renewed = try await pages.post(path(pages, id, "/link"), as: .dana, [("what", "renew")])
            #expect(renewed.status == 303)
            #expect(try await open.get(link).status == 404, "the older link is dead")
        }
    }

    @Test("A link that is past its days is dead")
    func expired() async throws {
        try await TownPages.with { pages in
            let (store, token) = (pages.town.store, Token(pages.town.store.effects))
            let referral = pages.plan.referral.referral
            _ = try await store.change(by: .program) { try $0.issueLink(token, for: referral) }
            let open = Browser(pages.client)
            #expect(try await open.get("/referral-links/\(token.text)").status == 200)
            pages.clock.advance(by: .days(31))
            #expect(try await open.get("/referral-links/\(token.text)").status == 404)
        }
    }

    @Test("A declined one goes to the next partner with one press")
    func next() async throws {
        try await TownPages.with { pages in
            let id = try await agreed("practice:\(pages.town.handsOn.id.text)", pages)
            #expect(try await move("send", id, pages, as: .dana).status == 303)
            #expect(try await move("decline", id, pages, as: .omar, [("decline_reason", "no room")]).status == 303)
            let page = try await pages.get(path(pages, id), as: .dana).html
            #expect(page.contains("Ask Little Hands OT"))
            let next = try await pages.post(
                path(pages, id, "/next"),
                as: .dana,
                [("next", pages.plan.referral.partner.id.text)]
            )
            #expect(next.status == 303)
            let address = try #require(next.location)
            let draft = try await pages.get(address, as: .dana).html
            #expect(draft.contains("Send it to Little Hands OT") && draft.contains("Please look at buttons."))
        }
    }

    @Test("Two who act at once: the second sees what the first did, and what stands")
    func atOnce() async throws {
        try await TownPages.with { pages in
            let id = try await agreed("practice:\(pages.town.handsOn.id.text)", pages)
            #expect(try await move("send", id, pages, as: .dana).status == 303)
            let seen = try await version(id, pages)
            #expect(try await move("accept", id, pages, as: .omar).status == 303)
            let late = try await pages.post(
                path(pages, id, "/moves"),
                as: .dana,
                [("event", "ask to cancel"), ("ask_to_cancel_reason", "elsewhere"), ("went", "x"), seen]
            )
            #expect(late.status == 422)
        }
    }

    @Test("A draft's text is changed on the form it was written on; the yes is taken back, and of two one wins")
    func changed() async throws {
        try await TownPages.with { pages in
            let id = try await agreed("practice:\(pages.town.handsOn.id.text)", pages)
            let edit = "/children/\(pages.town.maya.id.text)/referrals/\(id.text)/edit"
            #expect(try await pages.get(path(pages, id), as: .dana).html.contains(edit))
            let form = try await pages.get(edit, as: .fay).html
            #expect(form.contains("Please look at buttons.") && form.contains("this yes no longer holds"))
            let version = try await version(id, pages)
            func fields(_ request: String, _ more: [(String, String)] = []) -> [(String, String)] {
                [
                    ("request", request), ("part", "contact"), ("order", "no"), ("goal", pages.plan.goal.id.text),
                    version,
                ] + more
            }
            let goals = [("part", "goals")]
            let order = fields("Please look at buttons.", goals + [("order_there", "1")])
            #expect(try await pages.post(edit, as: .dana, order).status == 303)
            #expect(try await standing(id, pages).value.consent.given != nil)
            let late = try await pages.post(edit, as: .fay, fields("And at zips."))
            #expect(late.status == 422 && late.html.contains("What stands now"))
            #expect(late.html.contains("Please look at buttons.") && late.html.contains("And at zips."))
            let now = try await standing(id, pages).version
            let again = fields("And at zips.").filter { $0.0 != "version" } + [("version", "\(now)")]
            let nobody = try await pages.post(edit, as: .fay, again.filter { $0.0 != "part" })
            #expect(nobody.status == 422 && nobody.html.contains("how to reach the family"))
            #expect(try await pages.post(edit, as: .fay, again).status == 303)
            let page = try await pages.get(path(pages, id), as: .dana).html
            #expect(page.contains("And at zips.") && page.contains("Ask the family in Tandem"))
            #expect(!page.contains("Put on pants"), "the goals were unticked")
        }
    }

    @Test("A family reads calmly what is late, and whom it can call; practices read how late it is")
    func late() async throws {
        try await TownPages.with { pages in
            let id = try await agreed("practice:\(pages.town.handsOn.id.text)", pages)
            #expect(try await move("send", id, pages, as: .dana).status == 303)
            let child = "/children/\(pages.town.maya.id.text)"
            #expect(try await pages.get("\(child)/referrals/\(id.text)", as: .ana).html.contains("You do not need to"))
            pages.clock.advance(by: .days(35))
            #expect(try await pages.get(path(pages, id), as: .dana).html.contains("Silent for 35 days"))
            for address in ["\(child)/referrals/\(id.text)", "\(child)/referrals", "\(child)/plan"] {
                let page = try await pages.get(address, as: .ana).html
                #expect(page.contains("No news yet. Hands On was due to answer by "), "\(address)")
                #expect(page.contains("call Bright Steps: \(pages.town.brightSteps.phone)."), "\(address)")
                #expect(!page.contains("Silent for") && !page.contains("You do not need to"), "\(address)")
            }
        }
    }

    @Test("A referral stands in the child's timeline and in the news of the plan, with its link")
    func timeline() async throws {
        try await TownPages.with { pages in
            let child = "/children/\(pages.town.maya.id.text)"
            _ = try await pages.get("\(child)/plan", as: .dana)
            let id = try await agreed("practice:\(pages.town.handsOn.id.text)", pages)
            #expect(!(try await pages.get("\(child)/timeline", as: .dana).html.contains("A referral for OT")))
            #expect(try await move("send", id, pages, as: .dana).status == 303)
            pages.clock.advance(by: .hours(12))
            #expect(try await move("decline", id, pages, as: .omar, [("decline_reason", "no room")]).status == 303)
            let clinic = try await pages.get("\(child)/timeline", as: .dana).html
            #expect(clinic.contains("declined the referral for OT.") && clinic.contains("No room"))
            let family = try await pages.get("\(child)/timeline", as: .ana).html
            #expect(family.contains("Bright Steps asked Hands On to see your child for occupational therapy."))
            #expect(family.contains("Hands On cannot take it on.") && family.contains("referrals/\(id.text)"))
            let plan = try await pages.get("\(child)/plan", as: .dana).html
            #expect(plan.contains("said that Hands On cannot take on the occupational therapy"))
        }
    }

    @Test("The days of a practice are its own")
    func clock() async throws {
        try await TownPages.with { pages in
            let address = "/practices/\(pages.town.brightSteps.id.text)/settings/referrals"
            let kinds = ["answer", "visit", "report"]
            func days(_ numbers: [String]) -> [(String, String)] {
                kinds.flatMap { kind in zip(["remind", "alarm", "silent"], numbers).map { ("\(kind)_\($0)", $1) } }
            }
            let bad = try await pages.post(address, as: .adam, days(["5", "4", "9"]) + [("version", "0")])
            #expect(bad.status == 422)
            let good = try await pages.post(address, as: .adam, days(["2", "4", "9"]) + [("version", "0")])
            #expect(good.status == 303)
            let page = try await pages.get(address, as: .adam)
            #expect(page.html.contains("value=\"9\""))
        }
    }
}
