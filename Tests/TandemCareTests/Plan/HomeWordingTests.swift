import TandemCare
import TandemCatalog
import Testing

@Suite("The words of the handout in Spanish")
struct HomeWordingTests {
    /// An activity of the catalog, with its Spanish.
    private func offered() throws -> (item: HomeItem, english: Skill, spanish: SkillTranslation, catalog: Catalog) {
        let catalog = try PlanFixture.catalog.get()
        let skill = try #require(catalog.skill("one-leg-stand"))
        let translation = try #require(catalog.spanish[skill.id])
        let item = HomeItem(
            id: PlanFixture.id(1),
            child: CareFixture.child,
            practice: CareFixture.practice,
            discipline: .physical,
            from: try #require(skill.home.first),
            of: skill,
            goal: nil,
            made: PlanFixture.stamp(PlanFixture.pt)
        )
        return (item, skill, translation, catalog)
    }

    @Test("An activity of the catalog that nobody changed is Spanish through and through")
    func whole() throws {
        let (item, _, spanish, catalog) = try offered()
        let words = item.spanish(catalog)
        #expect(!words.isForeign && !words.isPartlyForeign)
        #expect(words.how.text == spanish.home[0].how)
        #expect(words.dos.map(\.text) == [spanish.home[0].safety, spanish.stop].filter { !$0.isEmpty })
    }

    @Test("Only the Spanish name is written: the rest falls back part by part, and English is marked")
    func parts() throws {
        var (item, _, spanish, catalog) = try offered()
        item.spanish = HomeText(name: "La cigüeña", how: "", dos: [], donts: [])
        item.dos.append("Hold Dad's hand")
        item.donts = ["Not in socks"]
        let words = item.spanish(catalog)
        #expect(words.name == .init(text: "La cigüeña"))
        #expect(words.how == .init(text: spanish.home[0].how))
        #expect(words.dos.last == .init(text: "Hold Dad's hand", isForeign: true))
        #expect(words.dos.first?.isForeign == false)
        #expect(words.donts == [.init(text: "Not in socks", isForeign: true)])
        #expect(words.isPartlyForeign)
    }

    @Test("In own words without Spanish it stays English and says so; changed English is not answered with old Spanish")
    func english() throws {
        var (item, _, _, catalog) = try offered()
        item.how = "Stand on the other leg."
        #expect(item.spanish(catalog).how == .init(text: "Stand on the other leg.", isForeign: true))
        var own = HomeTests.item(1, donts: ["Not in socks"])
        own.how = "Stand on one leg."
        #expect(own.spanish(catalog).isForeign)
        own.spanish = HomeText(name: "La cigüeña", how: "", dos: [], donts: [])
        let words = own.spanish(catalog)
        #expect(words.how == .init(text: "Stand on one leg.", isForeign: true))
        #expect(words.donts == [.init(text: "Not in socks", isForeign: true)])
    }
}
