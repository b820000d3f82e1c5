/// The words for home in Spanish.
extension Catalog {
    static let spanishFolder = "spanish"

    /// Every skill that has a Spanish text which fits its English. A text that does not fit (`translationDiagnostics`) is left out:
    /// a family reads the English rather than a number that is wrong.
    package var spanish: [Slug<Skill>: SkillTranslation] {
        translations.fitting { read in
            let fitting = read.filter { translation in
                skill(translation.id).map { misfits(of: translation, to: $0).isEmpty } ?? false
            }
            return Dictionary(fitting.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// A home activity in another language, by its English name; `nil` where only the English stands.
    package func translation(
        of name: String,
        skill id: Slug<Skill>,
        language: String
    ) -> SkillTranslation.HomeActivity? {
        guard language == "es", let home = skill(id)?.home, let spanish = spanish[id],
            let index = home.firstIndex(where: { $0.name == name }), spanish.home.indices.contains(index)
        else { return nil }
        return spanish.home[index]
    }

    static func readTranslations(_ files: [CatalogFile]) -> TranslationShelf.Contents {
        var diagnostics: [Diagnostic] = []
        var translations: [SkillTranslation] = []
        for file in files {
            guard let root = compose(file, report: { diagnostics.append($0) }) else { continue }
            let area = root.text("area")
            for entry in root.records("entries") {
                translations.append(translation(entry, area))
                entry.finish()
            }
            root.finish()
        }
        return (translations, diagnostics)
    }

    private static func translation(_ record: Record, _ area: String) -> SkillTranslation {
        let home = record.records("home").map { item in
            defer { item.finish() }
            return SkillTranslation.HomeActivity(
                name: item.text("do"),
                how: item.text("how"),
                safety: item.text("safety")
            )
        }
        return SkillTranslation(
            id: record.slug("id"),
            name: record.text("name"),
            home: home,
            stop: record.text("stop"),
            provenance: record.provenance(area: area, sources: [])
        )
    }
}
