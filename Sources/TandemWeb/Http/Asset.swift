import HTTPTypes
import Hummingbird

/// A style sheet, script or drawing, with what a browser needs to keep it.
struct Asset: Sendable {
    let body: ByteBuffer
    /// The body as a gzip file, where that is smaller.
    let gzipped: ByteBuffer?
    let type: String
    /// A fingerprint of the content, weak since it stands for the text compressed or not: a browser that has this version gets no
    /// body.
    let tag: String

    var text: String { String(buffer: body) }

    init(path: String, text: String) {
        body = ByteBuffer(string: text)
        gzipped = Gzip.compressed(Array(text.utf8)).map { ByteBuffer(bytes: $0) }
        type =
            switch path.split(separator: ".").last {
            case "css": "text/css; charset=utf-8"
            case "js": "text/javascript; charset=utf-8"
            case "svg": "image/svg+xml"
            default: "text/plain; charset=utf-8"
            }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        tag = "W/\"\(String(hash, radix: 16))\""
    }

    func response(to request: Request) -> Response {
        var headers: HTTPFields = [
            .contentType: type, .eTag: tag, .cacheControl: "public, max-age=300", .vary: "accept-encoding",
        ]
        if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
        guard let gzipped, request.takesGzip else {
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: body))
        }
        headers[.contentEncoding] = "gzip"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: gzipped))
    }
}

extension Request {
    /// "gzip" or "*" among what the browser reads, and not at weight 0.
    fileprivate var takesGzip: Bool {
        headers[values: .acceptEncoding].flatMap { $0.split(separator: ",") }.contains { one in
            let parts = one.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return (parts.first == "gzip" || parts.first == "*") && weight > 0
        }
    }
}
