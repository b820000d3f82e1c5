import ArgumentParser
import Crypto
import Foundation
import Synchronization
import TandemDirectory
import TandemStore

/// `tandem directory import`
struct DirectoryImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take the national provider file (NPPES) into the directory.",
        discussion: """
            FILE is the monthly or weekly file as https://download.cms.gov/nppes/NPI_Files.html has it, zipped or not, or the list of \
            deactivated NPIs (.xlsx as published there, zipped or not, or CSV). Only providers of our field are kept (Rules/taxonomies.txt). The server may go on. An import that \
            was stopped goes on where it was; the same file again changes nothing.
            """
    )

    @OptionGroup var options: SettingsOptions

    @Argument(help: "The file: CSV, or a zip archive with it; the list of deactivated NPIs also as .xlsx.")
    var file: String

    @Flag(help: "Read everything and say what would change; write nothing.")
    var dryRun = false

    @Option(help: "Write the rows that were not taken into this file, with line and reason (CSV).")
    var refused: String?

    @Option(help: "A list of taxonomy codes instead of the one inside, in its form (Rules/taxonomies.txt).")
    var taxonomies: String?

    @Flag(
        help:
            "The file names every provider: whoever it does not name goes. Taken for granted for files named as CMS does."
    )
    var full = false

    @Flag(help: "The file holds changes only: whoever it does not name stays.")
    var update = false

    @Flag(help: "Let a full file take out more than a fifth of the directory.")
    var allowRemovals = false

    func validate() throws {
        guard !(full && update) else { throw ValidationError("--full and --update exclude each other.") }
    }

    func run() async throws {
        let settings = try options.read()
        let list = try taxonomyList()
        let (source, name) = try source()
        let pieces = try ProviderPieces(source)
        let plan = DirectoryImporter.Plan(
            source: DirectoryImport.Source(
                name: name,
                fingerprint: try Self.fingerprint(file),
                isFull: full || (!update && pieces.layout.kind == .providers && Self.isFullName(name)),
                bytes: source.size
            ),
            taxonomies: list,
            isDry: dryRun,
            allowsManyRemovals: allowRemovals
        )
        let refusedFile = try refused.map { try RefusedFile($0) }
        let begin = ContinuousClock.now
        let importer = try await OpenStore.with(settings) { open in
            var importer = try await DirectoryImporter(open.store, plan, refused: refusedFile)
            if importer.state.position > 0 { print("Going on with an import that was stopped.") }
            let bar = ProgressBar("MB")
            defer { bar.clear() }
            StopSign.watch()
            let megabytes = { (bytes: Int64) in bytes / 1_000_000 }
            try await importer.run(
                pieces,
                progress: { bar.show(megabytes($0), of: megabytes(source.size)) },
                isStopped: { StopSign.isAsked }
            )
            return importer
        }
        report(importer, took: ContinuousClock.now - begin)
        if importer.wasStopped { throw ExitCode(130) }
    }

    /// The table, and how it is called.
    private func source() throws -> (any ByteSource, name: String) {
        guard try Self.isZip(file) else { return (try FileSource(file), URL(filePath: file).lastPathComponent) }
        if let workbook = try WorkbookSource(file) { return (workbook, workbook.name) }
        let zip = try ZipSource(file)
        return (zip, zip.entry.name)
    }

    private func taxonomyList() throws -> TaxonomyList {
        guard let taxonomies else { return try Composition.taxonomies() }
        guard let text = try? String(contentsOfFile: taxonomies, encoding: .utf8) else {
            throw FileFailure(path: taxonomies, doing: "read")
        }
        return try TaxonomyList(text)
    }

    private func report(_ importer: DirectoryImporter, took: Duration) {
        let (read, tally) = (importer.state.tally.read, importer.state.tally)
        let kind = importer.state.source.isFull ? "the full file" : "changes only"
        print("\(importer.state.source.name) (\(kind)): \(read.rows) rows in \(Int(took / .seconds(1))) s.")
        print("  kept: \(read.kept)  (\(tally.added) new, \(tally.changed) changed, \(tally.unchanged) as before)")
        print("  gone: \(tally.removed)")
        print("  not kept: \(read.otherCodes) other codes, \(read.deactivated) deactivated, \(read.elsewhere) abroad")
        print("  refused: \(read.refused)\(refused.map { ", see \($0)" } ?? "")")
        for row in importer.firstRefused { print("    line \(row.line): \(row.reason)") }
        if dryRun { print("Nothing was written (--dry-run).") }
        if importer.wasStopped { print("Stopped. What was read is kept; the same command goes on.") }
    }

    /// Full files begin with the day the numbers began: `npidata_pfile_20050523-20260308.csv`.
    private static func isFullName(_ name: String) -> Bool { name.contains("npidata_pfile_20050523-") }

    private static func isZip(_ path: String) throws -> Bool {
        let file = try FileSource(path)
        return try ZipEntry.bytes(of: file, at: 0, count: 4) == [0x50, 0x4B, 0x03, 0x04]
    }

    /// Of the size, and of a megabyte at the beginning, in the middle and at the end.
    private static func fingerprint(_ path: String) throws -> String {
        let file = try FileSource(path)
        var hash = SHA256()
        hash.update(data: Data("\(file.size)".utf8))
        for place in [0, file.size / 2, max(0, file.size - 1_000_000)] {
            hash.update(data: try ZipEntry.bytes(of: file, at: place, count: 1_000_000))
        }
        return hash.finalize().map { $0 < 16 ? "0\(String($0, radix: 16))" : String($0, radix: 16) }.joined()
    }
}

/// Whether somebody has asked to stop (Ctrl-C, or the system): what was begun is then ended properly.
private enum StopSign {
    private static let asked = Atomic<Bool>(false)

    static var isAsked: Bool { asked.load(ordering: .relaxed) }

    static func watch() {
        for number in [SIGINT, SIGTERM] { signal(number) { _ in StopSign.asked.store(true, ordering: .relaxed) } }
    }
}
