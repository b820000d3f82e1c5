package import TandemCare
package import TandemCatalog
package import TandemGuide

/// All that the pages are made from; built once at start, never changed.
package struct Site: Sendable {
    let catalog: Catalog
    let guide: Guide
    let templates: Templates
    let articles: [Article]
    let assets: [String: Asset]
    /// What the intake form asks.
    package let intakeForm: IntakeForm
    /// The fixed words of the printed home program.
    let handoutWords: HandoutWords
    /// Measures, payers, phases of return to sport, advice and routines.
    package let rules: PlanRules
    /// Tells the date; the only clock of the pages.
    private(set) var today: @Sendable () -> CalendarDate
    /// Practices can be written to; false where only the guide is served.
    var takesInquiries = false

    /// - Parameter files: the files of `Pages/`: path below it and text.
    /// - Throws: a template or an article that cannot be read.
    package init(
        guide: Guide,
        files: [(path: String, text: String)],
        rules: PlanRules,
        today: @escaping @Sendable () -> CalendarDate
    ) throws {
        self.guide = guide
        catalog = guide.catalog
        func contents(of folder: String) -> [(path: String, text: String)] {
            files.filter { $0.path.hasPrefix(folder + "/") }.map {
                (String($0.path.dropFirst(folder.count + 1)), $0.text)
            }
        }
        templates = try Templates(contents(of: "templates"))
        articles = try contents(of: "articles").map { try Article(file: $0.path, text: $0.text) }
        intakeForm = try IntakeForm(files.first { $0.path == "intake.txt" }?.text ?? "")
        assets = Dictionary(
            uniqueKeysWithValues: contents(of: "assets").map { ($0.path, Asset(path: $0.path, text: $0.text)) }
        )
        handoutWords = HandoutWords(files.first { $0.path == "handout.txt" }?.text ?? "")
        self.rules = rules
        self.today = today
    }

    /// The same pages under another calendar; reading them again would cost a tenth of a second.
    package func with(today: @escaping @Sendable () -> CalendarDate) -> Site {
        var site = self
        site.today = today
        return site
    }
}
