import Hummingbird
import HummingbirdTesting
import Testing

@Suite("The pages of the guide")
struct GuidePageTests {
    private func post(_ fields: [(String, String)], to path: String = "/guide") async throws -> (
        status: Int, html: String
    ) {
        try await Fixture.application().test(.router) { client in
            try await client.execute(uri: path, method: .post, body: Fixture.form(fields)) { response in
                (response.status.code, String(buffer: response.body))
            }
        }
    }

    @Test("The words lead to the question for the age")
    func words() async throws {
        let page = try await post([("text", "she can't do zips")])
        #expect(page.status == 200)
        #expect(page.html.contains("How old is your child?"))
    }

    @Test("An empty text is asked for again, with a summary of the problem")
    func empty() async throws {
        let page = try await post([("text", "  ")])
        #expect(page.status == 422)
        #expect(page.html.contains("There is a problem"))
        #expect(page.html.contains("<title>Error: "))
    }

    @Test("A text that is too long is kept and explained")
    func long() async throws {
        let page = try await post([("text", String(repeating: "word ", count: 500))])
        #expect(page.status == 422)
        #expect(page.html.contains("2000") || page.html.contains("2,000"))
    }

    @Test(
        "What somebody types is never HTML",
        arguments: ["<script>alert(1)</script> can't do zips", "\"><img src=x onerror=alert(1)> zips are hard"]
    )
    func escaped(_ text: String) async throws {
        for fields in [
            [("text", text)], [("text", text), ("stage", "check"), ("none", "1")],
            [("text", text), ("stage", "answer")],
        ] {
            let page = try await post(fields)
            #expect(!page.html.contains("<script>alert"))
            #expect(!page.html.contains("<img src=x"))
        }
    }

    @Test(
        "A red flag stands above everything on every page",
        arguments: ["words", "age", "question", "check", "answer"]
    )
    func redFlag(_ stage: String) async throws {
        let page = try await post([
            ("text", "his lips are blue and he can't do zips"), ("stage", stage), ("years", "5"), ("none", "1"),
            ("answer", "unknown"),
        ])
        let banner = try #require(page.html.firstRange(of: "Emergency"))
        let main = try #require(page.html.firstRange(of: "<main"))
        #expect(banner.lowerBound < main.lowerBound)
        #expect(page.html.contains("911"))
    }

    @Test("The answer shows both tracks and the family's own words marked")
    func answer() async throws {
        let page = try await post([
            ("text", "getting dressed is hard and she can't do zips"), ("stage", "check"), ("years", "5"),
            ("none", "1"),
        ])
        #expect(page.status == 200)
        #expect(page.html.contains("data-letter=\"PT\"") || page.html.contains("data-letter=\"OT\""))
        #expect(page.html.contains("<mark"))
    }

    @Test("The page for the doctor has the family's words and a draft reason")
    func letter() async throws {
        let page = try await post([("text", "his handwriting is messy"), ("years", "7")], to: "/guide/letter")
        #expect(page.html.contains("his handwriting is messy"))
        #expect(page.html.contains("Draft reason"))
    }

    @Test("Words that lead nowhere offer the list instead of a guess")
    func notUnderstood() async throws {
        let page = try await post([("text", "qwxz blorp fnord")])
        #expect(page.html.contains("name=\"pick\""))
        #expect(page.html.contains("blorp"))
    }

    @Test("Going back shows the page before with what was told")
    func back() async throws {
        let page = try await post([("text", "she can't do zips"), ("stage", "age"), ("back", "1")])
        #expect(page.html.contains("she can&#39;t do zips") || page.html.contains("she can't do zips"))
        #expect(page.html.contains("<textarea"))
    }

    @Test("An age that makes no sense is explained", arguments: [("abc", ""), ("-3", ""), ("99", ""), ("", "")])
    func age(_ years: String, _ months: String) async throws {
        let page = try await post([
            ("text", "she can't do zips"), ("stage", "age"), ("years", years), ("months", months),
        ])
        #expect(page.status == 422)
        #expect(page.html.contains("There is a problem"))
    }
}
