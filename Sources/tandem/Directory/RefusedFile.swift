import Foundation
import TandemDirectory

/// The rows that an import did not take, as CSV: line, reason, and how the row begins.
final class RefusedFile {
    private let path: String
    private let handle: FileHandle

    init(_ path: String) throws {
        self.path = path
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileFailure(path: path, doing: "written") }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try write("line,reason,row\n")
    }

    /// - Parameter line: the number of the piece's first line, counted from 1.
    func add(_ refused: [ScannedChunk.Refused], from line: Int) throws {
        guard !refused.isEmpty else { return }
        try write(
            refused.map { "\(line + $0.line),\(Self.quoted($0.reason)),\(Self.quoted($0.excerpt))\n" }.joined()
        )
    }

    private func write(_ text: String) throws {
        do { try handle.write(contentsOf: Data(text.utf8)) } catch { throw FileFailure(path: path, doing: "written") }
    }

    /// In quotes, and never what a spreadsheet takes for a formula.
    private static func quoted(_ text: String) -> String {
        let safe = text.first.map { "=+-@\t".contains($0) } == true ? "'" + text : text
        return "\"\(safe.replacing("\"", with: "\"\""))\""
    }
}
