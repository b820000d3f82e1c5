import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TandemDatabase
import TandemStore
import TandemTestSupport
import TandemWeb
import Testing

/// Every form of the workspace, filled in as nobody would.
@Suite("Spoiled forms")
struct FuzzTests {
    private static let rounds = 25

    @Test("No form breaks a page, is half saved, or comes back unescaped", arguments: try await posts())
    func survives(_ line: RouteBook.Line) async throws {
        for person in [Town.Person.dana, .fay, .adam, .ana] {
            try await TownPages.with { pages in
                let visits = try await TownVisits(in: pages.town)
                let address = pages.town.address(line.path, pages.plan, pages.listings, visits)
                let names = try await Self.fieldNames(address, as: person, pages)
                var form = SpoiledForm(seed: UInt64(line.path.count * 7 + person.rawValue.count))
                var before = try await Self.rows(pages.town.store)
                var isLetIn = false
                // Who is told "not there" however often has no form to spoil.
                for round in 0..<Self.rounds where isLetIn || round < 5 {
                    let fields = form.fields(names)
                    let answer = try await pages.post(address, as: person, fields)
                    #expect(answer.status < 500, "\(line.route) as \(person): \(answer.status) for \(fields)")
                    #expect(
                        !answer.html.contains(SpoiledForm.markup),
                        "\(line.route) as \(person) comes back unescaped"
                    )
                    isLetIn = isLetIn || answer.status != 404
                    let after = try await Self.rows(pages.town.store)
                    if answer.status >= 400 {
                        #expect(after == before, "\(line.route) as \(person) saved a part of \(fields)")
                    }
                    before = after
                }
            }
        }
    }

    private static func posts() async throws -> [RouteBook.Line] {
        try await AccessTableTests.book().filter { $0.method == .post }
    }

    /// What the page of this form asks for, and what other forms of the workspace do.
    private static func fieldNames(
        _ address: String,
        as person: Town.Person,
        _ pages: TownPages
    ) async throws -> [String] {
        let html = try await pages.get(address, as: person).html
        let found = html.matches(of: /name="([a-z_A-Z0-9.-]+)"/).map { String($0.1) }
        let others = ["version", "name", "email", "checked", "change", "until_year", "scope", "practice", "q", "roles"]
        return (found + others).filter { $0 != "form_key" && $0 != "viewport" }
    }

    /// How many rows each table of records holds.
    private static func rows(_ store: Store) async throws -> [String: Int64] {
        let tables = [
            "history", "practice", "account", "membership", "child", "household", "residence", "family_tie",
            "care_relationship", "consent", "intake", "child_listing", "child_name", "child_team", "ticket", "outbox",
            "goal", "attainment_scale", "rating", "goal_question", "measurement", "return_to_sport", "visit_note",
            "home_item", "home_settings", "tick", "hurt_alert", "plan_of_care", "due", "plan_look", "calendar_address",
            "appointment", "occurrence", "joint_appointment", "working_hours", "waiting_entry", "slot_offer",
            "slot_offer_child", "week_address", "practice_clock",
            "listing",
            "inquiry", "inquiry_link", "partner", "referral", "referral_message", "referral_clock",
        ]
        return try await store.database.read { connection in
            let counts = tables.map { "SELECT '\($0)' AS name, count(*) AS n FROM \($0)" }
            let rows = try connection.rows(counts.joined(separator: " UNION ALL "))
            return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.text("name"), try $0.integer("n")) })
        }
    }
}
