import TandemAssets
import TandemCatalog
import TandemGuide

/// The catalog that ships and a guide over it, made once for all tests.
enum Fixture {
    static let guide = Guide(
        Catalog.read(Assets.texts(in: "Catalog").map { CatalogFile(path: $0.path, text: $0.text) }).catalog
    )
    static let today = CalendarDate(year: 2026, month: 11, day: 23)

    static func ask(_ text: String, months: Double? = nil, weeksEarly: Double? = nil) throws -> Recommendation {
        try guide.answer(GuideQuestion(text: text, ageInMonths: months, weeksEarly: weeksEarly, today: today))
    }

    static func skillNames(_ answer: Recommendation, of discipline: Discipline) -> [String] {
        answer.skills.compactMap(guide.catalog.skill).filter { $0.lead.contains(discipline) }.map(\.id.text)
    }
}
