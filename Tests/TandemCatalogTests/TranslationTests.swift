import TandemAssets
import TandemCatalog
import Testing

@Suite("Spanish words for home")
struct TranslationTests {
    private static let shipped = Catalog.read(
        Assets.texts(in: "Catalog").map { CatalogFile(path: $0.path, text: $0.text) }
    ).catalog

    private let english = """
        area: Test
        entries:
          - id: hop
            name: Hopping
            icf: [d4553]
            means: Hops.
            lead: PT
            pt: Works on it.
            home:
              - do: Hop to music
                how: Hop 8 to 10 times.
                minutes: 5
                safety: Near a wall.
              - do: Hoops
                how: Hop along.
                minutes: 5
                safety: Not under 3 years.
            stop: Stop for pain.
            says: [hop]
            source: unsourced
            reviewed: no
        """

    private let spanish = """
        area: Prueba
        entries:
          - id: hop
            name: Saltar en un pie
            home:
              - do: Saltar con música
                how: Salten de 8 a 10 veces.
                safety: Cerca de una pared.
              - do: Aros
                how: Salten de uno a otro.
                safety: No antes de los 3 años.
            stop: Detente si hay dolor.
            reviewed: no
        """

    private func catalog(_ spanish: String) -> Catalog {
        Catalog.read([
            CatalogFile(path: "skills/test.yaml", text: english),
            CatalogFile(path: "spanish/test.yaml", text: spanish),
        ]).catalog
    }

    private func problems(_ spanish: String) -> [String] {
        catalog(spanish).translationDiagnostics().map(\.description)
    }

    @Test("A sound file has no problem, and its activities are found by their English names")
    func sound() {
        let catalog = catalog(spanish)
        #expect(catalog.translationDiagnostics() == [])
        #expect(catalog.spanish[Slug("hop")]?.stop == "Detente si hay dolor.")
        #expect(
            catalog.translation(of: "Hoops", skill: Slug("hop"), language: "es")?.safety == "No antes de los 3 años."
        )
        #expect(catalog.translation(of: "Hoops", skill: Slug("hop"), language: "fr") == nil)
        #expect(catalog.translation(of: "Statues", skill: Slug("hop"), language: "es") == nil)
        #expect(catalog.translation(of: "Hoops", skill: Slug("walk"), language: "es") == nil)
    }

    private let hoops = """
              - do: Aros
                how: Salten de uno a otro.
                safety: No antes de los 3 años.

        """

    @Test("A missing activity is named, and the English stands alone")
    func missingActivity() {
        let short = spanish.replacing(hoops, with: "")
        #expect(problems(short) == ["spanish/test.yaml:3: 'hop' has 2 home activities in English and 1 in Spanish"])
        #expect(catalog(short).translation(of: "Hop to music", skill: Slug("hop"), language: "es") == nil)
    }

    @Test("A number that differs is named, and the English stands alone")
    func number() {
        let wrong = spanish.replacing("los 3 años", with: "los 2 años")
        #expect(
            problems(wrong) == [
                "spanish/test.yaml:3: 'hop': safety of 'Hoops' says 3 in English and 2 in Spanish"
            ]
        )
        #expect(catalog(wrong).translation(of: "Hoops", skill: Slug("hop"), language: "es") == nil)
    }

    @Test("A number that fell away is named")
    func lostNumber() {
        #expect(
            problems(spanish.replacing("de 8 a 10 veces", with: "varias veces")) == [
                "spanish/test.yaml:3: 'hop': how of 'Hop to music' says 10, 8 in English and no number in Spanish"
            ]
        )
    }

    @Test("A skill that does not exist is named, and so is the one without a translation")
    func unknown() {
        #expect(
            problems(spanish.replacing("id: hop", with: "id: hopp")) == [
                "spanish/test.yaml:3: 'hopp' is translated, but there is no such skill",
                "skills/test.yaml:3: 'hop' has no Spanish translation",
            ]
        )
    }

    @Test("A skill that is translated twice is named")
    func twice() {
        let entry = spanish.replacing("area: Prueba\nentries:\n", with: "")
        #expect(
            problems(spanish + "\n" + entry) == [
                "spanish/test.yaml:14: 'hop' is translated already in spanish/test.yaml, line 3"
            ]
        )
    }

    @Test("A field that is missing or misspelled is named with its line, and the English stands alone")
    func fields() {
        #expect(problems(spanish.replacing("stop:", with: "stopp:")).contains { $0.hasSuffix("unknown field 'stopp'") })
        #expect(problems("entries: [").contains { $0.contains("not valid YAML") })
        let unsafe = spanish.replacing("        safety: Cerca de una pared.\n", with: "")
        #expect(problems(unsafe).contains { $0.hasSuffix("'safety' is missing") })
        #expect(catalog(unsafe).translation(of: "Hoops", skill: Slug("hop"), language: "es") == nil)
    }

    @Test("Two halves read at once give the same shelf")
    func concurrently() async throws {
        let files = Assets.texts(in: "Catalog").map { CatalogFile(path: $0.path, text: $0.text) }
        let catalog = try await Catalog.loadConcurrently(files)
        #expect(catalog.translationDiagnostics() == [])
        #expect(catalog.spanish.count == Self.shipped.skills.count)
    }

    @Test("Every home activity that ships has a translation, with nothing wrong in it")
    func shipped() {
        let catalog = Self.shipped
        #expect(catalog.translationDiagnostics() == [])
        for skill in catalog.skills {
            #expect(catalog.spanish[skill.id] != nil, "\(skill.id)")
            for activity in skill.home {
                let found = catalog.translation(of: activity.name, skill: skill.id, language: "es")
                #expect(found != nil, "\(skill.id): \(activity.name)")
                #expect(found?.how != activity.how, "\(skill.id): \(activity.name) is still English")
            }
        }
    }

    @Test("No two home activities of a skill share a name, by which a translation is found")
    func names() {
        for skill in Self.shipped.skills {
            #expect(Set(skill.home.map(\.name)).count == skill.home.count, "\(skill.id)")
        }
    }

    @Test("No translation claims a reviewer, because none reviewed it yet, and every file says so")
    func reviewed() {
        #expect(Self.shipped.spanish.values.allSatisfy { $0.provenance.reviewedBy == nil })
        let files = Assets.texts(in: "Catalog").filter { $0.path.hasPrefix("spanish/") }
        #expect(!files.isEmpty)
        #expect(
            files.allSatisfy { $0.text.contains("# Translated, not reviewed by a Spanish-speaking clinician.") }
        )
    }
}
