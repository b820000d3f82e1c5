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

/// The pages of a town's workspace, asked for as one of its people.
struct TownPages: Sendable {
    let town: Town
    let plan: TownPlan
    let listings: TownListings
    let client: any TestClientProtocol
    let clock: TestClock

    struct Answer: Sendable {
        let status: Int
        let html: String
        let location: String?
        let bytes: [UInt8]
    }

    /// Opens a fresh town and serves it in this process.
    /// - Parameter daysAhead: how far the pages' calendar is ahead of the store's, as where midnight passes in between.
    static func with(daysAhead: Int = 0, _ body: @escaping @Sendable (TownPages) async throws -> Void) async throws {
        let clock = TestClock()
        try await TestStore.with(clock: clock) { store in
            let town = try await Town(in: store)
            let plan = try await TownPlan(in: town)
            let listings = try await TownListings(in: town)
            let site = try Fixture.site(today: { clock.effects.today().adding(days: daysAhead) })
            let workspace = Workspace(
                store: store,
                site: site,
                settings: WebSettings(
                    publicAddress: "http://localhost",
                    isSecure: false,
                    trustsProxy: false,
                    showsMail: false
                ),
                passwords: Passwords(store.effects, strength: .quick, common: ""),
                directory: listings.search
            )
            try await Application(router: site.router(workspace)).test(.router) { client in
                try await body(TownPages(town: town, plan: plan, listings: listings, client: client, clock: clock))
            }
        }
    }

    func get(_ path: String, as person: Town.Person) async throws -> Answer {
        try await send(.get, path, as: person, [])
    }

    func post(_ path: String, as person: Town.Person, _ fields: [(String, String)]) async throws -> Answer {
        try await send(.post, path, as: person, fields)
    }

    private func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        as person: Town.Person,
        _ fields: [(String, String)]
    ) async throws -> Answer {
        let token = try await town.store.beginSession(for: town.account(person), stage: .full, replacing: nil)
        return try await client.execute(
            uri: path,
            method: method,
            headers: [.cookie: "tandem=\(token.text)"],
            body: method == .post ? Fixture.form(fields + [("form_key", token.formKey)]) : nil
        ) { response in
            Answer(
                status: response.status.code,
                html: String(buffer: response.body),
                location: response.headers[.location],
                bytes: Array(buffer: response.body)
            )
        }
    }
}
