import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("Measures and return to sport on the pages")
struct MeasurePageTests {
    private func child(_ pages: TownPages, _ rest: String) -> String { "/children/\(pages.town.maya.id.text)\(rest)" }

    private func today(_ pages: TownPages, name: String = "on") -> [(String, String)] {
        let today = pages.town.store.effects.today()
        return [
            ("\(name)_month", "\(today.month)"), ("\(name)_day", "\(today.day)"), ("\(name)_year", "\(today.year)"),
        ]
    }

    private func save(_ pages: TownPages, _ measure: String, _ fields: [(String, String)]) async throws
        -> TownPages.Answer
    {
        let known = Set(fields.map(\.0))
        let fields = today(pages).filter { !known.contains($0.0) } + fields + [("measure", measure), ("make", "save")]
        return try await pages.post(child(pages, "/measures/new"), as: .dana, fields)
    }

    private func measurements(_ pages: TownPages) async throws -> [Measurement] {
        try await pages.town.store.look(at: pages.town.maya.id, .seePlan, by: pages.town.requester(.dana)) {
            try $0.parts(Measurement.self, $1).map(\.value)
        }
    }

    @Test("The best of three tries counts, side by side, ten seconds at most")
    func stance() async throws {
        try await TownPages.with { pages in
            let choose = try await pages.post(
                child(pages, "/measures/new"),
                as: .dana,
                [("measure", "single-leg-stance")]
            )
            #expect(choose.html.contains("Left side, in seconds"))
            let four = try await save(pages, "single-leg-stance", [("value_left", "1 2 3 4")])
            #expect(four.status == 422 && four.html.contains("Write 3 tries at most."))
            let saved = try await save(
                pages,
                "single-leg-stance",
                [("value_left", "2, 3.5, 3"), ("value_right", "4 12"), ("is_chosen", "yes")]
            )
            #expect(saved.status == 303)
            let found = try await measurements(pages)
            #expect(found.first { $0.series.side == .left }?.value == 3.5)
            #expect(found.first { $0.series.side == .right }?.value == 10)
        }
    }

    @Test("Limb symmetry is made of the two sides; of time, less is better")
    func symmetry() async throws {
        try await TownPages.with { pages in
            for (way, percent) in [("single hop", 80.0), ("timed hop", 125.0)] {
                let sides = [("involved", "80"), ("uninvolved", "100"), ("way", way), ("is_chosen", "yes")]
                #expect(try await save(pages, "limb-symmetry", sides).status == 303)
                let found = try await measurements(pages).first { $0.series.way == way }
                #expect(found?.value == percent, "\(way)")
            }
            let half = try await save(pages, "limb-symmetry", [("involved", "80"), ("way", "grip")])
            #expect(half.status == 422 && half.html.contains("Write both sides"))
        }
    }

    @Test("What does not fit is said beside its field, and nothing is saved")
    func bad() async throws {
        try await TownPages.with { pages in
            for (measure, fields, words) in [
                ("pbs", [("value_1", "99")], "This is not between 0 and 56 points."),
                ("pbs", [("value_1", "12.5")], "This is not a whole number."),
                ("tug", [("value", "9")], "It does not say how it was done."),
                ("walk-6-minutes", [("value", "far")], "Write a number"),
                ("walk-6-minutes", [], "or say below why there is none"),
                ("walk-6-minutes", [("value", "300"), ("on_year", "2099")], "This day is still to come."),
                ("walk-6-minutes", [("value", "300"), ("on_year", "1990")], "before the child was born"),
                ("walk-6-minutes", [("value", "300"), ("reason", "tired")], "Take one of the two away."),
                ("no-such-measure", [("value", "3")], "Choose what was measured."),
            ] as [(String, [(String, String)], String)] {
                let answer = try await save(pages, measure, fields)
                #expect(answer.status == 422 && answer.html.contains(words), "\(measure) \(words)")
            }
            #expect(try await measurements(pages).isEmpty)
        }
    }

    @Test("A trend says what a change means, and only for children like those of the study")
    func trend() async throws {
        try await TownPages.with { pages in
            let path = child(pages, "/measures")
            for (year, value) in [("2025", "40"), ("2026", "47")] {
                let fields = [("on_year", year), ("value_1", value), ("is_chosen", "yes")]
                #expect(try await save(pages, "pbs", fields).status == 303)
            }
            let before = try await pages.get(path, as: .dana).html
            #expect(before.contains("no study of change in children like this one") && before.contains("47 points"))
            #expect(!before.contains("plot-band"))
            #expect(try await save(pages, "gmfcs", [("value", "2"), ("is_chosen", "yes")]).status == 303)
            let after = try await pages.get(path, as: .ana).html
            #expect(after.contains("GMFCS <b>II</b>"))
            #expect(after.contains("important change for the better"))
            #expect(after.contains("plot-band"))
        }
    }

    @Test("One's own measurement is corrected; another child's cannot be named")
    func correct() async throws {
        try await TownPages.with { pages in
            #expect(try await save(pages, "walk-6-minutes", [("value", "30"), ("is_chosen", "yes")]).status == 303)
            let old = try #require(try await measurements(pages).first)
            let page = try await pages.post(
                child(pages, "/measures/new"),
                as: .dana,
                [("measure", "walk-6-minutes"), ("corrects", old.id.text)]
            )
            #expect(page.html.contains("takes the place") && page.html.contains("value=\"30\""))
            let mended = try await save(
                pages,
                "walk-6-minutes",
                [("value", "300"), ("corrects", old.id.text), ("is_chosen", "yes")]
            )
            #expect(mended.status == 303)
            let html = try await pages.get(child(pages, "/measures"), as: .dana).html
            #expect(html.contains("300 meters") && !html.contains("<td>30</td>"))
            let again = try await save(
                pages,
                "walk-6-minutes",
                [("value", "310"), ("corrects", pages.plan.goal.id.text)]
            )
            #expect(again.status == 404)
        }
    }

    @Test("Who measured is named, on the team or not")
    func named() async throws {
        try await TownPages.with { pages in
            let measure = try #require(try Fixture.rules().measures.measure(Slug("walk-6-minutes")))
            let effects = pages.town.store.effects
            let measurement = Measurement(
                id: effects.id(),
                child: pages.town.maya.id,
                series: Measurement.Series(measure),
                result: .value(310),
                on: effects.today(),
                discipline: .occupational,
                stamp: Stamp(by: pages.town.account(.omar), at: effects.now())
            )
            try await pages.town.store.change(by: .program) { _ = try $0.insert(measurement) }
            #expect(try await pages.get(child(pages, "/measures"), as: .dana).html.contains("Omar Haddad"))
        }
    }

    // MARK: Return to sport

    @Test("A phase opens when its criteria are met, or with a reason; what is met stays in the record")
    func sport() async throws {
        try await TownPages.with { pages in
            let path = child(pages, "/measures/sport/\(pages.plan.sport.id.text)")
            let phase = [("phase", "calm")]
            let early = try await pages.post("\(path)/next", as: .dana, phase)
            #expect(early.status == 422 && early.html.contains("Not everything is met yet."))
            let painful = try await pages.post("\(path)/results", as: .dana, phase + today(pages) + [("pain", "5")])
            #expect(painful.status == 303)
            #expect(try await pages.post("\(path)/next", as: .dana, phase).status == 422)
            #expect(
                try await pages.post("\(path)/results", as: .dana, phase + today(pages) + [("pain", "-1")]).status
                    == 422
            )
            #expect(try await pages.post("\(path)/results", as: .dana, phase + today(pages)).status == 422)
            #expect(
                try await pages.post("\(path)/results", as: .dana, phase + today(pages) + [("pain", "1")]).status == 303
            )
            #expect(try await pages.get(path, as: .ana).html.contains("tag-good"))
            #expect(try await pages.post("\(path)/next", as: .dana, phase).status == 303)
            let stale = try await pages.post("\(path)/results", as: .dana, phase + today(pages) + [("pain", "1")])
            #expect(stale.status == 422 && stale.html.contains("gone on to another phase"))
            #expect(try await pages.get(path, as: .dana).html.contains("This is the last phase."))
            let nowhere = try await pages.post("\(path)/setback", as: .dana, [("phase", "play"), ("setback", "Fell")])
            #expect(nowhere.status == 422)
            let back = try await pages.post(
                "\(path)/setback",
                as: .dana,
                [("phase", "play"), ("setback", "Twisted it again"), ("to", "0")]
            )
            #expect(back.status == 303)
            let html = try await pages.get(path, as: .dana).html
            #expect(html.contains("Twisted it again") && html.contains("not yet"))
            let override = try await pages.post("\(path)/next", as: .dana, phase + [("reason", "Surgeon agrees")])
            #expect(override.status == 303)
            #expect(try await pages.get(path, as: .ana).html.contains("though not met: Pain when walking"))
        }
    }

    @Test("A way back begins on a day that was, once; its days are not before it")
    func begin() async throws {
        try await TownPages.with { pages in
            let path = child(pages, "/measures/sport")
            #expect(try await pages.post(path, as: .dana, [("program", "acl")]).status == 422)
            let later = [("program", "acl"), ("began_month", "1"), ("began_day", "2"), ("began_year", "2099")]
            #expect(try await pages.post(path, as: .dana, later).html.contains("still to come"))
            for _ in 0..<2 {
                let began = [("program", "acl")] + today(pages, name: "began")
                #expect(try await pages.post(path, as: .dana, began).status == 303)
            }
            let sports = try await pages.town.store.look(
                at: pages.town.maya.id,
                .seePlan,
                by: pages.town.requester(.dana)
            ) { try $0.parts(ReturnToSport.self, $1).map(\.value) }
            let acl = sports.filter { $0.program.id == Slug("acl") }
            #expect(acl.count == 1)
            let one = try #require(acl.first)
            let before = [
                ("on_month", "1"), ("on_day", "2"), ("on_year", "2020"), ("phase", "protect"), ("pain-walk", "1"),
            ]
            let answer = try await pages.post("\(path)/\(one.id.text)/results", as: .dana, before)
            #expect(answer.status == 422 && answer.html.contains("before the operation"))
        }
    }
}
