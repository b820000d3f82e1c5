/// An article of `Pages/articles/`: a few lines of facts, a line of dashes, then the text in Markdown.
struct Article: Sendable {
    struct Malformed: Error { let file: String }

    /// The last part of its address.
    let name: String
    let title: String
    let summary: String
    let updated: String
    let html: String
    /// How long it takes to read, at 200 words a minute.
    let minutes: Int

    init(file: String, text: String) throws {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let end = lines.firstIndex(of: "---") else { throw Malformed(file: file) }
        var facts: [Substring: String] = [:]
        for line in lines[..<end] {
            guard let colon = line.firstIndex(of: ":") else { continue }
            facts[line[..<colon]] = String(line[line.index(after: colon)...].drop(while: { $0 == " " }))
        }
        guard let title = facts["title"], let summary = facts["summary"] else { throw Malformed(file: file) }
        let body = lines[(end + 1)...].joined(separator: "\n")
        name = file.hasSuffix(".md") ? String(file.dropLast(3)) : file
        self.title = title
        self.summary = summary
        updated = facts["updated"] ?? ""
        html = Markdown.html(body)
        minutes = max(1, body.split(separator: " ").count / 200)
    }

    var card: Page.Values {
        ["title": title, "summary": summary, "href": Address.article(name).path, "minutes": minutes]
    }
}

extension Site {
    var articlesPage: Page {
        Page(
            template: "articles",
            title: "Good to read",
            section: .articles,
            values: ["articles": articles.map(\.card)]
        )
    }

    func page(of article: Article) -> Page {
        let values = article.card.merging(["body": article.html, "updated": article.updated], uniquingKeysWith: { $1 })
        return Page(
            template: "article",
            title: article.title,
            description: article.summary,
            section: .articles,
            values: values
        )
    }
}
