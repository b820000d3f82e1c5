import TandemCatalog
import Testing

@Suite("A broken file is refused with file, line and reason")
struct BrokenFileTests {
    /// What the reader says of one file.
    private func problems(_ text: String, path: String = "skills/test.yaml") -> [String] {
        Catalog.read([CatalogFile(path: path, text: text)]).diagnostics.map(\.description)
    }

    private let skill = """
        area: Test
        entries:
          - id: stand-balance
            name: Standing balance
            icf: [d4154]
            means: Stands without wobbling.
            lead: PT
            pt: Works on it.
            home:
              - do: Statues
                how: Stand still.
                minutes: 5
                safety: Stay near.
            stop: Stop for pain.
            says: [standing balance]
            source: unsourced
            reviewed: no
        """

    @Test("A sound file has no problem")
    func sound() {
        #expect(problems(skill) == [])
    }

    @Test("Invalid YAML names the line")
    func invalid() {
        let found = problems("area: Test\nentries:\n  - id: [a\n")
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("skills/test.yaml:"))
        #expect(found[0].contains("not valid YAML"))
    }

    @Test("A missing field is named")
    func missing() {
        #expect(
            problems(skill.replacing("    stop: Stop for pain.\n", with: "")) == [
                "skills/test.yaml:3: 'stop' is missing"
            ]
        )
    }

    @Test("A misspelled field is named at its own line")
    func misspelled() {
        #expect(problems(skill.replacing("means:", with: "meens:")).contains { $0.hasSuffix("unknown field 'meens'") })
    }

    @Test("A discipline that does not exist is named")
    func discipline() {
        #expect(
            problems(skill.replacing("lead: PT", with: "lead: PX")).contains {
                $0.contains("knows PT and OT, not 'PX'")
            }
        )
    }

    @Test("A number that is none is named")
    func number() {
        #expect(
            problems(skill.replacing("minutes: 5", with: "minutes: five")).contains {
                $0.contains("'minutes' should be a number, not 'five'")
            }
        )
    }

    @Test("A field that stands twice is named")
    func twice() {
        #expect(problems(skill + "\n    name: Again").contains { $0.contains("name") })
    }

    @Test("An entry in a folder that has no kind is named")
    func folder() {
        #expect(
            problems(skill, path: "recipes/test.yaml").contains {
                $0.contains("no kind of entry lives in the folder 'recipes'")
            }
        )
    }
}
