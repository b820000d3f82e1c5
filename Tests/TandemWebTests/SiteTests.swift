import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@Suite("The site")
struct SiteTests {
    @Test(
        "Every page answers with a title, one h1 and strict headers",
        arguments: [
            "/", "/guide/pick", "/activities", "/skills", "/articles", "/privacy", "/search", "/activities/get-dressed",
            "/skills/stand-balance",
            "/articles/pt-and-ot", "/articles/when-to-see-a-pediatric-pt", "/articles/children-are-not-small-adults",
        ]
    )
    func page(_ path: String) async throws {
        try await Fixture.application().test(.router) { client in
            try await client.execute(uri: path, method: .get) { response in
                let html = String(buffer: response.body)
                #expect(response.status == .ok)
                #expect(html.contains("<title>"))
                #expect(html.components(separatedByTag: "<h1").count == 2, "one h1")
                #expect(response.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
                #expect(response.headers[.xContentTypeOptions] == "nosniff")
                #expect(!html.contains("style=\""))
            }
        }
    }

    @Test(
        "What is not there is a page too",
        arguments: ["/nothing", "/activities/nothing", "/skills/nothing", "/articles/nothing", "/assets/nothing"]
    )
    func notFound(_ path: String) async throws {
        try await Fixture.application().test(.router) { client in
            try await client.execute(uri: path, method: .get) { response in
                #expect(response.status == .notFound)
                #expect(String(buffer: response.body).contains("cannot find"))
            }
        }
    }

    @Test("A form that is far too large is refused with a page")
    func large() async throws {
        try await Fixture.application().test(.router) { client in
            let body = ByteBuffer(string: "text=" + String(repeating: "a", count: 1_000_000))
            try await client.execute(uri: "/guide", method: .post, body: body) { response in
                #expect(response.status == .contentTooLarge)
                #expect(String(buffer: response.body).contains("<h1"))
            }
        }
    }

    @Test("Search finds activities and skills by the words families use")
    func search() async throws {
        try await Fixture.application().test(.router) { client in
            try await client.execute(uri: "/search", method: .post, body: Fixture.form([("q", "zippers")])) {
                response in
                #expect(
                    String(buffer: response.body).contains("/activities/fasteners-task")
                        || String(buffer: response.body).contains("/skills/fasteners")
                )
            }
        }
    }

    @Test("A style sheet that the browser has is not sent again")
    func asset() async throws {
        try await Fixture.application().test(.router) { client in
            let tag = try await client.execute(uri: "/assets/tandem.css", method: .get) { $0.headers[.eTag] }
            try await client.execute(
                uri: "/assets/tandem.css",
                method: .get,
                headers: [.ifNoneMatch: try #require(tag)]
            ) { response in
                #expect(response.status == .notModified)
            }
        }
    }

    @Test("A style sheet goes over the line compressed to whoever reads that, and plain to others")
    func compressed() async throws {
        try await Fixture.application().test(.router) { client in
            for (accepted, isCompressed) in [
                ("gzip, br", true), ("br;q=1, *", true), ("gzip;q=0", false), ("br", false),
            ] {
                try await client.execute(
                    uri: "/assets/tandem.css",
                    method: .get,
                    headers: [.acceptEncoding: accepted]
                ) { response in
                    #expect(response.headers[.contentEncoding] == (isCompressed ? "gzip" : nil), "\(accepted)")
                    #expect(response.headers[.vary] == "accept-encoding")
                    let isGzip = response.body.getInteger(at: 0, as: UInt16.self) == 0x1f8b
                    #expect(isGzip == isCompressed, "\(accepted)")
                }
            }
        }
    }
}

extension String {
    fileprivate func components(separatedByTag tag: String) -> [Substring] {
        split(separator: tag, omittingEmptySubsequences: false)
    }
}
