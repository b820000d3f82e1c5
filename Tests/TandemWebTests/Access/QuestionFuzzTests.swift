import TandemCare
import TandemStore
import TandemTestSupport
import Testing

/// Addresses with a question mark are forms too, and those of the directory are open to everybody.
@Suite("Spoiled questions in addresses")
struct QuestionFuzzTests {
    private static let rounds = 60

    private static let fields = [
        "place", "therapy", "miles", "pediatric", "accepting", "language", "payer", "setting", "npi", "months", "side",
        "before", "list", "q", "day", "to",
    ]

    @Test("No question breaks a page, or comes back unescaped")
    func survives() async throws {
        try await TownPages.with { pages in
            let practice = "/practices/\(pages.town.brightSteps.id.text)"
            let child = "/children/\(pages.town.maya.id.text)"
            let paths = [
                "/directory", "/directory/openings", "\(practice)/partners/find", "\(practice)/partners/new",
                "\(practice)/numbers", "\(practice)/numbers.csv", "\(practice)/children", "\(practice)/week",
                "\(practice)/referrals", "\(child)/timeline", "\(child)/referrals/new",
            ]
            for path in paths {
                var form = SpoiledForm(seed: UInt64(path.count))
                var statuses: Set<Int> = []
                for _ in 0..<Self.rounds {
                    let fields = form.fields(Self.fields)
                    let question = fields.map { "\($0.0.percentEncoded)=\($0.1.prefix(300).percentEncoded)" }
                    let answer = try await pages.get("\(path)?\(question.joined(separator: "&"))", as: .dana)
                    #expect(answer.status < 500, "\(path): \(answer.status) for \(fields)")
                    #expect(!answer.html.contains(SpoiledForm.markup), "\(path) comes back unescaped: \(fields)")
                    statuses.insert(answer.status)
                }
                #expect(statuses.contains(200) || statuses.contains(422), "\(path) was opened at all: \(statuses)")
                // Those who look often are slowed down; this is about what they write.
                pages.clock.advance(by: .minutes(11))
            }
        }
    }

    @Test(
        "A listing's number that is none is not there",
        arguments: ["0", "abc", "1234567890", "%00", "%3Cb%3E", "1234567893%20"]
    )
    func noListing(_ number: String) async throws {
        try await TownPages.with { pages in
            let answer = try await pages.get("/directory/\(number)", as: .sue)
            #expect(answer.status == 404)
        }
    }
}

extension StringProtocol {
    /// Every byte but letters and digits as `%XX`.
    fileprivate var percentEncoded: String {
        utf8.map { byte in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            let hex = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (hex.utf8.count == 1 ? "0" : "") + hex
        }.joined()
    }
}
