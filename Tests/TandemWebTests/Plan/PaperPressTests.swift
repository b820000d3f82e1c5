import Foundation
import TandemWeb
import Testing

@Suite("Papers as PDF")
struct PaperPressTests {
    private static let chromium = "/usr/bin/chromium"
    private static let hasChromium = FileManager.default.isExecutableFile(atPath: chromium)

    /// A folder of its own, gone afterwards.
    private func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "papers-\(UUID().uuidString.prefix(6))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    /// A program of a few lines that stands for Chromium.
    private func program(_ script: String, in folder: URL) throws -> PaperPress.Program {
        let path = folder.appending(path: "program").path
        _ = FileManager.default.createFile(
            atPath: path,
            contents: Data("#!/bin/bash\n\(script)\n".utf8),
            attributes: [.posixPermissions: 0o700]
        )
        return try #require(PaperPress.Program(path: path))
    }

    private func left(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("tandem-paper-") }
    }

    @Test("Chromium makes a tagged PDF, and nothing stays behind", .enabled(if: hasChromium))
    func tagged() async throws {
        try await withFolder { folder in
            let program = try #require(PaperPress.Program(path: Self.chromium))
            let press = PaperPress(program, folder: folder)
            let html = "<!DOCTYPE html><html lang=\"en\"><title>Paper</title><h1>Plan of care</h1><p>Words</p></html>"
            let bytes = try #require(await press.pdf(of: html))
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains("/StructTreeRoot"))
            #expect(text.contains("/MarkInfo"))
            #expect(text.contains("/Lang"))
            #expect(try left(in: folder) == [])
        }
    }

    @Test("What the paper says stands in a file that only this user can open")
    func hidden() async throws {
        try await withFolder { folder in
            let seen = folder.appending(path: "seen")
            let press = PaperPress(
                try program(
                    """
                    page="${@: -1}"; page="${page#file://}"
                    stat -c '%a' "$page" "$(dirname "$page")" > \(seen.path); env | grep -c SECRET >> \(seen.path)
                    for word in "$@"; do case "$word" in --print-to-pdf=*) echo "%PDF-1.7" > "${word#*=}";; esac; done
                    """,
                    in: folder
                ),
                folder: folder
            )
            setenv("TANDEM_TEST_SECRET", "x", 1)
            #expect(await press.pdf(of: "<p>words</p>") != nil)
            #expect(try String(contentsOf: seen, encoding: .utf8) == "600\n700\n0\n")
            #expect(try left(in: folder) == [])
        }
    }

    @Test(
        "A program that fails, that makes something else, or that hangs makes no paper",
        arguments: [
            "exit 3", "exit 0", "sleep 30",
            "for word in \"$@\"; do case \"$word\" in --print-to-pdf=*) echo no > \"${word#*=}\";; esac; done",
        ]
    )
    func failing(_ script: String) async throws {
        try await withFolder { folder in
            let press = PaperPress(try program(script, in: folder), limit: .milliseconds(700), folder: folder)
            #expect(await press.pdf(of: "<p>words</p>") == nil)
            #expect(try left(in: folder) == [])
        }
    }

    @Test("Where too many wait, the next is sent away at once")
    func crowd() async throws {
        try await withFolder { folder in
            let gate = folder.appending(path: "gate").path
            let script = "while [ ! -e '\(gate)' ]; do sleep 0.05; done"
            let press = PaperPress(try program(script, in: folder), limit: .seconds(60), folder: folder)
            await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<40 { group.addTask { await press.pdf(of: "<p>words</p>") == nil } }
                var sentAway = 0
                for await _ in group {
                    sentAway += 1
                    // The first is still at work: whoever came back was sent away. Thirty did; then the gate opens.
                    if sentAway == 30 { _ = FileManager.default.createFile(atPath: gate, contents: nil) }
                }
                #expect(sentAway == 40)
            }
        }
    }

    @Test("Only a program by its whole path will do", arguments: ["chromium", "/nowhere/chromium", "/etc/passwd", ""])
    func wrong(_ path: String) { #expect(PaperPress.Program(path: path) == nil) }
}
