import HTTPTypes
import Hummingbird
import TandemCatalog
import TandemGuide

extension Site {
    /// A drawn page as an answer. Pages that show what a family typed are kept by nobody (`isPrivate`).
    func response(_ page: Page, status: HTTPResponse.Status = .ok, isPrivate: Bool = false) -> Response {
        let html = ByteBuffer(string: templates.html(page, year: today().year))
        return response(html, status, isPrivate ? "private, no-cache" : "public, max-age=60")
    }

    /// A page made from records, for one person only: kept by nothing, so that on a shared computer going back after signing
    /// out shows no record.
    func recordResponse(_ page: Page, status: HTTPResponse.Status) -> Response {
        response(templates.remembered(page, year: today().year), status, "private, no-store")
    }

    private func response(_ html: ByteBuffer, _ status: HTTPResponse.Status, _ caching: String) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8", .cacheControl: caching],
            body: .init(byteBuffer: html)
        )
    }
}
