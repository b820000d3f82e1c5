import Dispatch
import Foundation
import Synchronization

/// A mail server of its own for a test: `Tests/Python/smtp_server.py`, which is aiosmtpd.
final class MailServer: Sendable {
    /// What it took.
    struct Letter: Decodable, Sendable {
        let sender: String
        let recipient: String
        let text: String
        let tls: Bool
        let user: String?
        let host: String
    }

    private struct Start: Decodable {
        let port: Int
        let certificate: String?
    }

    let port: Int
    let certificate: String?
    private let lines: LineReader

    /// Starts it, runs `body`, and ends it.
    static func with(_ options: [String] = [], _ body: (MailServer) async throws -> Void) async throws {
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [script] + options
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        // It tells at length of every client that hangs up.
        process.standardError = FileHandle.nullDevice
        try process.run()
        // It ends when this is closed.
        defer { try? input.fileHandleForWriting.close() }
        let lines = LineReader(output.fileHandleForReading)
        guard let first = await lines.next() else { throw Missing() }
        let start = try JSONDecoder().decode(Start.self, from: Data(first.utf8))
        try await body(MailServer(port: start.port, certificate: start.certificate, lines: lines))
    }

    private init(port: Int, certificate: String?, lines: LineReader) {
        self.port = port
        self.certificate = certificate
        self.lines = lines
    }

    /// The next letter that it took. It writes one down before it answers, so there is no waiting.
    func next() async throws -> Letter? {
        try await lines.next().map { try JSONDecoder().decode(Letter.self, from: Data($0.utf8)) }
    }

    struct Missing: Error, CustomStringConvertible {
        var description: String { "aiosmtpd is not there: run Scripts/setup test" }
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let script = root.appending(path: "Tests/Python/smtp_server.py").path
    /// The Python of the tests, in which `Scripts/setup test` has put aiosmtpd.
    private static let python = root.appending(path: ".venv/bin/python").path
}

/// Lines of a pipe, one after the other.
private final class LineReader: Sendable {
    private let handle: FileHandle
    private let buffer = Mutex(Data())

    init(_ handle: FileHandle) { self.handle = handle }

    /// `nil` at the end. Waits on a thread of its own, as the tests share few.
    func next() async -> String? {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: self.read()) }
        }
    }

    private func read() -> String? {
        buffer.withLock { buffer in
            while true {
                if let end = buffer.firstIndex(of: 10) {
                    let line = String(decoding: buffer[buffer.startIndex..<end], as: UTF8.self)
                    buffer = Data(buffer[buffer.index(after: end)...])
                    return line
                }
                let more = handle.availableData
                if more.isEmpty { return nil }
                buffer += more
            }
        }
    }
}
