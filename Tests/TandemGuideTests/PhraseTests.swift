import TandemCatalog
import TandemGuide
import Testing

@Suite("The phrases of the catalog")
struct PhraseTests {
    @Test("Every phrase finds its own entry, no phrase is claimed twice, none is too general")
    func sound() {
        #expect(PhraseCheck(Fixture.guide).diagnostics().map(\.description) == [])
    }
}
