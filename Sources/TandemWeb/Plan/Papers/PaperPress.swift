import Dispatch
package import Foundation
import NIOPosix
import Synchronization

/// Makes tagged PDF files of papers with a program of the machine. One at a time: such a program takes much memory.
///
/// What a paper says stands for a moment in a file of a folder that only this user can open, and is removed whatever happens.
package final class PaperPress: Sendable {
    /// What kind of program it is, and so what it is told.
    package enum Program: Sendable, Hashable {
        case chromium(path: String)
        case weasyPrint(path: String)

        /// - Parameter path: `nil` for a file that is no program.
        package init?(path: String) {
            guard FileManager.default.isExecutableFile(atPath: path), path.hasPrefix("/") else { return nil }
            self = path.lowercased().contains("weasyprint") ? .weasyPrint(path: path) : .chromium(path: path)
        }

        var path: String {
            switch self {
            case .chromium(let path), .weasyPrint(let path): path
            }
        }

        /// Nothing is fetched from anywhere: the page names nothing outside itself, its policy lets no script run, and no name is looked up.
        func arguments(from page: String, to paper: String, home: String) -> [String] {
            switch self {
            case .weasyPrint: ["--pdf-tags", "--quiet", page, paper]
            case .chromium:
                [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                    "--disable-extensions", "--disable-background-networking", "--disable-component-update",
                    "--disable-sync", "--disable-breakpad",
                    "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(home)/profile",
                    "--no-pdf-header-footer", "--export-tagged-pdf", "--print-to-pdf=\(paper)", "file://\(page)",
                ]
            }
        }
    }

    private static let prefix = "tandem-paper-"
    /// Papers that may wait; whoever comes then tries again later.
    private static let mostWaiting = 8

    private let program: Program
    private let limit: Duration
    private let folder: URL
    private let queue = DispatchQueue(label: "tandem.papers")
    private let waiting = Mutex(0)

    /// - Parameter folder: where the private folders are made.
    package init(
        _ program: Program,
        limit: Duration = .seconds(30),
        folder: URL = FileManager.default.temporaryDirectory
    ) {
        self.program = program
        self.limit = limit
        self.folder = folder
        forgetOld()
    }

    /// The paper as PDF; `nil` where the program failed, took too long, or too many wait.
    package func pdf(of html: String) async -> [UInt8]? {
        let isRoom = waiting.withLock { count in
            guard count < Self.mostWaiting else { return false }
            count += 1
            return true
        }
        guard isRoom else { return nil }
        defer { waiting.withLock { $0 -= 1 } }
        return await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: try? self.make(html)) }
        }
    }

    private func make(_ html: String) throws -> [UInt8]? {
        let files = FileManager.default
        // Short: Chromium keeps a socket in it, whose path may not be long.
        let own = folder.appending(path: Self.prefix + UUID().uuidString.prefix(8))
        try files.createDirectory(at: own, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? files.removeItem(at: own) }
        let (page, paper) = (own.appending(path: "page.html"), own.appending(path: "paper.pdf"))
        let isWritten = files.createFile(
            atPath: page.path,
            contents: Data(html.utf8),
            attributes: [.posixPermissions: 0o600]
        )
        guard isWritten, try run(from: page.path, to: paper.path, home: own.path) else { return nil }
        let bytes = [UInt8](try Data(contentsOf: paper))
        return bytes.starts(with: Array("%PDF-".utf8)) ? bytes : nil
    }

    private func run(from page: String, to paper: String, home: String) throws -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: program.path)
        process.arguments = program.arguments(from: page, to: paper, home: home)
        // Nothing of our own environment, which may hold passwords, goes along; what it keeps, it keeps in the private folder.
        process.environment = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": home, "TMPDIR": home, "XDG_CONFIG_HOME": home,
            "XDG_CACHE_HOME": home, "LANG": "C.UTF-8",
        ]
        process.currentDirectoryURL = URL(filePath: home)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        let (seconds, attoseconds) = limit.components
        let most = DispatchTimeInterval.milliseconds(Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
        guard ended.wait(timeout: .now() + most) == .success else {
            kill(process.processIdentifier, SIGKILL)
            _ = ended.wait(timeout: .now() + .seconds(2))
            return false
        }
        return process.terminationReason == .exit && process.terminationStatus == 0
    }

    /// Removes what a program left that was killed while it made a paper.
    private func forgetOld() {
        let files = FileManager.default
        let names = (try? files.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names where name.hasPrefix(Self.prefix) {
            let path = folder.appending(path: name).path
            guard let made = try? files.attributesOfItem(atPath: path)[.modificationDate] as? Date,
                made.timeIntervalSinceNow < -Double(limit.components.seconds) - 60
            else { continue }
            try? files.removeItem(atPath: path)
        }
    }
}
