import Foundation
import TandemCare
import TandemStore
import TandemTestSupport
import Testing

@Suite("The pages of practices and children")
struct PeoplePageTests {
    @Test("Everybody begins where they belong; what is not theirs is not there")
    func homes() async throws {
        try await TownPages.with { pages in
            let practice = "/practices/\(pages.town.brightSteps.id.text)"
            for (path, person, status) in [
                (practice, Town.Person.dana, 200), (practice, .adam, 200), (practice, .omar, 404),
                (practice, .ana, 404),
                ("\(practice)/children", .adam, 404), ("\(practice)/children", .fay, 200),
                ("\(practice)/settings", .adam, 200), ("\(practice)/settings", .dana, 404), ("/family", .ana, 200),
                ("/family", .dana, 404),
            ] {
                let page = try await pages.get(path, as: person)
                #expect(page.status == status, "\(path) as \(person)")
            }
        }
    }

    @Test("The overview shows each what is theirs to see")
    func overview() async throws {
        try await TownPages.with { pages in
            let child = "/children/\(pages.town.maya.id.text)"
            _ = try await pages.post("\(child)/intake/medical", as: .ana, [("allergies", "Latex"), ("version", "0")])
            for (person, sees, not) in [
                (Town.Person.ana, ["Latex", "555-0101"], ["555-0202"]),
                (.ben, ["Latex", "555-0202"], ["555-0101", "Elm"]),
                (.dana, ["Latex", "555-0101", "555-0202"], []),
                (.fay, ["555-0101", "555-0202"], ["Latex", "/intake"]),
                (.omar, ["Latex", "555-0101"], ["555-0202", "/team", "/merge"]),
            ] {
                let html = try await pages.get(child, as: person).html
                for text in sees { #expect(html.contains(text), "\(person) sees \(text)") }
                for text in not { #expect(!html.contains(text), "\(person) does not see \(text)") }
            }
            for person in [Town.Person.sue, .adam] {
                let page = try await pages.get(child, as: person)
                #expect(page.status == 404)
            }
        }
    }

    @Test("A search goes by POST, finds, and says so where there is nothing")
    func search() async throws {
        try await TownPages.with { pages in
            let path = "/practices/\(pages.town.brightSteps.id.text)/children"
            let found = try await pages.post(path, as: .fay, [("q", "nun may")])
            #expect(found.html.contains("Núñez, Maya"))
            #expect(found.html.contains("value=\"nun may\""))
            #expect(try await pages.post(path, as: .fay, [("q", "baker")]).html.contains("Nobody here fits"))
            let empty = try await pages.post(path, as: .fay, [("q", " , ")])
            #expect(empty.status == 422)
            #expect(empty.html.contains("<title>Error: "))
        }
    }

    private static let second = [
        ("given_name", "Mya"), ("family_name", "Nunez"), ("birth_date_month", "5"), ("birth_date_day", "9"),
        ("birth_date_year", "2022"),
    ]

    @Test("A likely duplicate is shown before a second record is made; making it anyway needs a tick")
    func duplicate() async throws {
        try await TownPages.with { pages in
            let path = "/practices/\(pages.town.brightSteps.id.text)/children/new"
            let asked = try await pages.post(path, as: .fay, Self.second)
            #expect(asked.status == 200)
            #expect(asked.html.contains("Is it one of these children?"))
            let again = try await pages.post(path, as: .fay, Self.second + [("asked", "1")])
            #expect(again.status == 422)
            #expect(again.html.contains("value=\"Mya\""))
            let made = try await pages.post(path, as: .fay, Self.second + [("asked", "1"), ("anyway", "1")])
            #expect(made.status == 303)
        }
    }

    @Test("What is wrong with a form is said above it and beside the field, and what was typed stays")
    func mistakes() async throws {
        try await TownPages.with { pages in
            let page = try await pages.post(
                "/practices/\(pages.town.brightSteps.id.text)/children/new",
                as: .fay,
                [
                    ("given_name", "<b>Zoë</b>"), ("birth_date_month", "2"), ("birth_date_day", "30"),
                    ("birth_date_year", "2020"),
                ]
            )
            #expect(page.status == 422)
            #expect(page.html.contains("There is a problem"))
            #expect(page.html.contains("href=\"#family_name\"") && page.html.contains("id=\"family_name-error\""))
            #expect(page.html.contains("href=\"#birth_date\""))
            #expect(page.html.contains("&lt;b&gt;Zoë&lt;/b&gt;") && !page.html.contains("<b>Zoë"))
        }
    }

    @Test("Of two who save, the second sees what the first saved, and what they typed stays")
    func conflict() async throws {
        try await TownPages.with { pages in
            let path = "/children/\(pages.town.maya.id.text)/edit"
            func save(_ family: String) async throws -> TownPages.Answer {
                try await pages.post(
                    path,
                    as: .dana,
                    [
                        ("given_name", "Maya"), ("family_name", family), ("birth_date_month", "May"),
                        ("birth_date_day", "9"), ("birth_date_year", "2022"), ("version", "1"),
                    ]
                )
            }
            #expect(try await save("First").status == 303)
            let second = try await save("Second")
            #expect(second.status == 422)
            #expect(second.html.contains("What stands now") && second.html.contains("<dd>First</dd>"))
            #expect(second.html.contains("value=\"Second\"") && second.html.contains("name=\"version\" value=\"2\""))
        }
    }

    @Test("Sharing is checked before it is given, seen by both homes, taken back by one's own only")
    func sharing() async throws {
        try await TownPages.with { pages in
            let child = "/children/\(pages.town.maya.id.text)"
            let typed = [("practice", pages.town.handsOn.id.text), ("scope", "notes"), ("purpose", "One plan")]
            #expect(try await pages.post("\(child)/consents/new", as: .ben, []).status == 422)
            let check = try await pages.post("\(child)/consents/new", as: .ben, typed)
            #expect(check.html.contains("Check before you share") && check.html.contains("value=\"notes\""))
            let given = try await pages.post("\(child)/consents/new", as: .ben, typed + [("checked", "1")])
            #expect(given.location == "\(child)/consents?done=shared")
            let mother = try await pages.get("\(child)/consents", as: .ana).html
            #expect(mother.components(separatedBy: "Take it back").count == 2, "one button, for her own")
            let withdrawal = "\(child)/consents/\(pages.town.consent.id.text)/withdrawal"
            #expect(try await pages.post(withdrawal, as: .ben, []).status == 404)
            #expect(try await pages.post(withdrawal, as: .ana, []).status == 303)
        }
    }

    @Test("The family reads who has looked, in plain words")
    func looks() async throws {
        try await TownPages.with { pages in
            let child = "/children/\(pages.town.maya.id.text)"
            for _ in 0..<3 { _ = try await pages.get("\(child)/intake", as: .dana) }
            try await pages.town.store.trail.flush(to: pages.town.store.database)
            let html = try await pages.get("\(child)/looks", as: .ana).html
            #expect(html.contains("Dana Reyes, PT at Bright Steps, looked at the intake form 3 times."))
            #expect(try await pages.get("\(child)/looks", as: .dana).status == 404)
        }
    }

    @Test("The address of a merged record leads to the one that is kept")
    func merged() async throws {
        try await TownPages.with { pages in
            let child = "/children/\(pages.town.maya.id.text)"
            let made = try await pages.post(
                "/practices/\(pages.town.brightSteps.id.text)/children/new",
                as: .fay,
                Self.second + [("anyway", "1")]
            )
            let other = String(try #require(made.location).dropFirst("/children/".count).prefix(36))
            let path = "\(child)/merge/\(other)"
            #expect(try await pages.get(path, as: .dana).html.contains("Make one record of these two?"))
            #expect(try await pages.post(path, as: .dana, [("version", "1"), ("other_version", "1")]).status == 422)
            let done = try await pages.post(path, as: .dana, [("version", "1"), ("other_version", "1"), ("sure", "1")])
            #expect(done.status == 303)
            #expect(try await pages.get("/children/\(other)", as: .dana).location == child)
            #expect(try await pages.get("/children/\(other)", as: .sue).status == 404)
        }
    }

    @Test("The last administrator stays one")
    func lastAdministrator() async throws {
        try await TownPages.with { pages in
            let town = pages.town
            let member = try #require(town.requester(.adam).memberships.first)
            let path = "/practices/\(town.brightSteps.id.text)/people/\(member.id.text)"
            for fields in [[("end", "1"), ("version", "1")], [("role", "PT"), ("version", "1")]] {
                let page = try await pages.post(path, as: .adam, fields)
                #expect(page.status == 422)
                #expect(page.html.contains("administrator"))
            }
        }
    }
}
