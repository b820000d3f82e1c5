import Foundation
import TandemCare
import TandemCatalog
import TandemDatabase
import TandemStore
import TandemTestSupport
import Testing

@Suite("The archive of a child's record")
struct ZipArchiveTests {
    /// Holds the archive against Python's `zipfile`, which checks every checksum, and Python's JSON.
    private static let check = """
        import io, json, sys, zipfile
        archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
        assert archive.testzip() is None
        assert archive.namelist() == ["record.html", "record.json"], archive.namelist()
        records = json.loads(archive.read("record.json"))["records"]
        print(len(records), len(archive.read("record.html").decode()))
        print(archive.read("record.html").decode() + archive.read("record.json").decode())
        """

    private func unpacked(_ bytes: [UInt8]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-c", Self.check]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(bytes))
        try input.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }

    @Test("It opens, holds every record with its history, and nothing of the other home")
    func opens() async throws {
        try await TownPages.with { pages in
            let path = "/children/\(pages.town.maya.id.text)"
            _ = try await pages.post(
                "\(path)/edit",
                as: .dana,
                [
                    ("given_name", "Maya"), ("family_name", "Núñez-Ortiz"), ("birth_date_month", "5"),
                    ("birth_date_day", "9"), ("birth_date_year", "2022"), ("version", "1"),
                ]
            )
            let answer = try await pages.post("\(path)/export", as: .ana, [])
            #expect(answer.status == 200)
            let text = try unpacked(answer.bytes)
            #expect(text.contains("Núñez-Ortiz"))
            #expect(text.contains("\"familyName\":\"Núñez\""), "the version before")
            #expect(text.contains("12 Elm Street"))
            #expect(!text.contains("555-0202"), "the father's telephone")
        }
    }

    @Test("Letters go to the home that wrote them, referrals and what was written beside them to both")
    func letters() async throws {
        try await TownPages.with { pages in
            let (town, effects) = (pages.town, pages.town.store.effects)
            var inquiry = try Inquiry(
                id: effects.id(),
                to: town.brightSteps.id,
                from: Inquiry.Writer(name: "Ana Núñez", email: "secret@example.org", phone: "", bestTime: ""),
                about: Inquiry.About(calledName: "Maya", age: "4 years", disciplines: [.physical]),
                shared: [SharedPart(key: "words", title: "What we see", lines: ["She stumbles."])],
                text: "Is there room after school?",
                at: effects.now()
            )
            try inquiry.takeOn(
                town.maya.id,
                home: town.mothersHome.id,
                by: Stamp(by: town.account(.fay), at: effects.now())
            )
            try await town.store.change(by: .program) { [inquiry] in _ = try $0.insert(inquiry) }
            let path = "/children/\(town.maya.id.text)/export"
            let own = try unpacked(try await pages.post(path, as: .ana, []).bytes)
            for text in ["Is there room after school?", "She stumbles.", "secret@example.org", "<h2>Referrals</h2>"] {
                #expect(own.contains(text), "\(text)")
            }
            #expect(own.contains("Letter to a practice") == false, "one version only: nothing was replaced")
            let other = try await pages.post(path, as: .ben, [])
            #expect(other.status == 200)
            let theirs = try unpacked(other.bytes)
            #expect(!theirs.contains("Is there room") && !theirs.contains("secret@example.org"))
            #expect(theirs.contains("<h2>Referrals</h2>"))
        }
    }

    @Test("Nobody but a guardian takes it along", arguments: [Town.Person.tia, .dana, .fay, .omar, .adam, .sue])
    func refused(_ person: Town.Person) async throws {
        try await TownPages.with { pages in
            let answer = try await pages.post("/children/\(pages.town.maya.id.text)/export", as: person, [])
            #expect(answer.status == 404)
        }
    }
}
