import Hummingbird

/// Comma-separated values as RFC 4180 has them.
enum CSV {
    /// A file to download; nobody on the way keeps it.
    static func response(_ lines: [String], name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "private, no-store",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ],
            body: .init(byteBuffer: ByteBuffer(string: lines.joined()))
        )
    }

    static func line(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ",") + "\r\n"
    }

    /// Spreadsheets take a cell that begins like a formula for one; a quote in front keeps it a text.
    private static func cell(_ text: String) -> String {
        let plain = text.first.map { "=+-@\t".contains($0) } ?? false ? "'" + text : text
        guard plain.contains(where: { ",\"\r\n".contains($0) }) else { return plain }
        return "\"" + plain.replacing("\"", with: "\"\"") + "\""
    }
}
