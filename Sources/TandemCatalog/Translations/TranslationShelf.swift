import Synchronization

/// The files of translations, unread until somebody asks: the guide's first answer does not wait for them.
final class TranslationShelf: Sendable {
    typealias Contents = (translations: [SkillTranslation], diagnostics: [Diagnostic])

    let files: [CatalogFile]
    private let contents = Mutex<Contents?>(nil)
    private let fitting = Mutex<[Slug<Skill>: SkillTranslation]?>(nil)

    init(_ files: [CatalogFile] = []) { self.files = files }

    /// Everything that the files say, with what is wrong in them; read once.
    func read() -> Contents {
        contents.withLock { contents in
            if let contents { return contents }
            let read = Catalog.readTranslations(files)
            contents = read
            return read
        }
    }

    /// What `choose` makes of the translations; made once.
    func fitting(
        _ choose: ([SkillTranslation]) -> [Slug<Skill>: SkillTranslation]
    ) -> [Slug<Skill>: SkillTranslation] {
        fitting.withLock { fitting in
            if let fitting { return fitting }
            let chosen = choose(read().translations)
            fitting = chosen
            return chosen
        }
    }
}
