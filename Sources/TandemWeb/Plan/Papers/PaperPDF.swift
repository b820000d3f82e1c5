import HTTPTypes
import Hummingbird
import TandemCare
import TandemCatalog
import TandemStore

/// Papers as tagged PDF, where a program that makes them is installed.
extension ChildVisit {
    /// `nil` where no program is set: the page then offers printing only.
    func pdfAddress(_ page: PaperPage) -> String? {
        visit.workspace.press == nil ? nil : Address.papers(child, page).path
    }

    /// - Parameters:
    ///   - name: of the file; it names no child.
    ///   - page: where to go where no program is set: the same to print.
    ///   - values: what the paper shows, and which one it is.
    func pdf(
        title: String,
        name: String,
        _ values: Page.Values,
        else page: PaperPage
    ) async throws -> Response {
        let site = visit.workspace.site
        guard let press = visit.workspace.press else { return visit.redirect(.papers(child, page)) }
        var values = values
        values["styles"] = ["tandem.css", "workspace.css"].compactMap { site.assets[$0]?.text }.joined(separator: "\n")
        let paper = Page(template: "paper", title: title, description: "", section: nil, values: values)
        guard let bytes = await press.pdf(of: site.templates.html(paper, year: today.year)) else {
            throw Failure.unavailable
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/pdf", .cacheControl: "private, no-store",
                .contentDisposition: "attachment; filename=\"tandem-\(name).pdf\"",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
