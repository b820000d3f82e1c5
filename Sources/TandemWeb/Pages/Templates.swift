import Mustache
import NIOCore

/// The templates of the site, read once.
struct Templates: Sendable {
    private let library: MustacheLibrary
    private let memory = PageMemory()

    /// - Parameter files: name with ending (`home.mustache`) and text.
    /// - Throws: the parser's error of the first template that cannot be read.
    init(_ files: [(path: String, text: String)]) throws {
        var library = MustacheLibrary()
        for file in files where file.path.hasSuffix(".mustache") {
            try library.register(file.text, named: String(file.path.dropLast(".mustache".count)))
        }
        self.library = library
    }

    /// The page as HTML. An unknown template is a mistake of the program and draws nothing.
    func html(_ page: Page, year: Int) -> String {
        library.render(values(page, year), withTemplate: page.template) ?? ""
    }

    /// As `html`, for pages made from records: one with the same values is drawn once.
    func remembered(_ page: Page, year: Int) -> ByteBuffer {
        let values = values(page, year)
        return memory.page(page.template, values) { library.render(values, withTemplate: page.template) ?? "" }
    }

    private func values(_ page: Page, _ year: Int) -> Page.Values {
        var values = page.values
        values["title"] = page.title
        values["description"] = page.description
        values["year"] = year
        if let section = page.section { values["nav_" + section.rawValue] = true }
        return values
    }

    /// A template that draws plain text: a letter.
    func text(_ name: String, _ values: Page.Values) -> String { library.render(values, withTemplate: name) ?? "" }
}
