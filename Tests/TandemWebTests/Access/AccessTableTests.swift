import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TandemAssets
import TandemCare
import TandemCatalog
import TandemStore
import TandemTestSupport
import TandemWeb
import Testing

/// Holds every route of the workspace against everybody who might ask, with `access.txt` as the truth.
@Suite("Who meets what")
struct AccessTableTests {
    @Test("Every route has a row, and every row a route")
    func complete() async throws {
        let rows = try AccessRow.all()
        let routes = try await Self.book().map(\.route)
        #expect(Set(routes).subtracting(rows.keys).sorted() == [], "routes without a row in access.txt")
        #expect(Set(rows.keys).subtracting(routes).sorted() == [], "rows without a route")
        #expect(routes.count == Set(routes).count)
    }

    @Test("Everybody meets what the table says where something is sent", arguments: try await book().filter(\.isPost))
    func meetsSending(_ line: RouteBook.Line) async throws {
        var met: [Visitor: AccessRow.Meeting] = [:]
        for visitor in Visitor.allCases { met[visitor] = try await Self.meetings(visitor, [line])[line.route] }
        let found = AccessRow(route: line.route, meetings: met).description
        let row = try AccessRow.all()[line.route]?.description
        #expect(found == row, "what everybody met, and what the table says")
    }

    /// Looking changes nothing, so one town does for all pages.
    @Test("Everybody meets what the table says where something is read", arguments: Visitor.allCases)
    func meetsReading(_ visitor: Visitor) async throws {
        let lines = try await Self.book().filter { !$0.isPost }
        let rows = try AccessRow.all()
        for (route, met) in try await Self.meetings(visitor, lines).sorted(by: { $0.key < $1.key }) {
            #expect(met == rows[route]?.meetings[visitor], "\(visitor) at \(route)")
        }
    }

    /// The routes, from a workspace as it is served.
    static func book() async throws -> [RouteBook.Line] {
        let clock = TestClock()
        return try await TestStore.with(clock: clock) { store in
            let (router, workspace) = try Self.site(store, clock)
            _ = router
            return workspace.addRoutes(to: Router(context: TandemContext.self)).lines
        }
    }

    private static func site(_ store: Store, _ clock: TestClock) throws -> (Router<TandemContext>, Workspace) {
        let site = try Fixture.site(today: clock.effects.today)
        let workspace = Workspace(
            store: store,
            site: site,
            settings: WebSettings(
                publicAddress: "http://localhost",
                isSecure: false,
                trustsProxy: false,
                showsMail: true
            ),
            passwords: Passwords(store.effects, strength: .quick, common: "")
        )
        return (site.router(workspace), workspace)
    }

    /// Asks for each, in a town made for it.
    private static func meetings(
        _ visitor: Visitor,
        _ lines: [RouteBook.Line]
    ) async throws -> [String: AccessRow.Meeting] {
        let clock = TestClock()
        return try await TestStore.with(clock: clock) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            let listings = try await TownListings(in: town)
            let visits = try await TownVisits(in: town)
            let token = try await visitor.arrive(in: town, clock)
            let (router, _) = try site(store, clock)
            return try await Application(router: router).test(.router) { client in
                var met: [String: AccessRow.Meeting] = [:]
                for line in lines {
                    met[line.route] = try await client.execute(
                        uri: town.address(line.path, plan, listings, visits),
                        method: line.method,
                        headers: token.map { [.cookie: "tandem=\($0.text)"] } ?? [:],
                        body: line.isPost ? Fixture.form([("form_key", token?.formKey ?? "")]) : nil
                    ) { response in
                        let code = response.status.code
                        #expect(code < 500, "\(visitor) at \(line.route): \(code)")
                        if code == 404 { return .notThere }
                        let location = response.headers[.location] ?? ""
                        return code == 303 && location.hasPrefix("/sign-in") ? .signIn : .page
                    }
                }
                return met
            }
        }
    }
}

extension RouteBook.Line {
    fileprivate var isPost: Bool { method == .post }
}

extension Town {
    /// A route's path with what is in this town: Maya, her plan, her mother's home, her mother's consent, the PT's membership.
    func address(
        _ path: String,
        _ plan: TownPlan,
        _ listings: TownListings,
        _ visits: TownVisits
    ) -> String {
        let values = [
            "child": maya.id.text, "practice": brightSteps.id.text, "household": mothersHome.id.text,
            "consent": consent.id.text, "member": requester(.dana).memberships.first?.id.text ?? "",
            "other": leo.id.text,
            "goal": plan.goal.id.text, "question": plan.question.id.text, "item": plan.item.id.text,
            "alert": plan.alert.id.text, "inquiry": plan.inquiry.id.text, "partner": plan.referral.partner.id.text,
            "sport": plan.sport.id.text,
            "note": plan.note.id.text,
            "plan": plan.planOfCare.id.text,
            "npi": listings.ot.description, "listing": listings.claim.id.text,
            "appointment": visits.series.id.text, "visit": "\(visits.cancelled)", "entry": visits.entry.text,
            "offer": visits.offer.id.text, "joint": visits.joint.id.text,
            "referral": plan.referral.referral.id.text,
            "section": "day", "discipline": "PT", "token": String(repeating: "a", count: 43),
        ]
        return values.reduce(path) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
}
