import HTTPTypes
import Hummingbird

/// A style sheet, script or drawing, with what a browser needs to keep it.
struct Asset: Sendable {
    let body: ByteBuffer
    let type: String
    /// A fingerprint of the content: a browser that has this version gets no body.
    let tag: String

    var text: String { String(buffer: body) }

    init(path: String, text: String) {
        body = ByteBuffer(string: text)
        type =
            switch path.split(separator: ".").last {
            case "css": "text/css; charset=utf-8"
            case "js": "text/javascript; charset=utf-8"
            case "svg": "image/svg+xml"
            default: "text/plain; charset=utf-8"
            }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        tag = "\"\(String(hash, radix: 16))\""
    }

    func response(to request: Request) -> Response {
        let headers: HTTPFields = [.contentType: type, .eTag: tag, .cacheControl: "public, max-age=300"]
        if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: body))
    }
}
