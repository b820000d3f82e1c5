import TandemAssets
import TandemCatalog
import Testing

@Suite("The catalog that ships")
struct GraphTests {
    private static let catalog = Catalog.read(
        Assets.texts(in: "Catalog").map { CatalogFile(path: $0.path, text: $0.text) }
    )

    @Test("reads and holds together: every id resolves, every skill is used, every activity reaches its disciplines")
    func sound() {
        #expect(Self.catalog.diagnostics == [])
        #expect(Self.catalog.catalog.graphDiagnostics() == [])
    }

    @Test("is as large as the design asks for")
    func size() {
        let catalog = Self.catalog.catalog
        #expect(catalog.activities.count >= 130)
        #expect(catalog.skills.count >= 85)
        #expect(catalog.conditions.count >= 60)
        #expect(catalog.milestones.count >= 120)
        #expect(catalog.redFlags.count >= 79)
        #expect(catalog.elsewhere.count >= 7)
    }

    @Test("asks a short list of red flags of everybody")
    func screen() {
        let asked = Self.catalog.catalog.redFlags.filter(\.isAskedOfEverybody)
        #expect((8...16).contains(asked.count))
        #expect(asked.contains { $0.urgency == .emergency })
    }

    @Test("says of no entry that a clinician reviewed it, because none did yet")
    func reviewed() {
        #expect(Self.catalog.catalog.activities.allSatisfy { $0.provenance.reviewedBy == nil })
        #expect(Self.catalog.catalog.redFlags.allSatisfy { $0.provenance.reviewedBy == nil })
    }

    @Test("covers every area that families ask about")
    func areas() {
        let areas = Set(Self.catalog.catalog.activities.map(\.provenance.area))
        #expect(
            areas.isSuperset(of: [
                "Moving", "Dressing", "Eating and drinking", "Washing and toilet", "Sleep", "Play", "School",
                "Community", "Sport", "Adapted ways",
            ])
        )
    }

    private static let broken = """
        area: Test
        entries:
          - id: hop
            name: Hop
            icf: [d4553]
            ages: 36-60
            lead: [PT, OT]
            steps:
              - do: Spring
                skills: [no-such-skill]
            says: [hop]
            source: nowhere
            reviewed: no
        """

    @Test("An unknown skill, an unknown source and a discipline that no step reaches are named")
    func unknown() {
        let catalog = Catalog.read([CatalogFile(path: "activities/test.yaml", text: Self.broken)]).catalog
        let found = catalog.graphDiagnostics().map(\.message)
        #expect(found.contains("'hop' names the skill 'no-such-skill', which does not exist"))
        #expect(found.contains("the source 'nowhere' is not in sources.yaml"))
        #expect(found.contains { $0.hasPrefix("'hop' is led by PT, but none of its steps reaches") })
    }
}
