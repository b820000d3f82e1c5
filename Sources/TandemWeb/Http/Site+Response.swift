import HTTPTypes
import Hummingbird
import TandemCatalog
import TandemGuide

extension Site {
    /// A drawn page as an answer. Pages that show what a family typed are kept by nobody (`isPrivate`).
    func response(_ page: Page, status: HTTPResponse.Status = .ok, isPrivate: Bool = false) -> Response {
        let html = templates.html(page, year: today().year)
        return Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8",
                .cacheControl: isPrivate ? "private, no-cache" : "public, max-age=60",
            ],
            body: .init(byteBuffer: ByteBuffer(string: html))
        )
    }
}
